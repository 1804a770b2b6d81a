using SocialPolicy.Indicators.Domain.Targets;

namespace SocialPolicy.Indicators.UnitTests;

internal static class ATarget
{
    /// <summary>Of a share, due with 2030.</summary>
    public static TargetInForce That(string? comparator, decimal? value, string? direction = "up", decimal? max = null, string? unit = "%") => new(
        Guid.CreateVersion7(), 1, null, "targets", "tỷ lệ bao phủ bảo hiểm y tế", comparator, value, max, unit, null, false, null, null, 2030, direction);

    public static TargetInForce Change(string comparator, decimal value, string? bound, string unit = "điểm %/năm", bool perYear = true, decimal? max = null) =>
        That(comparator, value, comparator == "decrease_by" ? "down" : "up", max, unit) with { Bound = bound, PerYear = perYear };
}
