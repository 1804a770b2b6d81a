using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace SocialPolicy.TokenService.Keys;

/// <summary>A P-256 key as it lies in its file.</summary>
/// <param name="KeyId">The <c>kid</c> of tokens and of the published key.</param>
/// <param name="CreatedAt">When it was made, and published.</param>
/// <param name="PrivateKey">PKCS #8, PEM.</param>
internal sealed record StoredKey(string KeyId, DateTimeOffset CreatedAt, string PrivateKey);

/// <summary>A key of the ring.</summary>
internal sealed class SigningKey(StoredKey stored)
{
    private readonly ECDsaSecurityKey key = new(Import(stored.PrivateKey)) { KeyId = stored.KeyId };

    public string KeyId => stored.KeyId;

    public DateTimeOffset CreatedAt => stored.CreatedAt;

    public SigningCredentials Credentials => new(key, SecurityAlgorithms.EcdsaSha256);

    public static StoredKey Create(DateTimeOffset at)
    {
        using var fresh = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new(Guid.CreateVersion7(at).ToString("N"), at, fresh.ExportPkcs8PrivateKeyPem());
    }

    private static ECDsa Import(string pem)
    {
        var imported = ECDsa.Create();
        imported.ImportFromPem(pem);
        return imported;
    }
}
