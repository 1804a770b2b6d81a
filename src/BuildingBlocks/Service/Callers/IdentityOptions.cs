using Microsoft.Extensions.Options;

namespace SocialPolicy.BuildingBlocks.Service.Callers;

/// <summary>Whose tokens are believed, and who the service is to others; configuration section <c>Identity</c>.</summary>
public sealed class IdentityOptions
{
    /// <summary>The audience of the tokens that the installation's own issuer gives.</summary>
    public const string OwnAudience = "socialpolicy";

    // An asymmetric signature alone says who made a token: with a shared secret, or the public key taken for one, anybody could have.
    private static readonly string[] Asymmetric = ["ES256", "ES384", "ES512", "RS256", "RS384", "RS512", "PS256", "PS384", "PS512"];

    /// <summary>The issuer: an address under which <c>/.well-known/openid-configuration</c> is found, and the claim <c>iss</c>.</summary>
    public string Authority { get; set; } = "";

    /// <summary>The claim <c>aud</c> that a token must name.</summary>
    public string Audience { get; set; } = OwnAudience;

    /// <summary>What tokens may be signed with; ES256 when none is said.</summary>
    public IList<string> Algorithms { get; } = [];

    /// <summary>What another provider calls the claims.</summary>
    public ClaimNames Claims { get; set; } = new();

    /// <summary>What another provider calls the roles: its word, by ours (<c>Identity:RoleWords:focal_officer</c>). A role without an entry has our name.</summary>
    public Dictionary<string, string> RoleWords { get; } = new(StringComparer.Ordinal);

    /// <summary>Refuses an authority over plain HTTP on another machine. Off only where the network itself encrypts.</summary>
    public bool RequireHttps { get; set; } = true;

    /// <summary>What the service itself is called at the issuer; only for one that calls others.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>The secret it asks the issuer for tokens with.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>
    /// How long the issuer is left alone after it told its keys, or failed to, or gave the service no token: a token with an
    /// invented key id must not become a request to the issuer each time, nor a call that finds it away.
    /// </summary>
    public TimeSpan PauseBetweenKeyRequests { get; set; } = TimeSpan.FromSeconds(5);

    internal IReadOnlyCollection<string> AllowedAlgorithms => Algorithms.Count > 0 ? [.. Algorithms] : ["ES256"];

    internal sealed class Validator : IValidateOptions<IdentityOptions>
    {
        public ValidateOptionsResult Validate(string? name, IdentityOptions options)
        {
            if (!Uri.TryCreate(options.Authority, UriKind.Absolute, out var authority) || authority.Scheme is not ("http" or "https"))
                return ValidateOptionsResult.Fail($"Identity:Authority is the http(s) address of the token issuer; it is '{options.Authority}'.");

            if (options.AllowedAlgorithms.FirstOrDefault(algorithm => !Asymmetric.Contains(algorithm)) is { } wrong)
                return ValidateOptionsResult.Fail($"Identity:Algorithms has {wrong}; tokens are signed with one of {string.Join(", ", Asymmetric)}.");
            if (options.Audience.Length == 0)
                return ValidateOptionsResult.Fail("Identity:Audience is empty: a token for anyone is for no one.");
            if (options.RoleWords.Keys.FirstOrDefault(role => !RoleNames.TryParse(role, out _)) is { } unknown)
                return ValidateOptionsResult.Fail($"Identity:RoleWords has {unknown}, which is no role of the platform.");

            return authority.Scheme is "http" && !authority.IsLoopback && options.RequireHttps
                ? ValidateOptionsResult.Fail($"Identity:Authority {options.Authority} is another machine over plain HTTP; use https, or set Identity:RequireHttps to false where the network encrypts.")
                : ValidateOptionsResult.Success;
        }
    }
}
