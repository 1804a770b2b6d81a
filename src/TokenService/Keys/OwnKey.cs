using System.Security.Cryptography;
using SocialPolicy.Accounts;

namespace SocialPolicy.TokenService.Keys;

/// <summary>The file <c>own-key.json</c>: the key of what this service gives out for itself to read again.</summary>
/// <param name="Key">256 random bits, base64.</param>
internal sealed record OwnKey(string Key)
{
    private const string FileName = "own-key.json";
    private const int Bytes = 32;

    /// <summary>The key of this installation, made at the first start.</summary>
    public static byte[] Of(PrivateFolder folder)
    {
        if (folder.Read<OwnKey>(FileName) is { } kept && Convert.FromBase64String(kept.Key) is { Length: Bytes } key)
            return key;
        var fresh = RandomNumberGenerator.GetBytes(Bytes);
        folder.Write(FileName, new OwnKey(Convert.ToBase64String(fresh)));
        return fresh;
    }

    public override string ToString() => FileName;
}
