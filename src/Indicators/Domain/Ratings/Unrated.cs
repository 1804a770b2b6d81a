using SocialPolicy.Calendar;
using SocialPolicy.Indicators.Domain.Targets;

namespace SocialPolicy.Indicators.Domain.Ratings;

/// <summary>What is said of a target that nothing can be compared with.</summary>
internal static class Unrated
{
    public static Rating Vision { get; } = new(
        Verdict.NotRated, RatingRule.Vision, new("A vision is shown, not rated.", "Chỉ tiêu tầm nhìn chỉ theo dõi, không đánh giá."));

    public static Rating NoData { get; } = new(Verdict.NoData, RatingRule.NoObservation, new("There is no observation.", "Chưa có số liệu."));

    public static Rating NotUnderstood { get; } = new(
        Verdict.NotRated,
        RatingRule.NotUnderstood,
        new("No rule can compare the value with what the target demands: a person judges.", "Không có quy tắc so sánh số liệu với yêu cầu của chỉ tiêu: do người có trách nhiệm đánh giá."));

    public static Rating WithoutBaseline(TargetInForce target, Measured measured)
    {
        var missing = target.PerYear ? $"{measured.Period.YearBefore}" : null;
        return new(
            Verdict.NotRated,
            RatingRule.WithoutBaseline,
            new(
                $"A change is counted from a baseline, and the same agency has given no value for {missing ?? "an earlier year"}.",
                $"Mức tăng, giảm tính theo số gốc, nhưng cơ quan này chưa có số liệu {(missing is null ? "của năm trước đó" : $"kỳ {missing}")}."))
        {
            Inputs = [RatingInput.PeriodOf(measured)],
        };
    }

    public static Rating BaselineUnusable(Level baseline) => new(
        Verdict.NotRated,
        RatingRule.BaselineUnusable,
        new Wording("A relative change cannot be counted from ", "Không tính được mức tăng, giảm tương đối từ ")
            + Numbers.Say(baseline.Value) + new Wording($" for {baseline.Period}.", $" kỳ {baseline.Period}."))
    {
        Inputs = [RatingInput.Baseline(baseline)],
    };

    /// <summary>Of a state to reach that nobody has judged, in a period: before it is due there is nothing to judge.</summary>
    public static Rating NotJudged(TargetInForce target, ReportingPeriod period) => Rater.Early(target, period) is { } early
        ? new(Verdict.NotDue, early, new($"Not due before the end of {target.Year}, and not judged yet.", $"Chưa đến hạn (hết năm {target.Year}), chưa có đánh giá.")) { Inputs = Due(target) }
        : new(
            Verdict.NeedsJudgement,
            RatingRule.WithoutJudgement,
            new($"It is due in {period}, and only a person can say whether it is achieved.", $"Đã đến hạn ở kỳ {period}; do người có trách nhiệm đánh giá, chưa có kết luận."))
        {
            Inputs = Due(target),
        };

    private static IReadOnlyList<RatingInput> Due(TargetInForce target) => target.Year is { } year ? [RatingInput.Due(year)] : [];
}
