using System.Collections.Frozen;
using SocialPolicy.BuildingBlocks.Domain.Text;

namespace SocialPolicy.PlanRegistry.Domain.Alignment;

/// <summary>The words that decide what a target speaks of, folded.</summary>
internal static class SubjectWords
{
    /// <summary>Say nothing of what is measured.</summary>
    public static readonly FrozenSet<string> Empty = Folded(
        "tỷ lệ", "tỷ suất", "số", "phấn đấu", "đạt", "bảo đảm", "đảm bảo", "của", "các", "được", "có", "và", "trong", "toàn", "theo", "đến", "năm", "là", "từ", "trên", "dưới",
        "ở", "tại", "cho", "với", "hoặc", "ít nhất", "trở lên", "khoảng", "chung", "tối thiểu", "vào", "cuối", "đã", "mức", "giữ", "vững", "duy trì", "hoàn thành", "nâng cao");

    /// <summary>Name the territory, which is another one at each level.</summary>
    public static readonly FrozenSet<string> Territory = Folded("tỉnh", "thành phố", "huyện", "thị xã", "quận", "xã", "phường", "địa bàn", "cả nước");

    /// <summary>Narrow what is measured: a target with one of them measures something else than a target without.</summary>
    public static readonly IReadOnlyList<string> Qualifiers =
        [.. new[] { "bằng cấp, chứng chỉ", "tự nguyện", "bắt buộc", "đào tạo nghề", "đa chiều", "cận nghèo", "dân tộc thiểu số", "khuyết tật", "chữa bệnh" }.Select(TextFolding.Fold)];

    /// <summary>Everybody, in whichever words.</summary>
    public static readonly FrozenDictionary<string, string> SamePopulations =
        new[] { "người dân", "dân cư", "cư dân", "nhân dân" }.ToFrozenDictionary(TextFolding.Fold, _ => "dân số");

    /// <summary>What a place is called in targets, and what kind of place that is.</summary>
    public static readonly IReadOnlyList<(string Words, string Place)> Places =
        [.. new[] { ("thành thị", "thành thị"), ("đô thị", "thành thị"), ("nông thôn", "nông thôn") }.Select(x => (TextFolding.Fold(x.Item1), x.Item2))];

    private static FrozenSet<string> Folded(params string[] phrases) =>
        phrases.SelectMany(phrase => TextFolding.Fold(phrase).Split(' ')).ToFrozenSet(StringComparer.Ordinal);
}
