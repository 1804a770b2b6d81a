using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace SocialPolicy.TokenService;

/// <summary>The issuer's own address, as it stands in every token.</summary>
internal sealed class Authority(IOptions<TokenOptions> options, IServer server)
{
    private readonly Lazy<string> address = new(() => options.Value.Authority?.TrimEnd('/') ?? Listening(server));

    /// <summary>Without a slash at the end. Known once the service listens.</summary>
    public string Address => address.Value;

    private static string Listening(IServer server)
    {
        var first = server.Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return new Uri(first).IsLoopback
            ? first
            : throw new InvalidOperationException($"The service listens on {first}; set Tokens:Authority to the address its clients use.");
    }
}
