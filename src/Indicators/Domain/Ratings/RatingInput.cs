namespace SocialPolicy.Indicators.Domain.Ratings;

/// <summary>Something that a verdict rests on.</summary>
/// <param name="Name">A stable word: VALUE, PERIOD, DEMANDED, TARGET_YEAR, TOLERANCE, MARGIN, BASELINE, CHANGE, PATH, PATH_TOLERANCE, JUDGEMENT.</param>
/// <param name="Label">What it is.</param>
/// <param name="Value">The value, with its unit.</param>
public sealed record RatingInput(string Name, Wording Label, Wording Value)
{
    internal static RatingInput Measured(decimal value, string? unit) => new("VALUE", new("Value", "Giá trị"), Numbers.Say(value, unit));

    internal static RatingInput PeriodOf(Measured measured) => new("PERIOD", new("Period", "Kỳ số liệu"), measured.Estimate
        ? new($"{measured.Period} (estimate)", $"{measured.Period} (ước thực hiện)")
        : new($"{measured.Period}", $"{measured.Period}"));

    internal static RatingInput Demanded(Demand demand, string? unit) => new("DEMANDED", new("Demanded", "Yêu cầu"), Sentences.Number(demand, unit));

    internal static RatingInput Due(int year) => new("TARGET_YEAR", new("Year of the target", "Năm đến hạn"), new($"{year}", $"{year}"));

    internal static RatingInput Tolerance(decimal percent) => new("TOLERANCE", new("Tolerance of “about”", "Dung sai của “khoảng”"), Numbers.Say(percent, "%"));

    internal static RatingInput Margin(decimal percent) => new("MARGIN", new("Margin that exceeds", "Mức chênh để coi là vượt"), Numbers.Say(percent, "%"));

    internal static RatingInput Baseline(Level baseline) => new("BASELINE", new("Baseline", "Số gốc"),
        Numbers.Say(baseline.Value) + new Wording($" for {baseline.Period}", $" kỳ {baseline.Period}"));

    internal static RatingInput Change(decimal amount, string? unit) => new("CHANGE", new("Change", "Mức thay đổi"), Numbers.Say(amount, unit));

    internal static RatingInput OnPath(decimal value, string? unit) => new("PATH", new("Path at that time", "Mức theo lộ trình"), Numbers.Say(value, unit));

    internal static RatingInput PathTolerance(decimal percent) =>
        new("PATH_TOLERANCE", new("Tolerance of the path", "Dung sai của lộ trình"), Numbers.Say(percent, "%") + new Wording(" of the way", " quãng đường"));

    internal static RatingInput Judgement(bool achieved) => new("JUDGEMENT", new("Judgement", "Đánh giá của người báo cáo"),
        achieved ? new("achieved", "đã hoàn thành") : new("not achieved", "chưa hoàn thành"));
}
