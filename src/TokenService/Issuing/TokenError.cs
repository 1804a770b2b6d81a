namespace SocialPolicy.TokenService.Issuing;

/// <summary>A refusal as RFC 6749, section 5.2 has it.</summary>
/// <param name="StatusCode">Of HTTP.</param>
/// <param name="Error">The word for programs.</param>
/// <param name="Description">The sentence for people.</param>
internal sealed record TokenError(int StatusCode, string Error, string Description) : IResult
{
    private string? Challenge { get; init; }

    private int? RetryAfterSeconds { get; init; }

    public static TokenError UnsupportedGrantType { get; } = new(400, "unsupported_grant_type", "grant_type is client_credentials.");

    public static TokenError InvalidScope { get; } = new(400, "invalid_scope", "There are no scopes: a client's roles are settled with it.");

    public static TokenError InvalidRequest(string description) => new(400, "invalid_request", description);

    public static TokenError InvalidClient(bool byHeader) => new(401, "invalid_client", "The client is unknown or its secret is wrong.")
    {
        Challenge = byHeader ? "Basic realm=\"socialpolicy\"" : null,
    };

    public static TokenError TooMany(TimeSpan retryAfter) => new(429, "temporarily_unavailable", "Too many requests; a token is good for minutes, keep it.")
    {
        RetryAfterSeconds = (int)Math.Ceiling(retryAfter.TotalSeconds),
    };

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = StatusCode;
        if (Challenge is not null)
            response.Headers.WWWAuthenticate = Challenge;
        if (RetryAfterSeconds is { } seconds)
            response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return response.WriteAsJsonAsync(new Dictionary<string, string> { ["error"] = Error, ["error_description"] = Description });
    }
}
