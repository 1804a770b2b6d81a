using static SocialPolicy.Calendar.Days;

namespace SocialPolicy.Calendar;

public sealed class NamingAPeriod
{
    [Theory]
    [InlineData("2024", PeriodKind.Year, 1, "2023-12-15", "2024-12-14", "2024-12-31", "năm 2024")]
    [InlineData("2024-H1", PeriodKind.Half, 1, "2023-12-15", "2024-06-14", "2024-06-30", "6 tháng đầu năm 2024")]
    [InlineData("2024-H2", PeriodKind.Half, 2, "2024-06-15", "2024-12-14", "2024-12-31", "6 tháng cuối năm 2024")]
    [InlineData("2024-Q1", PeriodKind.Quarter, 1, "2023-12-15", "2024-03-14", "2024-03-31", "quý I/2024")]
    [InlineData("2024-Q3", PeriodKind.Quarter, 3, "2024-06-15", "2024-09-14", "2024-09-30", "quý III/2024")]
    [InlineData("2024-01", PeriodKind.Month, 1, "2023-12-15", "2024-01-14", "2024-01-31", "tháng 01/2024")]
    [InlineData("2024-03", PeriodKind.Month, 3, "2024-02-15", "2024-03-14", "2024-03-31", "tháng 03/2024")]
    [InlineData("2024-02", PeriodKind.Month, 2, "2024-01-15", "2024-02-14", "2024-02-29", "tháng 02/2024")]
    public void Tells_its_days(string label, PeriodKind kind, int number, string from, string to, string last, string vietnamese)
    {
        ReportingPeriod.TryParse(label, out var period).ShouldBeTrue();

        period.ShouldBe(new ReportingPeriod(kind, 2024, number));
        (period.DataFrom, period.DataTo, period.LastDay).ShouldBe((Day(from), Day(to), Day(last)));
        period.NameVi.ShouldBe(vietnamese);
        period.ToString().ShouldBe(label);
        period.YearBefore.ToString().ShouldBe(label.Replace("2024", "2023", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("24")]
    [InlineData("0999")]
    [InlineData("2024-")]
    [InlineData("2024-H0")]
    [InlineData("2024-H3")]
    [InlineData("2024-Q5")]
    [InlineData("2024-h1")]
    [InlineData("2024-0")]
    [InlineData("2024-00")]
    [InlineData("2024-13")]
    [InlineData("2024-11-01")]
    [InlineData("2024-+1")]
    [InlineData(" 2024")]
    public void Refuses_every_other_form(string label) => ReportingPeriod.TryParse(label, out _).ShouldBeFalse();

    [Theory]
    [InlineData(PeriodKind.Year, "2024-11-24", "2024")] // before 25/11
    [InlineData(PeriodKind.Year, "2024-12-30", "2024")] // before 31/12
    [InlineData(PeriodKind.Year, "2024-12-31", "2024")] // before 1/1/2025
    [InlineData(PeriodKind.Year, "2025-01-14", "2024")]
    [InlineData(PeriodKind.Year, "2025-03-31", "2024")]
    [InlineData(PeriodKind.Year, "2025-04-01", "2025")]
    [InlineData(PeriodKind.Year, "2024-03-31", "2023")]
    [InlineData(PeriodKind.Year, "2024-04-01", "2024")]
    [InlineData(PeriodKind.Half, "2024-06-09", "2024-H1")] // before 10/6
    [InlineData(PeriodKind.Half, "2024-06-29", "2024-H1")] // before 30/6
    [InlineData(PeriodKind.Half, "2024-07-10", "2024-H1")]
    [InlineData(PeriodKind.Half, "2024-11-24", "2024-H2")]
    [InlineData(PeriodKind.Half, "2024-12-30", "2024-H2")] // before 31/12
    [InlineData(PeriodKind.Half, "2025-01-10", "2024-H2")]
    [InlineData(PeriodKind.Quarter, "2024-09-24", "2024-Q3")]
    [InlineData(PeriodKind.Quarter, "2024-10-10", "2024-Q3")]
    [InlineData(PeriodKind.Quarter, "2025-01-10", "2024-Q4")]
    [InlineData(PeriodKind.Month, "2024-11-05", "2024-10")]
    [InlineData(PeriodKind.Month, "2024-11-14", "2024-11")] // before the 15th
    [InlineData(PeriodKind.Month, "2024-11-25", "2024-11")]
    [InlineData(PeriodKind.Month, "2024-11-30", "2024-11")]
    [InlineData(PeriodKind.Month, "2025-01-05", "2024-12")]
    public void Follows_from_the_day_a_report_is_due(PeriodKind kind, string day, string label) =>
        ReportingPeriod.ReportedOn(Day(day), kind).ToString().ShouldBe(label);
}
