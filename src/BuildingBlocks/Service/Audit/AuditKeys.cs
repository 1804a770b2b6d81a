using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;

namespace SocialPolicy.BuildingBlocks.Service.Audit;

/// <summary>
/// The keys that sign heads of the chain (HMAC-SHA256). They lie outside the database: whoever may do anything in it can compute
/// digests and heads anew, but no signature.
/// </summary>
internal sealed class AuditKeys
{
    private const int ShortestKey = 32;

    private readonly Dictionary<string, byte[]> keys = new(StringComparer.Ordinal);

    /// <param name="secrets">Keys, the one that signs first; those behind it are only recognised.</param>
    /// <exception cref="InvalidOperationException">A key is too short to be one.</exception>
    public AuditKeys(IEnumerable<string> secrets)
    {
        foreach (var secret in secrets)
        {
            if (secret.Length < ShortestKey)
                throw new InvalidOperationException($"A key of Audit:Keys is shorter than {ShortestKey} characters.");
            var key = Encoding.UTF8.GetBytes(secret);
            var id = IdOf(key);
            Signing ??= id;
            keys[id] = key;
        }
    }

    /// <summary>The id of the key that signs; null when there is none, and heads stay unsigned.</summary>
    public string? Signing { get; }

    /// <summary>Setting <c>Audit:Keys</c>: keys with blanks between them. To turn them, put a new one in front.</summary>
    public static AuditKeys From(IConfiguration configuration) =>
        new((configuration["Audit:Keys"] ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The signature of the key that signs; null without one.</summary>
    public byte[]? Sign(byte[] head) => Signing is null ? null : HMACSHA256.HashData(keys[Signing], head);

    /// <summary>False for an unknown key, no signature, or another one.</summary>
    public bool Signed(AuditSegment segment) =>
        segment is { KeyId: { } id, Signature: { } signature } && keys.TryGetValue(id, out var key)
        && CryptographicOperations.FixedTimeEquals(signature, HMACSHA256.HashData(key, segment.Head));

    // Tells which key it is and nothing of it.
    private static string IdOf(byte[] key) => Convert.ToHexStringLower(HMACSHA256.HashData(key, "audit-key-id"u8))[..16];
}
