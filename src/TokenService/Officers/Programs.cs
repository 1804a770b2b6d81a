using System.Collections.Frozen;
using Microsoft.Extensions.Options;

namespace SocialPolicy.TokenService.Officers;

/// <summary>The programs that officers sign in with. None has a secret: the code is bound to whoever asked for it by PKCE.</summary>
internal sealed class Programs(IOptions<TokenOptions> options)
{
    /// <summary>The command line.</summary>
    public const string CommandLine = "spp-cli";

    private readonly FrozenDictionary<string, Uri[]> known = options.Value.Programs
        .Append(KeyValuePair.Create(CommandLine, (string[])["http://127.0.0.1/callback"]))
        .ToFrozenDictionary(program => program.Key, program => program.Value.Select(uri => new Uri(uri)).ToArray(), StringComparer.Ordinal);

    public bool Has(string? clientId) => clientId is not null && known.ContainsKey(clientId);

    /// <summary>True for an address the program may be sent back to: as registered, to the letter; on a loopback address on any port (RFC 8252, section 7.3).</summary>
    public bool MayReturn(string clientId, string? uri) =>
        uri is not null && known.TryGetValue(clientId, out var registered) && registered.Any(known => known.OriginalString == uri || IsSameLoopback(known, uri));

    private static bool IsSameLoopback(Uri registered, string uri) =>
        registered is { Scheme: "http", IsDefaultPort: true, HostNameType: UriHostNameType.IPv4 or UriHostNameType.IPv6, IsLoopback: true }
        && Uri.TryCreate(uri, UriKind.Absolute, out var asked)
        && new UriBuilder(asked) { Port = 80 }.Uri == registered && asked is { UserInfo: "", Fragment: "" } && asked.Query == registered.Query;
}
