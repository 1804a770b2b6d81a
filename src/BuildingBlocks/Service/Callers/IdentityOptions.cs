using Microsoft.Extensions.Options;

namespace SocialPolicy.BuildingBlocks.Service.Callers;

/// <summary>Whose tokens are believed, and who the service is to others; configuration section <c>Identity</c>.</summary>
public sealed class IdentityOptions
{
    /// <summary>The audience of the platform's tokens.</summary>
    public const string Audience = "socialpolicy";

    /// <summary>The issuer: an address under which <c>/.well-known/openid-configuration</c> is found, and the claim <c>iss</c>.</summary>
    public string Authority { get; set; } = "";

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

    internal sealed class Validator : IValidateOptions<IdentityOptions>
    {
        public ValidateOptionsResult Validate(string? name, IdentityOptions options)
        {
            if (!Uri.TryCreate(options.Authority, UriKind.Absolute, out var authority) || authority.Scheme is not ("http" or "https"))
                return ValidateOptionsResult.Fail($"Identity:Authority is the http(s) address of the token issuer; it is '{options.Authority}'.");

            return authority.Scheme is "http" && !authority.IsLoopback && options.RequireHttps
                ? ValidateOptionsResult.Fail($"Identity:Authority {options.Authority} is another machine over plain HTTP; use https, or set Identity:RequireHttps to false where the network encrypts.")
                : ValidateOptionsResult.Success;
        }
    }
}
