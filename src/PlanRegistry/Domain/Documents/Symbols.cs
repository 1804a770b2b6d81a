using SocialPolicy.BuildingBlocks.Domain.Text;

namespace SocialPolicy.PlanRegistry.Domain.Documents;

/// <summary>Numbers and symbols (số và ký hiệu): 43/KH-UBND of a state organ, 42-NQ/TW of a Party organ, 28/2012/NĐ-CP of a decree.</summary>
internal static class Symbols
{
    // There is one of each of these in the country. Of every other organ there may be many, each with numbers of its own.
    private static readonly HashSet<string> CentralOrgans = new(StringComparer.Ordinal)
    {
        "tw", "cp", "ttg", "ctn", "vpcp", "vptw", "nhnn", "ttcp", "ubdt", "bdttg", "btc", "byt", "bnv", "bxd", "bct", "bca", "bqp", "btp", "bng", "bgtvt", "bkhcn",
        "bkhđt", "btnmt", "btttt", "bgdđt", "bnnptnt", "bnnmt", "bvhttdl", "blđtbxh", "tandtc", "vksndtc", "ktnn",
    };

    private static readonly char[] BeforeOrgan = ['/', '-'];

    /// <summary>The number for comparing: folded, without white space and without zeros before it; as it stands when that leaves nothing.</summary>
    public static string Key(string number) =>
        string.Concat(TextFolding.Fold(number).Where(sign => !char.IsWhiteSpace(sign))).TrimStart('0') is { Length: > 0 } key ? key : number;

    /// <summary>Whether organs of several places may have given it.</summary>
    public static bool IsLocal(string? number)
    {
        if (number is null)
            return false;
        var key = Key(number);
        var organ = key[(key.LastIndexOfAny(BeforeOrgan) + 1)..];
        return !CentralOrgans.Contains(organ) && !organ.StartsWith("qh", StringComparison.Ordinal) && !organ.StartsWith("ubtvqh", StringComparison.Ordinal);
    }
}
