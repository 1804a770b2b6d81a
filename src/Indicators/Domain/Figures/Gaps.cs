using SocialPolicy.Indicators.Domain.Catalogue;
using SocialPolicy.Indicators.Domain.Observations;
using SocialPolicy.Indicators.Domain.Statistics;

namespace SocialPolicy.Indicators.Domain.Figures;

/// <summary>Why there is no figure.</summary>
internal static class Gaps
{
    public static Refusal WithoutDenominators { get; } = new("DENOMINATORS_MISSING", new(
        "There are values, but not of each what it is a share of.",
        "Có số liệu nhưng thiếu mẫu số nên không tính được tỷ lệ chung."));

    private static readonly Refusal NotAddedUp = new("NOT_ADDED_UP", new(
        "There are values of units within, but this indicator does not add up over units.",
        "Có số liệu của đơn vị trực thuộc nhưng chỉ tiêu này không tổng hợp được."));

    private static readonly Refusal NotThere = new("UNIT_NOT_THERE", new(
        "The unit was not there at the end of the period.",
        "Đơn vị không tồn tại vào cuối kỳ."));

    public static Refusal OfPeriods(int given, IReadOnlyList<ObservedPeriod> parts)
    {
        var (english, vietnamese) = parts[0].Months switch
        {
            6 => ("halves", "6 tháng"),
            3 => ("quarters", "quý"),
            _ => ("months", "tháng"),
        };
        return new("PERIODS_MISSING", new(
            $"{given} of {parts.Count} {english} have a value, and those that are needed are not all among them.",
            $"Mới có số liệu của {given}/{parts.Count} kỳ {vietnamese}, chưa đủ để tính."));
    }

    public static Refusal In(Evidence evidence, ObservedPeriod period, Measure measure, bool anythingBelow)
    {
        if (anythingBelow)
            return measure.OverUnits is OverUnits.None ? NotAddedUp : WithoutDenominators;
        return evidence.Unit.IsThereOn(period.LastDay)
            ? new("NOT_OBSERVED", new($"Nobody gave a value for {period}.", $"Chưa có số liệu kỳ {period}."))
            : NotThere;
    }
}
