using System.Globalization;
using Microsoft.AspNetCore;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace SocialPolicy.TokenService.Issuing;

/// <summary>Answers who asks too often: 429 with the time to wait.</summary>
internal sealed class Slow : IOpenIddictServerHandler<ApplyTokenResponseContext>
{
    private const string PauseProperty = "pause";

    public static void Down(ValidateTokenRequestContext context, TimeSpan pause)
    {
        context.Transaction.SetProperty(PauseProperty, SecondsOf(pause));
        context.Reject(Errors.TemporarilyUnavailable, "Too many requests; a token is good for minutes, keep it.");
    }

    public static string SecondsOf(TimeSpan pause) => Math.Ceiling(pause.TotalSeconds).ToString(CultureInfo.InvariantCulture);

    public ValueTask HandleAsync(ApplyTokenResponseContext context)
    {
        if (context.Transaction.GetProperty<string>(PauseProperty) is { } seconds)
        {
            var response = context.Transaction.GetHttpRequest()!.HttpContext.Response;
            (response.StatusCode, response.Headers.RetryAfter) = (StatusCodes.Status429TooManyRequests, seconds);
        }

        return default;
    }
}
