using System.Text.RegularExpressions;
using SocialPolicy.BuildingBlocks.Domain.Text;

namespace SocialPolicy.Indicators.Domain.Catalogue;

/// <summary>
/// The words that tell an indicator from others, folded and joined by single spaces: abbreviations are written out; asides in brackets, a
/// striving and a quantity in front, and words that texts put in or leave out at will are left out. "Tỷ lệ" is one of those: the unit says that.
/// </summary>
public static partial class IndicatorWords
{
    // "phát thanh, truyền hình" is written PT-TH, "dân tộc thiểu số và miền núi" DTTS&MN.
    private static readonly Dictionary<string, string> Abbreviations = new (string Short, string Long)[]
    {
        ("BHXH", "bảo hiểm xã hội"), ("BHYT", "bảo hiểm y tế"), ("BHTN", "bảo hiểm thất nghiệp"), ("BTXH", "bảo trợ xã hội"),
        ("TGXH", "trợ giúp xã hội"), ("LLLĐ", "lực lượng lao động"), ("DVXHCB", "dịch vụ xã hội cơ bản"), ("CSSK", "chăm sóc sức khỏe"),
        ("DTTS", "dân tộc thiểu số"), ("MN", "miền núi"), ("ĐBKK", "đặc biệt khó khăn"), ("ATK", "an toàn khu"), ("NKT", "người khuyết tật"),
        ("NCT", "người cao tuổi"), ("NCC", "người có công"), ("SDD", "suy dinh dưỡng"), ("PT", "phát thanh"), ("TH", "truyền hình"),
        ("THCS", "trung học cơ sở"), ("THPT", "trung học phổ thông"), ("PCGDMN", "phổ cập giáo dục mầm non"),
    }.ToDictionary(pair => TextFolding.Fold(pair.Short), pair => TextFolding.Fold(pair.Long), StringComparer.Ordinal);

    private static readonly HashSet<string> Optional = new(new[] { "và", "được", "các", "của", "những", "ở", "tại", "cho" }.Select(TextFolding.Fold), StringComparer.Ordinal);

    // "phấn đấu có 35 giường bệnh viện" is of beds.
    private static readonly HashSet<string> Openings = new(new[] { "phấn", "đấu", "có" }.Select(TextFolding.Fold), StringComparer.Ordinal);

    private static readonly string Share = TextFolding.Fold("tỷ lệ");
    private static readonly string[] ChangesBegin = [.. new[] { "mức giảm", "mức tăng" }.Select(TextFolding.Fold)];
    private static readonly string[] ChangesEnd = [.. new[] { "bình quân", "hằng năm", "hàng năm", "mỗi năm", "tăng thêm", "giảm thêm" }.Select(TextFolding.Fold)];

    /// <summary>The words of a name; all of them when nothing would be left.</summary>
    public static string Of(string name)
    {
        var all = WrittenOut(Aside().Replace(name, " "));
        var words = all.SkipWhile(word => char.IsAsciiDigit(word[0]) || Openings.Contains(word)).Where(word => !Optional.Contains(word));
        var text = string.Join(' ', words);
        if (text.StartsWith(Share + " ", StringComparison.Ordinal))
            text = text[(Share.Length + 1)..];
        return text.Length > 0 ? text : Plain(name);
    }

    /// <summary>The words of the level that a change is of: "mức giảm tỷ lệ hộ nghèo hằng năm" is of the share of poor households.</summary>
    public static string OfLevel(string change)
    {
        var words = Of(change);
        if (Array.Find(ChangesBegin, begin => words.StartsWith(begin + " ", StringComparison.Ordinal)) is { } opening)
            words = words[(opening.Length + 1)..];
        while (Array.Find(ChangesEnd, end => words.EndsWith(" " + end, StringComparison.Ordinal)) is { } ending)
            words = words[..^(ending.Length + 1)];
        return Of(words);
    }

    /// <summary>The words that a search asks for, each by itself; "tỷ lệ" asks for nothing.</summary>
    public static IReadOnlyList<string> Asked(string text) =>
        [.. WrittenOut(text).Where(word => !Optional.Contains(word) && !Share.Split(' ').Contains(word)).Distinct()];

    /// <summary>Whether every word of the one is among those of the other.</summary>
    public static bool Contains(string words, string part) => part.Split(' ').All(words.Split(' ').Contains);

    /// <summary>Whether both are of the same words, whatever their order and number: "trong độ tuổi" is "trong độ tuổi lao động" of the labour force.</summary>
    public static bool Same(string left, string right) => Contains(left, right) && Contains(right, left);

    private static string Plain(string name) => TextFolding.Fold(name) is { Length: > 0 } folded ? folded : name;

    private static List<string> WrittenOut(string name) =>
        [.. Word().Matches(TextFolding.Fold(name)).SelectMany(word => Abbreviations.GetValueOrDefault(word.Value, word.Value).Split(' '))];

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"\([^()]*\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Aside();
}
