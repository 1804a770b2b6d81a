using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Server;
using SocialPolicy.Accounts;
using SocialPolicy.TokenService.Keys;

namespace SocialPolicy.TokenService.Issuing;

/// <summary>Gives the server its address and the keys of the ring, and other ones when the ring has turned.</summary>
internal sealed class KeysInForce(PrivateFolder folder, KeyRing ring, Authority authority, IServiceProvider services) : IConfigureOptions<OpenIddictServerOptions>
{
    // Codes and refresh tokens are read here alone; the key is kept because sessions go on after a restart.
    private readonly SymmetricSecurityKey own = new(OwnKey.Of(folder));
    private volatile string inForce = "";

    public void Configure(OpenIddictServerOptions options)
    {
        options.Issuer = new(authority.Address);
        options.EncryptionCredentials.Add(new(own, SecurityAlgorithms.Aes256KW, SecurityAlgorithms.Aes256CbcHmacSha512));

        // The first one signs.
        var current = ring.Current;
        foreach (var key in ring.All.OrderByDescending(key => key.KeyId == current.KeyId))
            options.SigningCredentials.Add(key.Credentials);
    }

    public void Follow()
    {
        var now = string.Join(' ', ring.All.Select(key => key.KeyId).Prepend(ring.Current.KeyId));
        if (now == inForce)
            return;
        services.GetRequiredService<IOptionsMonitorCache<OpenIddictServerOptions>>().TryRemove(Options.DefaultName);
        inForce = now;
    }
}
