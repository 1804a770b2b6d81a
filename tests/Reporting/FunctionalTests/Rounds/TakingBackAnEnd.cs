using SocialPolicy.Contracts.Events.PlanRegistry.V1;
using SocialPolicy.Contracts.Events.Reporting.V1;
using State = SocialPolicy.Reporting.V1.Obligation.Types.State;

namespace SocialPolicy.Reporting.FunctionalTests.Rounds;

[Collection(nameof(Reporting))]
public sealed class TakingBackAnEnd
{
    private static readonly DateOnly Ended = new(2026, 11, 5);

    private readonly Reporting reporting;
    private readonly Office office;
    private readonly ChangedAgency heir;
    private readonly ChangedAgency other;

    public TakingBackAnEnd(Reporting reporting)
    {
        (this.reporting, office) = (reporting, new Office(reporting));
        heir = office.Agency("so-y-te-moi", "department", "Sở Y tế và Bảo trợ xã hội") with { ValidFrom = Ended.AddDays(1) };
        other = office.Agency("so-khac", "department", "Sở Khoa học") with { ValidFrom = Ended.AddDays(1) };
        reporting.ItIs(2026, 11, 1);
    }

    [Fact]
    public async Task Asks_the_agency_again_and_no_longer_its_heir()
    {
        var (plan, round) = await office.Asks();
        var draft = await office.Drafts(office.Health, round);
        await Ends(office.Health, heir);
        (await office.ObligationOf(heir, round)).InPlaceOf.ShouldBe([Name(office.Health)]);
        await office.Drafts(heir, round);

        await IsThereAgain(office.Health);

        var (back, passed) = (await office.ObligationOf(office.Health, round), await office.ObligationOf(heir, round));
        (back.State, back.ExemptReason, back.Report, back.ExemptTime).ShouldBe((State.Owed, "", draft.Name, null));
        (passed.State, passed.ExemptReason).ShouldBe((State.Exempted, "SUCCESSION_TAKEN_BACK"));
        (await reporting.Told<ObligationRescheduled>(back.Name)).ShouldBe(1);
        (await reporting.Told<ObligationExempted>(passed.Name)).ShouldBe(1);
        (await office.Owed.GetObligationAsync(new() { Name = back.Name })).Turns.Select(turn => (turn.State, turn.Reason, turn.Receiver)).ShouldBe(
            [(State.Exempted, "AGENCY_ENDED", back.Receiver), (State.Owed, "", back.Receiver)]);
        (await office.Obligations(plan)).Count.ShouldBe(5);
        (await office.IsDoneWith(office.Health, round)).State.ShouldBe(V1.Report.Types.State.Accepted);
    }

    [Fact]
    public async Task Is_followed_once_however_often_it_is_looked_at()
    {
        var (_, round) = await office.Asks();
        await Ends(office.Health, heir);

        await reporting.Hears(office.Health);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(run => reporting.Run(run % 2 == 0 ? "follow-successions" : "follow-directory")));
        await Follow();

        (await reporting.Told<ObligationRescheduled>((await office.ObligationOf(office.Health, round)).Name)).ShouldBe(1);
        (await reporting.Told<ObligationExempted>((await office.ObligationOf(heir, round)).Name)).ShouldBe(1);
    }

    [Fact]
    public async Task Leaves_the_answer_of_the_heir_that_has_submitted()
    {
        var (_, round) = await office.Asks();
        await Ends(office.Health, heir);
        await office.Submits(heir, round);

        await IsThereAgain(office.Health);

        (await office.ObligationOf(heir, round)).State.ShouldBe(State.Submitted);
        (await office.ObligationOf(office.Health, round)).ExemptReason.ShouldBe("AGENCY_ENDED");
    }

    [Fact]
    public async Task Takes_back_what_each_heir_of_a_split_was_asked()
    {
        var (_, round) = await office.Asks();
        await Ends(office.Health, heir, other);
        foreach (var agency in (ChangedAgency[])[heir, other])
            (await office.ObligationOf(agency, round)).State.ShouldBe(State.Owed);

        await IsThereAgain(office.Health);

        (await office.ObligationOf(office.Health, round)).State.ShouldBe(State.Owed);
        foreach (var agency in (ChangedAgency[])[heir, other])
            (await office.ObligationOf(agency, round)).ExemptReason.ShouldBe("SUCCESSION_TAKEN_BACK");
    }

    [Fact]
    public async Task Leaves_the_heir_what_another_has_left_it()
    {
        var (_, round) = await office.Asks();
        reporting.ItIs(2026, 11, 10);
        await reporting.Hears(heir, office.Health with { ValidTo = Ended, SucceededBy = [heir.AgencyId] }, office.Education with { ValidTo = Ended, SucceededBy = [heir.AgencyId] });
        await Follow();
        (await office.ObligationOf(heir, round)).InPlaceOf.Count.ShouldBe(2);

        await IsThereAgain(office.Health);

        (await office.ObligationOf(office.Health, round)).State.ShouldBe(State.Owed);
        (await office.ObligationOf(office.Education, round)).State.ShouldBe(State.Exempted);
        (await office.ObligationOf(heir, round)).State.ShouldBe(State.Owed);
    }

    [Fact]
    public async Task Passes_it_to_the_heir_that_is_named_instead()
    {
        var (_, round) = await office.Asks();
        await Ends(office.Health, heir);

        await Ends(office.Health, other);

        (await office.ObligationOf(heir, round)).ExemptReason.ShouldBe("SUCCESSION_TAKEN_BACK");
        (await office.ObligationOf(other, round)).State.ShouldBe(State.Owed);
        (await office.ObligationOf(office.Health, round)).ExemptReason.ShouldBe("AGENCY_ENDED");
    }

    [Fact]
    public async Task May_be_followed_by_another_end()
    {
        var (_, round) = await office.Asks();
        await Ends(office.Health, heir);
        await IsThereAgain(office.Health);

        await Ends(office.Health, heir);

        (await office.ObligationOf(office.Health, round)).ExemptReason.ShouldBe("AGENCY_ENDED");
        (await office.ObligationOf(heir, round)).State.ShouldBe(State.Owed);
    }

    [Fact]
    public async Task Makes_nobody_late_for_days_on_which_nothing_was_asked_of_it()
    {
        var (_, round) = await office.Asks();
        await Ends(office.Health, heir);
        reporting.ItIs(2026, 12, 10);

        await IsThereAgain(office.Health);

        (await office.ObligationOf(office.Health, round)).State.ShouldBe(State.Exempted);
        (await office.ObligationOf(heir, round)).ExemptReason.ShouldBe("SUCCESSION_TAKEN_BACK");
    }

    private async Task Ends(ChangedAgency agency, params ChangedAgency[] heirs)
    {
        reporting.ItIs(2026, 11, 10);
        await reporting.Hears([.. heirs, agency with { ValidTo = Ended, SucceededBy = [.. heirs.Select(one => one.AgencyId)] }]);
        await Follow();
    }

    private async Task IsThereAgain(ChangedAgency agency)
    {
        await reporting.Hears(agency);
        await Follow();
    }

    private async Task Follow()
    {
        await reporting.Run("follow-directory");
        await reporting.Run("follow-successions");
        await reporting.Run("follow-successions");
    }

    private static string Name(ChangedAgency agency) => $"agencies/{agency.AgencyId}";
}
