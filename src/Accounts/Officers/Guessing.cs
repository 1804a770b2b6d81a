using System.Collections.Frozen;
using SocialPolicy.BuildingBlocks.Domain.Text;

namespace SocialPolicy.Accounts.Officers;

/// <summary>
/// How much a password is made of: the least number of pieces that cover it. A piece is a word that many take, a run (the same character,
/// one behind the other in the alphabet or on a keyboard), a number, or else one character. Who guesses tries few pieces first.
/// </summary>
internal static class Guessing
{
    private const int ShortestRun = 3;
    private const int LongestNumber = 8;
    private const int LongestPiece = 64;

    // Commonly chosen, here and elsewhere, and the words of the platform and of offices; without marks and blanks.
    private static readonly FrozenSet<string> Words = FrozenSet.Create(
        StringComparer.Ordinal,
        "matkhau", "matkhaumoi", "moi", "anhyeuem", "emyeuanh", "yeuemnhieulam", "yeuem", "anhyeu", "khongbietnua", "khongbiet", "vietnam", "vodich", "hanoi", "saigon", "tphcm", "danang", "hue",
        "nguyen", "tran", "hoang", "minh", "linh", "tuan", "hung", "phuong", "thanh", "huong", "giadinh", "concon", "congai", "contrai", "tinhyeu", "hanhphuc", "maimai", "xinchao",
        "chinhsach", "xahoi", "ansinh", "baotroxahoi", "kehoach", "nghiquyet", "baocao", "chitieu", "nhiemvu", "uyban", "nhandan", "ubnd", "hdnd", "chutich", "soyte", "sonoivu", "laodong",
        "thuongbinh", "quantri", "canbo", "chuyenvien", "tinh", "huyen", "phongban",
        "social", "policy", "platform", "plan", "registry", "administrator", "admin", "registrar", "officer", "operator", "viewer", "auditor", "approver", "root", "guest", "user", "test", "demo", "sandbox",
        "password", "passwort", "pass", "passphrase", "secret", "letmein", "welcome", "login", "access", "change", "changeme", "default", "unknown", "trustno", "iloveyou", "love", "lovely", "baby", "angel",
        "princess", "prince", "sunshine", "summer", "winter", "spring", "autumn", "monday", "friday", "january", "december", "football", "baseball", "soccer", "hockey", "superman", "batman", "spiderman",
        "starwars", "pokemon", "dragon", "monkey", "shadow", "master", "killer", "michael", "jordan", "jennifer", "charlie", "thomas", "daniel", "ashley", "jessica", "hello", "computer", "internet",
        "samsung", "iphone", "google", "facebook", "microsoft", "windows", "hunter", "freedom", "whatever", "nothing", "money", "flower", "cookie", "cheese", "orange", "banana", "correct", "horse", "battery", "staple");

    // As fingers run over them, on and on, to and fro.
    private static readonly string[] Rows = ((string[])
    [
        "1234567890", "qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,./", "abcdefghijklmnopqrstuvwxyz", "azertyuiop", "1q2w3e4r5t6y7u8i9o0p", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p", "q1w2e3r4t5y6u7i8o9p0", "zaq12wsxcde34rfvbgt56yhn",
    ]).SelectMany(row => new[] { row + row, string.Concat((row + row).Reverse()) }).ToArray();

    /// <summary>The pieces of a password, its marks and blanks left out and what looks like a letter taken for one.</summary>
    public static int Pieces(string password)
    {
        var typed = Diacritics.Without(TextFolding.Fold(password)).ToLowerInvariant().Replace(" ", "", StringComparison.Ordinal);
        var read = string.Concat(typed.Select(AsLetter));
        var least = new int[typed.Length + 1];
        for (var end = 1; end <= typed.Length; end++)
        {
            least[end] = least[end - 1] + 1;
            for (var start = Math.Max(0, end - LongestPiece); start < end - 1; start++)
            {
                if (least[start] + 1 < least[end] && IsPiece(typed[start..end], read[start..end]))
                    least[end] = least[start] + 1;
            }
        }

        return least[^1];
    }

    private static bool IsPiece(string typed, string read) =>
        Words.Contains(read) || (typed.Length <= LongestNumber && typed.All(char.IsAsciiDigit)) || (typed.Length >= ShortestRun && IsRun(typed));

    private static bool IsRun(string typed) =>
        typed.All(letter => letter == typed[0]) || Array.Exists(Rows, row => row.Contains(typed, StringComparison.Ordinal)) || Repeats(typed);

    // "123123", "abcabcabc": one part over and over.
    private static bool Repeats(string typed) => Enumerable.Range(2, Math.Max(0, (typed.Length / 2) - 1)).Any(part => typed.Length % part == 0 && typed.Chunk(part).All(chunk => typed.AsSpan(0, part).SequenceEqual(chunk)));

    private static char AsLetter(char sign) => sign switch
    {
        '@' or '4' => 'a',
        '0' => 'o',
        '1' or '!' => 'i',
        '3' => 'e',
        '$' or '5' => 's',
        '7' => 't',
        _ => sign,
    };
}
