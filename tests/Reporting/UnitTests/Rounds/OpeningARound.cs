using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.Calendar;
using SocialPolicy.Reporting.Domain.Duties;
using SocialPolicy.Reporting.Domain.Rounds;

namespace SocialPolicy.Reporting.UnitTests.Rounds;

public class OpeningARound
{
    private static readonly WorkingDays Days = WorkingDays.Seeded(2015, 2050);
    private static readonly DateOnly Today = new(2024, 3, 1);
    private static readonly Guid Receiver = Guid.CreateVersion7();

    private static readonly Duty Yearly = new()
    {
        Id = Guid.CreateVersion7(),
        PlanId = Guid.CreateVersion7(),
        Position = 1,
        Schedule = new(Frequency.Annual, 25, 11, Inclusive: false, OffDays: OffDayRule.PreviousWorkingDay),
    };

    [Fact]
    public void Asks_for_what_falls_on_a_Sunday_on_the_Friday_before_and_calls_nobody_late_before_Monday_is_over()
    {
        var round = Scheduled(new(2024, 3, 1));

        round.Due.Day.ShouldBe(new(2024, 11, 22));
        round.Due.Why.Rule.ShouldBe("MOVED_TO_THE_WORKING_DAY_BEFORE");
        round.Due.Why.Vietnamese.ShouldContain("24/11/2024 là Chủ nhật");
        round.LateAfter.ShouldBe(new(2024, 11, 25));
    }

    [Fact]
    public void Takes_before_the_25th_for_the_24th_and_says_why()
    {
        var round = Scheduled(new(2025, 3, 1));

        (round.Due.Day, round.LateAfter).ShouldBe((new(2025, 11, 24), new(2025, 11, 24)));
        round.Due.Why.Rule.ShouldBe("ON_THE_DAY_BEFORE");
        round.Due.Why.English.ShouldContain("24/11/2025");
    }

    [Fact]
    public void Knows_that_a_yearly_report_in_November_is_an_estimate()
    {
        var round = Scheduled(new(2025, 3, 1));

        round.Period.ToString().ShouldBe("2025");
        round.Estimate.ShouldBeTrue();
        (round.CutOff.Day, round.CutOff.Why.Rule).ShouldBe((new(2025, 11, 21), "ON_THE_WORKING_DAY_BEFORE_DUE"));
    }

    [Fact]
    public void Takes_a_letters_day_as_it_is_said_though_nobody_is_late_before_the_working_day_after()
    {
        var round = ByLetter(new("12/CV-SNV", Year(2024), Due: new(2024, 6, 30), CutOff: null));

        (round.Due.Day, round.Due.Why.Rule, round.LateAfter).ShouldBe((new(2024, 6, 30), "SET_BY_A_PERSON", new(2024, 7, 1)));
        round.Due.Why.Vietnamese.ShouldContain("12/CV-SNV");
    }

    [Fact]
    public void Takes_a_letters_cut_off() =>
        ByLetter(new("12/CV-SNV", Year(2024), new(2024, 6, 28), CutOff: new(2024, 6, 14))).CutOff.ShouldSatisfyAllConditions(
            cutOff => cutOff.Day.ShouldBe(new(2024, 6, 14)),
            cutOff => cutOff.Why.Rule.ShouldBe("SET_BY_A_PERSON"));

    [Fact]
    public void Is_refused_for_a_day_that_is_over() => Refused(new("1", Year(2024), Today.AddDays(-1), null)).ShouldBe(["ROUND_DUE_IN_PAST"]);

    [Fact]
    public void Is_fine_for_today() => ByLetter(new("1", Year(2024), Today, null)).Due.Day.ShouldBe(Today);

    [Fact]
    public void Is_refused_for_data_that_close_after_it_is_due() =>
        Refused(new("1", Year(2024), Today, Today.AddDays(1))).ShouldBe(["CUTOFF_AFTER_DUE"]);

    private static Round Scheduled(DateOnly today) => Round.Scheduled(
        Guid.CreateVersion7(), Yearly, DueRounds.Of(Yearly.Schedule, new(2024, 2030), today, today, Days).Last(), Receiver, today);

    private static Round ByLetter(Letter letter) => Round.ByLetter(Guid.CreateVersion7(), Yearly, letter, Receiver, Today, Days);

    private static IEnumerable<string> Refused(Letter letter) =>
        Should.Throw<RuleBroken>(() => ByLetter(letter)).Rules.Select(rule => rule.Reason);

    private static ReportingPeriod Year(int year) => new(PeriodKind.Year, year);
}
