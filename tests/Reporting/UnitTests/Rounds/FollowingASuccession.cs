using SocialPolicy.Reporting.Domain.Obligations;
using SocialPolicy.Reporting.Domain.Rounds;

namespace SocialPolicy.Reporting.UnitTests.Rounds;

public class FollowingASuccession
{
    private static readonly AskedAgency Health = ARound.Agency();
    private static readonly AskedAgency Heir = new(Guid.CreateVersion7(), Requested: true);
    private static readonly Obligation Owed = ARound.Owes(Health);

    [Fact]
    public void Exempts_who_ended_and_asks_the_only_heir_as_the_directory_has_it() =>
        Of([Owed], Ended(Health, Heir)).ShouldSatisfyAllConditions(
            succession => succession.Following.Exempted.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
                one => one.Id.ShouldBe(Owed.Id), one => one.ExemptReason.ShouldBe(Exemption.AgencyEnded), one => one.Version.ShouldBe(2)),
            succession => succession.Heirs.ShouldBe([Heir]),
            succession => succession.Following.Moved.ShouldBeFalse());

    [Fact]
    public void Asks_one_heir_of_two_once() => Of([Owed, ARound.Owes(Second)], Ended(Health, Heir, (Second, Heir))).Heirs.ShouldBe([Heir]);

    [Fact]
    public void Asks_nobody_without_a_single_heir() =>
        Of([Owed], Ended(Health, null)).ShouldSatisfyAllConditions(
            succession => succession.Following.Exempted.Count.ShouldBe(1), succession => succession.Heirs.ShouldBeEmpty());

    [Fact]
    public void Asks_nobody_twice_in_a_round() =>
        Of([Owed, ARound.Owes(Heir).Answered(Guid.CreateVersion7()).Submitted(ARound.Today)], Ended(Health, Heir)).ShouldSatisfyAllConditions(
            succession => succession.Following.Exempted.Count.ShouldBe(1),
            succession => succession.Following.Rescheduled.ShouldBeEmpty(),
            succession => succession.Heirs.ShouldBeEmpty());

    [Fact]
    public void Asks_an_heir_again_that_had_been_let_go() =>
        Of([Owed, ARound.Owes(Heir).Exempted(Exemption.AgencyNotAsked, ARound.At)], Ended(Health, Heir)).ShouldSatisfyAllConditions(
            succession => succession.Following.Rescheduled.ShouldHaveSingleItem().Obligation.ShouldSatisfyAllConditions(
                one => one.AgencyId.ShouldBe(Heir.Id), one => one.State.ShouldBe(ObligationState.Owed)),
            succession => succession.Heirs.ShouldBeEmpty());

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void Makes_no_heir_late_for_what_it_never_owed(int daysAfterTheLast, int asked) =>
        Of([Owed], Ended(Health, Heir), today: ARound.Open.LateAfter.AddDays(daysAfterTheLast)).ShouldSatisfyAllConditions(
            succession => succession.Following.Exempted.Count.ShouldBe(1), succession => succession.Heirs.Count.ShouldBe(asked));

    [Fact]
    public void Leaves_what_was_submitted_or_came_back()
    {
        var submitted = Owed.Answered(Guid.CreateVersion7()).Submitted(ARound.Today);

        foreach (var one in (Obligation[])[submitted, submitted.Returned(), submitted.Settled(ARound.At)])
            Nothing(Of([one], Ended(Health, Heir)));
    }

    [Fact]
    public void Hands_what_is_open_to_the_receivers_heir_in_the_state_it_is_in()
    {
        var submitted = Owed.Answered(Guid.CreateVersion7()).Submitted(ARound.Today);
        var (returned, settled) = (ARound.Owes(Second).Submitted(ARound.Today).Returned(), ARound.Owes(ARound.Agency()).Submitted(ARound.Today).Settled(ARound.At));

        var following = Of([submitted, returned, settled, ARound.Owes(Heir)], Ended(ARound.Focal, Heir)).Following;

        (following.Moved, following.Round.ReceiverId).ShouldBe((true, Heir.Id));
        following.Exempted.ShouldBeEmpty();
        following.Rescheduled.Select(one => (one.Obligation.AgencyId, one.Obligation.State, one.Obligation.ReceiverId, one.Obligation.OwnContribution)).ShouldBe(
        [
            (Health.Id, ObligationState.Submitted, Heir.Id, false), (Second.Id, ObligationState.Returned, Heir.Id, false), (Heir.Id, ObligationState.Owed, Heir.Id, true),
        ]);
        following.Rescheduled.ShouldAllBe(one => one.Before == one.Obligation.Due);
    }

    [Fact]
    public void Waits_for_a_person_when_the_receiver_has_no_single_heir()
    {
        Nothing(Of([Owed], Ended(ARound.Focal, null)));
        Of([Owed], Ended(ARound.Focal, null), named: Second.Id).Following.ShouldSatisfyAllConditions(
            following => following.Round.ReceiverId.ShouldBe(Second.Id),
            following => following.Rescheduled.ShouldHaveSingleItem().Obligation.ReceiverId.ShouldBe(Second.Id));
    }

    [Fact]
    public void Changes_nothing_the_second_time()
    {
        var ended = Ended(Health, Heir, (ARound.Focal, Second));
        var first = Of([Owed, ARound.Owes(Second)], ended);
        var after = first.Following.Exempted.Concat(first.Following.Rescheduled.Select(one => one.Obligation))
            .Concat(first.Heirs.Select(heir => Obligation.Issue(Guid.CreateVersion7(), first.Following.Round, heir))).ToList();

        after.Count.ShouldBe(3);
        Nothing(Succession.Of(first.Following.Round, after, ended, named: null, ARound.At, ARound.Today));
    }

    private static readonly AskedAgency Second = ARound.Agency();

    private static void Nothing(Succession succession) => succession.ShouldSatisfyAllConditions(
        one => one.Following.Moved.ShouldBeFalse(),
        one => one.Following.Exempted.ShouldBeEmpty(),
        one => one.Following.Rescheduled.ShouldBeEmpty(),
        one => one.Heirs.ShouldBeEmpty());

    private static Dictionary<Guid, AskedAgency?> Ended(AskedAgency agency, AskedAgency? heir, params (AskedAgency Agency, AskedAgency? Heir)[] more) =>
        more.Append((agency, heir)).ToDictionary(one => one.Item1.Id, one => one.Item2);

    private static Succession Of(IReadOnlyCollection<Obligation> obligations, Dictionary<Guid, AskedAgency?> ended, Guid? named = null, DateOnly? today = null) =>
        Succession.Of(ARound.Open, obligations, ended, named, ARound.At, today ?? ARound.Today);
}
