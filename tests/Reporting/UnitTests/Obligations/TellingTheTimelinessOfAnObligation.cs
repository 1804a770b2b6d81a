using SocialPolicy.Reporting.Domain.Obligations;

namespace SocialPolicy.Reporting.UnitTests.Obligations;

public class TellingTheTimelinessOfAnObligation
{
    private static readonly DateOnly Due = new(2024, 11, 22);
    private static readonly DateOnly LateAfter = new(2024, 11, 25);
    private static readonly DateOnly DayAfter = LateAfter.AddDays(1);

    private static readonly Obligation Owed = new()
    {
        Id = Guid.CreateVersion7(),
        Version = 1,
        RoundId = Guid.CreateVersion7(),
        PlanId = Guid.CreateVersion7(),
        AgencyId = Guid.CreateVersion7(),
        ReceiverId = Guid.CreateVersion7(),
        Due = Due,
        LateAfter = LateAfter,
        Requested = false,
        OwnContribution = false,
        State = ObligationState.Owed,
    };

    [Fact]
    public void Calls_nothing_overdue_on_its_last_day() => Owed.On(LateAfter).ShouldBe(Timeliness.NotDue);

    [Fact]
    public void Calls_it_overdue_the_day_after() => Owed.On(DayAfter).ShouldBe(Timeliness.Overdue);

    [Fact]
    public void Never_calls_an_invited_agency_overdue() => (Owed with { Requested = true }).On(DayAfter.AddYears(1)).ShouldBe(Timeliness.NotDue);

    [Fact]
    public void Never_calls_the_receivers_own_contribution_overdue() =>
        (Owed with { OwnContribution = true }).On(DayAfter.AddYears(1)).ShouldBe(Timeliness.NotDue);

    [Fact]
    public void Counts_the_day_of_submission_and_not_today() => Owed.Submitted(LateAfter).On(DayAfter.AddYears(1)).ShouldBe(Timeliness.OnTime);

    [Fact]
    public void Calls_it_late_when_it_was_submitted_after_the_last_day() => Owed.Submitted(DayAfter).On(DayAfter).ShouldBe(Timeliness.Late);

    [Fact]
    public void Counts_the_first_submission_though_it_came_back() =>
        Owed.Submitted(Due).Returned().Submitted(DayAfter).ShouldSatisfyAllConditions(
            again => again.SubmittedOn.ShouldBe(Due),
            again => again.On(DayAfter).ShouldBe(Timeliness.OnTime));

    [Fact]
    public void Says_so_when_it_is_settled()
    {
        Settled(Owed.Submitted(LateAfter)).OnTime.ShouldBeTrue();
        Settled(Owed.Submitted(DayAfter)).OnTime.ShouldBeFalse();
    }

    [Fact]
    public void Grows_a_version_with_every_change() =>
        Owed.Answered(Guid.CreateVersion7()).Submitted(Due).Returned().Submitted(Due).Settled(default).Version.ShouldBe(6);

    private static Contracts.Events.Reporting.V1.ObligationSettled Settled(Obligation obligation) =>
        obligation.Answered(Guid.CreateVersion7()).Settled(default).ToSettled();
}
