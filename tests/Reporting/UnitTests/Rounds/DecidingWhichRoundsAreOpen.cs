using SocialPolicy.Calendar;
using SocialPolicy.Reporting.Domain.Duties;
using SocialPolicy.Reporting.Domain.Rounds;

namespace SocialPolicy.Reporting.UnitTests.Rounds;

public class DecidingWhichRoundsAreOpen
{
    private static readonly WorkingDays Days = WorkingDays.Seeded(2015, 2050);
    private static readonly ReportingSchedule BeforeThe25thOfNovember =
        new(Frequency.Annual, 25, 11, Inclusive: false, OffDays: OffDayRule.PreviousWorkingDay);

    private static readonly PlanYears Years = new(2024, 2030);

    [Fact]
    public void Opens_the_next_one_alone_when_the_plan_is_new() =>
        Open(BeforeThe25thOfNovember, trackFrom: new(2025, 2, 6), today: new(2025, 2, 6)).ShouldBe([("2025", new(2025, 11, 24))]);

    [Fact]
    public void Opens_all_that_were_missed_since_and_the_next_one() =>
        Open(BeforeThe25thOfNovember, trackFrom: new(2024, 6, 1), today: new(2026, 3, 1))
            .ShouldBe([("2024", new(2024, 11, 22)), ("2025", new(2025, 11, 24)), ("2026", new(2026, 11, 24))]);

    [Fact]
    public void Keeps_the_one_due_on_the_day_itself_and_goes_on_the_day_after()
    {
        Open(BeforeThe25thOfNovember, new(2025, 11, 24), today: new(2025, 11, 24)).ShouldBe([("2025", new(2025, 11, 24))]);
        Open(BeforeThe25thOfNovember, new(2025, 11, 25), today: new(2025, 11, 25)).ShouldBe([("2026", new(2026, 11, 24))]);
    }

    [Fact]
    public void Asks_for_no_year_after_the_plans_last() =>
        Open(BeforeThe25thOfNovember, new(2030, 12, 1), today: new(2030, 12, 1)).ShouldBeEmpty();

    [Fact]
    public void Asks_in_January_for_the_plans_last_year() =>
        Open(new(Frequency.Annual, 15, 1, Inclusive: true), new(2030, 12, 1), today: new(2030, 12, 1)).ShouldBe([("2030", new(2031, 1, 15))]);

    [Fact]
    public void Shows_the_latest_one_before_as_history() =>
        History(BeforeThe25thOfNovember, trackFrom: new(2026, 1, 5), today: new(2026, 1, 5)).ShouldBe([("2025", new(2025, 11, 24))]);

    [Fact]
    public void Shows_no_history_from_before_the_plan() => History(BeforeThe25thOfNovember, new(2024, 2, 6), new(2024, 2, 6)).ShouldBeEmpty();

    [Fact]
    public void Opens_nothing_for_a_plan_whose_years_are_over() =>
        DueRounds.Of(BeforeThe25thOfNovember, new(2021, 2025), new(2026, 11, 1), new(2026, 11, 1), Days).ShouldAllBe(round => round.History);

    [Theory]
    [InlineData(Frequency.OnRequest, null, null)]
    [InlineData(Frequency.Final, null, null)]
    [InlineData(Frequency.Quarterly, 20, null)]
    public void Opens_nothing_for_a_duty_that_needs_a_date(Frequency frequency, int? day, int? month) =>
        DueRounds.Of(new(frequency, day, month, Inclusive: false), Years, new(2024, 1, 1), new(2026, 1, 1), Days).ShouldBeEmpty();

    [Fact]
    public void Opens_a_single_report_years_ahead() =>
        Open(new(Frequency.Once, null, null, Inclusive: true, OnceOn: new(2030, 6, 28)), new(2024, 2, 6), new(2024, 2, 6))
            .ShouldBe([("2030", new(2030, 6, 28))]);

    [Fact]
    public void Opens_one_month_at_a_time() =>
        Open(new(Frequency.Monthly, 20, null, Inclusive: true), new(2026, 3, 1), new(2026, 3, 1)).ShouldBe([("2026-03", new(2026, 3, 20))]);

    [Fact]
    public void Says_the_same_whenever_it_is_asked()
    {
        var once = Open(BeforeThe25thOfNovember, new(2024, 6, 1), new(2026, 3, 1));

        Open(BeforeThe25thOfNovember, new(2024, 6, 1), new(2026, 3, 1)).ShouldBe(once);
        Open(BeforeThe25thOfNovember, new(2024, 6, 1), new(2027, 3, 1)).Take(once.Count).ShouldBe(once);
    }

    private static List<(string Period, DateOnly Due)> Open(ReportingSchedule schedule, DateOnly trackFrom, DateOnly today) =>
        Select(schedule, trackFrom, today, history: false);

    private static List<(string Period, DateOnly Due)> History(ReportingSchedule schedule, DateOnly trackFrom, DateOnly today) =>
        Select(schedule, trackFrom, today, history: true);

    private static List<(string Period, DateOnly Due)> Select(ReportingSchedule schedule, DateOnly trackFrom, DateOnly today, bool history) =>
    [
        .. DueRounds.Of(schedule, Years, trackFrom, today, Days).Where(round => round.History == history)
            .Select(round => (round.Occurrence.Period.ToString(), round.Occurrence.Due.Date)),
    ];
}
