using System.Security.Cryptography;

namespace SocialPolicy.Accounts.Officers.SecondFactors;

/// <summary>Codes on paper for who has lost the authenticator: sixteen letters and digits each, 80 random bits, none that is taken for another.</summary>
public static class RecoveryCodes
{
    public const int Count = 10;

    // Crockford's base32, small: without i, l, o and u.
    private const string Letters = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int Group = 4;
    private const int Length = 16;

    /// <summary>Ten fresh ones as they are shown: <c>4g7k-m2xq-9v0d-h3ps</c>.</summary>
    public static IReadOnlyList<string> Fresh() => [.. Enumerable.Range(0, Count).Select(_ => Shown(RandomNumberGenerator.GetString(Letters, Length)))];

    /// <summary>As they are hashed, however they were typed: without hyphens and spaces, in small letters, an o for a zero and an i or l for a one.</summary>
    public static string Bare(string typed) => string.Concat(typed.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit))
        .Replace('o', '0').Replace('i', '1').Replace('l', '1');

    /// <summary>Whether it looks like one, and not like the six digits of an authenticator.</summary>
    public static bool IsOne(string typed) => Bare(typed).Length == Length;

    private static string Shown(string code) => string.Join('-', code.Chunk(Group).Select(group => new string(group)));
}
