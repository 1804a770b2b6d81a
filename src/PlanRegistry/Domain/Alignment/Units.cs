using SocialPolicy.BuildingBlocks.Domain.Text;

namespace SocialPolicy.PlanRegistry.Domain.Alignment;

/// <summary>Units as comparisons need them.</summary>
internal static class Units
{
    private static readonly Dictionary<string, decimal> Scales = new(StringComparer.Ordinal)
    {
        [TextFolding.Fold("nghìn")] = 1_000,
        [TextFolding.Fold("ngàn")] = 1_000,
        [TextFolding.Fold("vạn")] = 10_000,
        [TextFolding.Fold("triệu")] = 1_000_000,
        [TextFolding.Fold("tỷ")] = 1_000_000_000,
    };

    // Hold for a part as for the whole; anything that is counted does not: the whole is the sum of its parts.
    private static readonly HashSet<string> OfNoSize = [.. new[] { "tuổi", "năm", "chỉ số", "lần", "điểm", "mức độ", "tháng", "ngày", "giờ" }.Select(TextFolding.Fold)];

    /// <summary>The unit without its scale: "triệu đồng" is đồng, a million at a time.</summary>
    public static (string Unit, decimal Scale) Of(string? unit)
    {
        var folded = TextFolding.Fold(unit ?? "");
        var space = folded.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 && Scales.TryGetValue(folded[..space], out var scale) ? (folded[(space + 1)..], scale) : (folded, 1);
    }

    /// <summary>Whether it counts, so that what is counted in a part is less than in the whole.</summary>
    public static bool Counts(string? unit) =>
        Of(unit).Unit is { Length: > 0 } plain && !plain.Contains('%', StringComparison.Ordinal) && !plain.Contains('/', StringComparison.Ordinal) && !OfNoSize.Contains(plain);
}
