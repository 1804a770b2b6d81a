using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.PlanRegistry.Domain.Amendments;
using SocialPolicy.PlanRegistry.Domain.Assignments;
using SocialPolicy.PlanRegistry.Domain.Directory;
using SocialPolicy.PlanRegistry.Domain.Plans;
using SocialPolicy.PlanRegistry.UnitTests.Plans;
using SocialPolicy.PlanText;

namespace SocialPolicy.PlanRegistry.UnitTests.Assignments;

public sealed class AssigningParties
{
    private static readonly DateOnly FirstDay = new(2025, 3, 1);
    private static readonly Guid Plan = Guid.CreateVersion7();
    private static readonly Guid Labour = Guid.CreateVersion7();
    private static readonly Guid Interior = Guid.CreateVersion7();
    private static readonly Guid Health = Guid.CreateVersion7();
    private static readonly PlanDuty Duty = new(
        Guid.CreateVersion7(), ["các sở, ban, ngành", "Sở LĐ-TB&XH"], ["UBND tỉnh"], "Sở LĐ-TB&XH", ReportingFrequency.Annual, 15, 12, false, null, null, null, null, "kết quả thực hiện", new(0, 1));

    private static readonly AgencyGroup Departments = new(Guid.CreateVersion7(), false, [AgencyKind.Department, AgencyKind.ServiceUnit]);
    private static readonly Party Via = new("Sở LĐ-TB&XH", Labour, null);
    private static readonly PlanParties Parties = new(Guid.CreateVersion7(), Departments.UnitId, new Dictionary<Guid, DutyParties>
    {
        [Duty.Id] = new([new("các sở, ban, ngành", null, Departments), Via], [new("UBND tỉnh", null, null)], Via),
    });

    private static readonly PartyPlace OfVia = new(Duty.Id, PartyRole.Via, 1);

