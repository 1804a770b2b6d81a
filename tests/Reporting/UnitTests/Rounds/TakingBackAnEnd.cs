using SocialPolicy.Reporting.Domain.Duties;
using SocialPolicy.Reporting.Domain.Obligations;
using SocialPolicy.Reporting.Domain.Rounds;

namespace SocialPolicy.Reporting.UnitTests.Rounds;

public class TakingBackAnEnd
{
    private static readonly AskedAgency Health = ARound.Agency();
    private static readonly AskedAgency Second = ARound.Agency();
    private static readonly AskedAgency Heir = ARound.Agency();
    private static readonly Obligation Exempted = ARound.Owes(Health).Exempted(Exemption.AgencyEnded, ARound.At);
    private static readonly Obligation Passed = Obligation.Issue(Guid.CreateVersion7(), ARound.Open, Heir, [Health.Id]);

    [Fact]
    public void Brings_back_what_was_exempted_and_takes_back_what_the_heir_was_asked() =>
        Of([Exempted, Passed], there: [Health]).ShouldSatisfyAllConditions(
            correction => correction.BroughtBack.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
                one => (one.Id, one.State, one.ExemptReason, one.Version).ShouldBe((Exempted.Id, ObligationState.Owed, null, 3))),
            correction => correction.TakenBack.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
                one => (one.Id, one.State, one.ExemptReason, one.Version).ShouldBe((Passed.Id, ObligationState.Exempted, Exemption.SuccessionTakenBack, 2))));

    [Fact]
    public void Changes_nothing_the_second_time()
    {
        var after = Of([Exempted, Passed], there: [Health]).AppliedTo([Exempted, Passed]);

        Nothing(Of(after, there: [Health]));
    }

    [Fact]
    public void Changes_nothing_while_the_end_stands() => Nothing(Of([Exempted, Passed], there: [], descent: [(Health, Heir)]));

    [Fact]
    public void Leaves_to_an_heir_what_it_has_submitted_and_asks_nobody_twice()
    {
        var submitted = Passed.Answered(Guid.CreateVersion7()).Submitted(ARound.Today);

        foreach (var one in (Obligation[])[submitted, submitted.Returned(), submitted.Settled(ARound.At)])
            Nothing(Of([Exempted, one], there: [Health]));
    }

    [Fact]
    public void Takes_back_a_draft() =>
        Of([Exempted, Passed.Answered(Guid.CreateVersion7())], there: [Health]).TakenBack.ShouldHaveSingleItem();

    [Fact]
    public void Leaves_an_heir_what_another_that_ended_has_left_it()
    {
        var both = Passed with { InPlaceOf = [Health.Id, Second.Id] };
        var correction = Of([Exempted, ARound.Owes(Second).Exempted(Exemption.AgencyEnded, ARound.At), both], there: [Health], descent: [(Second, Heir)]);

        correction.BroughtBack.ShouldHaveSingleItem().AgencyId.ShouldBe(Health.Id);
        correction.TakenBack.ShouldBeEmpty();
    }

    [Fact]
    public void Leaves_alone_what_an_agency_owes_by_itself() =>
        Of([Exempted, ARound.Owes(Heir)], there: [Health]).TakenBack.ShouldBeEmpty();

    [Fact]
    public void Leaves_an_heir_that_the_duty_names_by_itself() =>
        Of([Exempted, Passed], there: [Health], whom: Named(Health, Heir)).TakenBack.ShouldBeEmpty();

    [Fact]
    public void Takes_back_from_an_heir_that_is_none_any_more_though_the_end_stands() =>
        Of([Exempted, Passed], there: [], descent: [(Health, Second)]).ShouldSatisfyAllConditions(
            correction => correction.BroughtBack.ShouldBeEmpty(),
            correction => correction.TakenBack.ShouldHaveSingleItem().AgencyId.ShouldBe(Heir.Id));

    [Fact]
    public void Asks_the_heir_that_the_directory_names_instead() =>
        Succession.Of(ARound.Open, [Exempted], new Dictionary<Guid, AskedAgency?> { [Health.Id] = Second }, null, ARound.At, ARound.Today, Named(Second)).ShouldSatisfyAllConditions(
            succession => succession.Heirs.ShouldBe([Second]),
            succession => succession.InPlaceOf[Second.Id].ShouldBe([Health.Id]),
            succession => succession.Following.Exempted.ShouldBeEmpty());

    [Theory]
    [InlineData(0, false, 1)]
    [InlineData(1, false, 0)]
    [InlineData(1, true, 1)]
    public void Makes_nobody_late_for_days_on_which_nothing_was_asked_of_it(int daysAfterTheLast, bool late, int back) =>
        Of([Exempted], there: [Health], late: late, today: ARound.Open.LateAfter.AddDays(daysAfterTheLast)).BroughtBack.Count.ShouldBe(back);

    [Fact]
    public void Brings_nothing_back_that_the_duty_does_not_ask_for_any_more()
    {
        Of([Exempted], there: [Health], whom: Named(Second)).BroughtBack.ShouldBeEmpty();
        Correction.Of(ARound.Open, [Exempted], new HashSet<Guid> { Health.Id }, new HashSet<(Guid, Guid)>(), null, new HashSet<Guid>(), ARound.At, ARound.Today)
            .BroughtBack.ShouldBeEmpty();
    }

    [Fact]
    public void Leaves_what_was_exempted_for_another_reason() =>
        Nothing(Of([ARound.Owes(Health).Exempted(Exemption.AgencyNotAsked, ARound.At)], there: [Health]));

    private static void Nothing(Correction correction) => correction.ShouldSatisfyAllConditions(
        one => one.BroughtBack.ShouldBeEmpty(), one => one.TakenBack.ShouldBeEmpty());

    private static Whom Named(params AskedAgency[] agencies) =>
        Whom.Of([.. agencies.Select(agency => new FoundParty(new Party("một cơ quan", agency.Id), [agency]))], via: null, []);

    private static Correction Of(
        IReadOnlyCollection<Obligation> obligations,
        AskedAgency[] there,
        (AskedAgency Ended, AskedAgency Heir)[]? descent = null,
        Whom? whom = null,
        bool late = false,
        DateOnly? today = null) => Correction.Of(
            ARound.Open, obligations, there.Select(agency => agency.Id).ToHashSet(), (descent ?? []).Select(one => (one.Ended.Id, one.Heir.Id)).ToHashSet(),
            whom ?? Named(Health), late ? obligations.Select(one => one.Id).ToHashSet() : new HashSet<Guid>(), ARound.At, today ?? ARound.Today);
}
