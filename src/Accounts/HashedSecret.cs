using System.Security.Cryptography;
using System.Text.Json.Serialization;

namespace SocialPolicy.Accounts;

/// <summary>
/// A secret as it is kept: PBKDF2 over SHA-256 with a salt of its own. A client's is 256 random bits, made here, so its
/// iterations only have to make a stolen file useless; a person's password is weaker and gets more.
/// </summary>
/// <param name="Iterations">Of PBKDF2.</param>
/// <param name="Salt">16 bytes, base64.</param>
/// <param name="Hash">32 bytes, base64.</param>
public sealed record HashedSecret(int Iterations, string Salt, string Hash)
{
    private const int OfAClient = 100_000;
    private const int OfAPerson = 600_000;
    private const int OfACode = 20_000;

    /// <summary>Stands in for a client that does not exist, so that its refusal takes as long.</summary>
    public static HashedSecret OfNobody { get; } = OfNothing(OfAClient);

    /// <summary>False for what was not written here.</summary>
    [JsonIgnore]
    public bool IsWhole => Iterations > 0 && IsBase64(Salt) && IsBase64(Hash);

    /// <summary>The same for an officer.</summary>
    public static HashedSecret OfNoPerson { get; } = OfNothing(OfAPerson);

    public static string Fresh() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    public static HashedSecret Of(string secret) => Of(secret, OfAClient);

    public static HashedSecret OfPassword(string password) => Of(password, OfAPerson);

    /// <summary>Of a recovery code: 80 random bits, and ten of them are tried at a time.</summary>
    public static HashedSecret OfRecoveryCode(string code) => Of(code, OfACode);

    public bool Matches(string secret) => CryptographicOperations.FixedTimeEquals(
        Derive(secret, Convert.FromBase64String(Salt), Iterations), Convert.FromBase64String(Hash));

    // No secret is known to lead to it, and none was hashed for it: to look takes as long, to start does not.
    private static HashedSecret OfNothing(int iterations) =>
        new(iterations, Convert.ToBase64String(RandomNumberGenerator.GetBytes(16)), Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));

    private static HashedSecret Of(string secret, int iterations)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        return new(iterations, Convert.ToBase64String(salt), Convert.ToBase64String(Derive(secret, salt, iterations)));
    }

    private static bool IsBase64(string text) => Convert.TryFromBase64String(text, new byte[text.Length], out _);

    private static byte[] Derive(string secret, byte[] salt, int iterations) =>
        Rfc2898DeriveBytes.Pbkdf2(secret, salt, iterations, HashAlgorithmName.SHA256, outputLength: 32);
}