    [Fact]
    public void Keeps_what_is_new_and_counts_what_was_so_already()
    {
        var decided = Decide(new(Plan, OfVia, Interior, null, false), new(Plan, new(Duty.Id, PartyRole.Reporter, 2), Labour, null, false));

        decided.Unchanged.ShouldBe(1);
        decided.New.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            one => one.Text.ShouldBe("Sở LĐ-TB&XH"), one => one.AgencyId.ShouldBe(Interior), one => one.ValidFrom.ShouldBe(FirstDay), one => one.Place.ShouldBe(OfVia));
    }

    [Fact]
    public void Takes_a_group_with_the_same_kinds_for_the_same()
    {
        var same = Departments with { Kinds = [AgencyKind.ServiceUnit, AgencyKind.Department] };

        Decide(new IntendedAssignment(Plan, new(Duty.Id, PartyRole.Reporter, 1), null, same, false)).Unchanged.ShouldBe(1);
    }

    [Fact]
    public void Is_refused_for_what_is_half_said_twice_said_or_not_there()
    {
        ReasonOf(new IntendedAssignment(Plan, OfVia, null, null, false)).ShouldBe("ASSIGNMENT_INCOMPLETE");
        ReasonOf(new IntendedAssignment(Plan, OfVia, Interior, Departments, false)).ShouldBe("ASSIGNMENT_INCOMPLETE");
        ReasonOf(new IntendedAssignment(Plan, OfVia, null, Departments, true)).ShouldBe("ASSIGNMENT_INCOMPLETE");
        ReasonOf(new IntendedAssignment(Plan, PartyPlace.OfIssuer, null, Departments, false)).ShouldBe("ASSIGNMENT_INCOMPLETE");
        ReasonOf(new(Plan, OfVia, Interior, null, false), new(Plan, OfVia, Health, null, false)).ShouldBe("PARTY_ASSIGNED_TWICE");
        ReasonOf(new IntendedAssignment(Plan, OfVia with { Position = 2 }, Interior, null, false)).ShouldBe("PARTY_NOT_FOUND");
        ReasonOf(new IntendedAssignment(Guid.CreateVersion7(), OfVia, Interior, null, false)).ShouldBe("PARTY_NOT_FOUND");
    }

    [Fact]
    public void Gives_by_rule_all_that_means_the_predecessor()
    {
        var names = Names().Where(name => name.Party.AgencyId == Labour).ToList();

        Assigning.ByRule("spp:ldtbxh", Interior, names).Select(one => (one.Place.Role, one.AgencyId)).ShouldBe([(PartyRole.Reporter, Interior), (PartyRole.Via, Interior)]);
        Should.Throw<RuleBroken>(() => Assigning.ByRule("spp:ldtbxh", Interior, [])).First.Reason.ShouldBe("NOTHING_TO_ASSIGN");
    }

    [Fact]
    public void Counts_from_its_day_on_and_the_last_word_of_a_day()
    {
        PartyAssignment[] said = [Said(Health, FirstDay.AddDays(10)), Said(Interior, FirstDay), Said(Labour, FirstDay)];

        Parties.With(said, FirstDay.AddDays(-1)).Duties[Duty.Id].Via!.AgencyId.ShouldBe(Labour);
        Parties.With(said[..2], FirstDay).Duties[Duty.Id].Via!.AgencyId.ShouldBe(Interior);
        Parties.With(said, FirstDay).Duties[Duty.Id].Via!.AgencyId.ShouldBe(Labour);
        Parties.With(said, FirstDay.AddDays(10)).Duties[Duty.Id].Via!.AgencyId.ShouldBe(Health);
        Parties.With(said, FirstDay.AddDays(10)).Duties[Duty.Id].Reporters.ShouldBe(Parties.Duties[Duty.Id].Reporters);
    }

    [Fact]
    public void Counts_no_longer_when_the_name_was_corrected() =>
        Parties.With([Said(Interior, FirstDay) with { Text = "Sở Khác" }], FirstDay).Duties[Duty.Id].Via.ShouldBe(Via);

    [Fact]
    public void Tells_of_a_published_plan_whom_its_names_mean_now_and_which_duties_changed()
    {
        var content = APlan.Empty with { Duties = [Duty, Duty with { Id = Guid.CreateVersion7() }] };
        var parties = Parties with { Duties = new Dictionary<Guid, DutyParties>(Parties.Duties) { [content.Duties[1].Id] = Parties.Duties[Duty.Id] } };
        PartyAssignment[] said = [Said(Interior, FirstDay)];
        var plan = new Plan(Plan, 4, PlanState.Published, PlanHeader.Empty with { Title = "Kế hoạch", Issuer = "UBND tỉnh" }, APlan.Now);

        var fact = AmendmentAnnouncement.Of(said, plan, content, parties.With(said, FirstDay), publishedOn: FirstDay.AddYears(-1));

        (fact.AmendmentId, fact.EffectiveOn, fact.Plan.PlanId).ShouldBe((null, FirstDay, Plan));
        fact.Changes.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            change => (change.Kind, change.ItemId, change.Change).ShouldBe(("reporting_duty", Duty.Id, "changed")), change => change.Fields.ShouldBe(["via"]));
        fact.Plan.ReportingDuties[0].ViaParty.ShouldBe(new("Sở LĐ-TB&XH", Interior, null));
        fact.Plan.ReportingDuties[1].ViaParty.ShouldBe(new("Sở LĐ-TB&XH", Labour, null));
    }

    private static AssignmentsDecided Decide(params IntendedAssignment[] intended) => Assigning.Decide(intended, Names(), FirstDay, "Đề án", APlan.Now);

    private static string ReasonOf(params IntendedAssignment[] intended) => Should.Throw<RuleBroken>(() => Decide(intended)).First.Reason;

    private static IEnumerable<NameInPlan> Names() => Parties.Places().Select(place => new NameInPlan(Plan, place.Place, place.Party));

    private static PartyAssignment Said(Guid agency, DateOnly from) => new(Guid.CreateVersion7(), Plan, OfVia, "Sở LĐ-TB&XH", agency, null, from, "Đề án", false);
}
