using System.Globalization;
using SocialPolicy.PlanRegistry.Domain.Plans;
using SocialPolicy.PlanText;

namespace SocialPolicy.PlanRegistry.UnitTests.Plans;

public sealed class AskingForTheNextDeadline
{
    [Theory]
    [InlineData("2026-11-24", "2026-11-24")]
    [InlineData("2026-11-25", "2027-11-24")]
    public void Takes_the_day_before_for_what_is_due_before_a_day(string today, string expected) =>
        Ask(ADuty(25, 11, inclusive: false), today)!.Day.ShouldBe(Day(expected));

    [Theory]
    [InlineData("2026-11-25", "2026-11-25")]
    [InlineData("2026-11-26", "2027-11-25")]
    public void Takes_the_day_itself_for_what_is_due_by_a_day(string today, string expected) =>
        Ask(ADuty(25, 11, inclusive: true), today)!.Day.ShouldBe(Day(expected));

    [Theory]
    [InlineData("2026-01-10", "2026-01-31")]
    [InlineData("2026-02-01", "2026-02-28")]
    [InlineData("2028-02-01", "2028-02-29")]
    public void Takes_the_next_month_for_what_is_due_at_the_end_of_every_month(string today, string expected) =>
        Ask(ADuty(31, month: null, inclusive: true, ReportingFrequency.Monthly), today)!.Day.ShouldBe(Day(expected));

    [Theory]
    [InlineData(31, "2026-04-10", "2026-04-30", "Every month, by the end of 04/2026: that month has no day 31.")]
    [InlineData(30, "2027-02-10", "2027-02-28", "Every month, by the end of 02/2027: that month has no day 30.")]
    [InlineData(30, "2028-02-10", "2028-02-29", "Every month, by the end of 02/2028: that month has no day 30.")]
    [InlineData(31, "2026-05-10", "2026-05-30", "Every month, before 31/05/2026: the day named no longer counts, 30/05/2026 is the last safe day.")]
    public void Takes_the_end_of_a_month_that_lacks_the_day_named(int day, string today, string expected, string explanation)
    {
        var next = Ask(ADuty(day, month: null, inclusive: false, ReportingFrequency.Monthly), today)!;

        next.Day.ShouldBe(Day(expected));
        next.Explanation.ShouldBe(explanation);
    }

    [Theory]
    [InlineData(20, null, ReportingFrequency.Quarterly)]
    [InlineData(20, null, ReportingFrequency.SixMonth)]
    [InlineData(20, null, ReportingFrequency.Annual)]
    [InlineData(20, null, ReportingFrequency.Unstated)]
    [InlineData(20, null, ReportingFrequency.Weekly)]
    [InlineData(15, 12, ReportingFrequency.Quarterly)]
    [InlineData(15, 12, ReportingFrequency.Monthly)]
    [InlineData(15, 12, ReportingFrequency.MidTerm)]
    [InlineData(15, 12, ReportingFrequency.Final)]
    [InlineData(15, 12, ReportingFrequency.OnRequest)]
    [InlineData(15, 12, ReportingFrequency.Once)]
    public void Knows_no_deadline_where_day_and_frequency_leave_it_open(int day, int? month, ReportingFrequency frequency) =>
        Ask(ADuty(day, month, inclusive: false, frequency), "2026-11-10").ShouldBeNull();

    [Theory]
    [InlineData(ReportingFrequency.Annual)]
    [InlineData(ReportingFrequency.SixMonth)]
    [InlineData(ReportingFrequency.Unstated)]
    public void Takes_a_day_of_the_year_for_every_year(ReportingFrequency frequency) =>
        Ask(ADuty(20, 6, inclusive: false, frequency), "2026-11-10")!.Day.ShouldBe(Day("2027-06-19"));

    [Fact]
    public void Knows_no_deadline_once_the_only_day_is_past()
    {
        var duty = ADuty(null, null, inclusive: false, ReportingFrequency.Once) with { OnceOn = Day("2026-11-16") };

        Ask(duty, "2026-11-15")!.Day.ShouldBe(Day("2026-11-15"));
        Ask(duty, "2026-11-16").ShouldBeNull();
    }

    [Fact]
    public void Knows_no_deadline_of_an_undated_duty() => Ask(ADuty(null, null, inclusive: false), "2026-11-10").ShouldBeNull();

    [Theory]
    [InlineData("2025-11-24", "2025-11-24")]
    [InlineData("2025-11-25", null)]
    public void Knows_no_deadline_after_the_last_year_of_the_plan(string today, string? expected) =>
        (NextDue.Of(ADuty(25, 11, inclusive: false), Day(today), lastYear: 2025)?.Day).ShouldBe(expected is null ? null : Day(expected));

    [Theory]
    [InlineData(25, 11, false, "Every year, before 25/11/2026: the day named no longer counts, 24/11/2026 is the last safe day.")]
    [InlineData(25, 11, true, "Every year, by 25/11/2026: the day named still counts.")]
    [InlineData(20, null, false, "Every month, before 20/11/2026: the day named no longer counts, 19/11/2026 is the last safe day.")]
    [InlineData(29, 2, true, "Every year, by the end of February 2027: that year has no 29th.")]
    public void Explains_itself(int day, int? month, bool inclusive, string expected) =>
        Ask(ADuty(day, month, inclusive, month is null ? ReportingFrequency.Monthly : ReportingFrequency.Annual), "2026-11-10")!.Explanation.ShouldBe(expected);

    private static NextDue? Ask(PlanDuty duty, string today) => NextDue.Of(duty, Day(today), lastYear: null);

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);

    private static PlanDuty ADuty(int? day, int? month, bool inclusive, ReportingFrequency frequency = ReportingFrequency.Annual) => new(
        Guid.CreateVersion7(APlan.Now), [], [], Via: null, frequency, day, month, inclusive, OnceOn: null, WithinAmount: null, WithinUnit: null, WithinAfter: null, Content: null, new TextSpan(0, 1));
}
