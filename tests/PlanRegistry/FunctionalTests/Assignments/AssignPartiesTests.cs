using System.Text.Json;
using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.Harness.Services;
using SocialPolicy.PlanRegistry.FunctionalTests.Directory;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using static SocialPolicy.PlanRegistry.FunctionalTests.Directory.Sending;
using Kind = SocialPolicy.PlanRegistry.V1.Agency.Types.Kind;
using PartyRole = SocialPolicy.PlanRegistry.V1.PartyRole;
using Reason = SocialPolicy.PlanRegistry.V1.UnassignedParty.Types.Reason;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Assignments;

/// <summary>The sample plan reports to "UBND tỉnh" via "Sở Lao động - Thương binh và Xã hội", which this directory knows as another.</summary>
public sealed class AssigningParties(Registry registry) : IClassFixture<Registry>
{
    private const string Labour = "Sở Lao động - Thương binh và Xã hội";
    private const string Interior = "as:so-noi-vu";
    private const string Health = "as:so-y-te";
    private static readonly Google.Type.Date Today = new() { Year = 2026, Month = 11, Day = 1 };

    [Fact]
    public async Task Enters_the_publication_of_a_plan_that_is_not_published()
    {
        var plan = await Confirmed();
        var waiting = await Queue(plan);
        waiting.Select(party => (party.Role, party.Text, party.Reason)).ShouldBe([(PartyRole.Via, Labour, Reason.Nobody)]);
        waiting[0].Published.ShouldBeFalse();

        var answer = await registry.Assignments.AssignPartiesAsync(One(plan, Interior));

        (await Queue(plan)).ShouldBeEmpty();
        var published = await registry.Registrar.PublishPlanAsync(new() { Name = plan.Name });
        published.ReportingDuties[0].ViaParty.ShouldBe(answer.Assignments.ShouldHaveSingleItem().Party);
        using var fact = JsonDocument.Parse(await registry.Ask<string>("select payload from ground.outbox where aggregate = @name", new { name = plan.Name }));
        $"agencies/{fact.RootElement.GetProperty("reportingDuties")[0].GetProperty("viaParty").GetProperty("agencyId").GetString()}".ShouldBe(await NameOf(Interior));
    }

    [Fact]
    public async Task Counts_for_a_published_plan_from_its_day_on_and_leaves_the_days_before()
    {
        var plan = await Published();

        await registry.Assignments.AssignPartiesAsync(One(plan, Interior));

        (await Queue(plan)).ShouldBeEmpty();
        (await Queue(plan, new() { Year = 2026, Month = 10, Day = 31 })).ShouldHaveSingleItem().Text.ShouldBe(Labour);
        (await registry.Registrar.GetPlanAsync(new() { Name = plan.Name })).ReportingDuties[0].ViaParty.Agency.ShouldBe(await NameOf(Interior));
        (await registry.Registrar.GetPlanAsync(new() { Name = plan.Name, InForceOn = new() { Year = 2026, Month = 10, Day = 31 } })).ReportingDuties.ShouldBe(plan.ReportingDuties);
        var said = (await registry.Assignments.ListPartyAssignmentsAsync(new() { Plan = plan.Name })).Assignments.ShouldHaveSingleItem();
        (said.Duty, said.Role, said.Position, said.Reason, said.Assigner).ShouldBe((plan.ReportingDuties[0].Name, PartyRole.Via, 1, "Đề án 1", "registrar"));
        said.ValidFrom.ShouldBe(Today);
    }

    [Fact]
    public async Task Is_seen_at_once_and_on_its_day_by_who_has_seen_the_plan_before()
    {
        var plan = await Published();
        (await Via(plan)).ShouldBeEmpty();

        await registry.Assignments.AssignPartiesAsync(One(plan, Interior));
        (await Via(plan)).ShouldBe(await NameOf(Interior));

        var order = One(plan, Health);
        order.ValidFrom = new() { Year = 2026, Month = 11, Day = 3 };
        await registry.Assignments.AssignPartiesAsync(order);
        (await Via(plan)).ShouldBe(await NameOf(Interior));

        registry.Clock.Advance(TimeSpan.FromDays(2));
        var then = await Via(plan);
        registry.Clock.Advance(TimeSpan.FromDays(-2));
        then.ShouldBe(await NameOf(Health));
    }

    [Fact]
    public async Task Is_seen_even_when_the_plan_did_not_move_on_with_it()
    {
        var plan = await Published();
        await registry.Assignments.AssignPartiesAsync(One(plan, Interior));
        (await Via(plan)).ShouldBe(await NameOf(Interior));

        await registry.Do(
            """
            insert into party_assignments (id, plan_id, duty_id, role, position, text, agency_id, valid_from, reason, remembered, assigned_at, assigned_by)
            select @id, plan_id, duty_id, role, position, text, @agency, valid_from, reason, false, assigned_at, assigned_by
            from party_assignments where plan_id = @plan
            """,
            new { id = Guid.CreateVersion7(), agency = Guid.Parse((await NameOf(Health))["agencies/".Length..]), plan = Guid.Parse(plan.Name["plans/".Length..]) });

        (await Via(plan)).ShouldBe(await NameOf(Health));
    }

    [Fact]
    public async Task Is_told_to_others_once_when_its_day_has_come()
    {
        var (now, later) = (await Published(), await Published());
        await registry.Assignments.AssignPartiesAsync(One(now, Interior));
        var order = One(later, Interior);
        order.ValidFrom = new() { Year = 2026, Month = 11, Day = 20 };
        await registry.Assignments.AssignPartiesAsync(order);
        await registry.Run("tell-of-assignments");

        (await registry.Announcements(now.Name, "PlanAmended"), await registry.Announcements(later.Name, "PlanAmended")).ShouldBe((1, 0));
        (await registry.Registrar.GetPlanAsync(new() { Name = now.Name })).Etag.ShouldNotBe(now.Etag);

        registry.Clock.Advance(TimeSpan.FromDays(20));
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => registry.Run("tell-of-assignments")));
        registry.Clock.Advance(TimeSpan.FromDays(-20));

        (await registry.Announcements(now.Name, "PlanAmended"), await registry.Announcements(later.Name, "PlanAmended")).ShouldBe((1, 1));
        using var fact = System.Text.Json.JsonDocument.Parse(await registry.Ask<string>(
            "select payload from ground.outbox where aggregate = @name and type = 'planregistry.PlanAmended'", new { name = later.Name }));
        $"agencies/{fact.RootElement.GetProperty("plan").GetProperty("reportingDuties")[0].GetProperty("viaParty").GetProperty("agencyId").GetString()}".ShouldBe(await NameOf(Interior));
    }

    [Fact]
    public async Task Gives_by_rule_every_name_that_means_the_predecessor_and_matches()
    {
        var (first, second) = (await Published(), await Published());
        await registry.Assignments.AssignPartiesAsync(One(first, Interior));
        await registry.Assignments.AssignPartiesAsync(One(second, Interior));

        (await Refused.By(registry.Assignments.AssignPartiesAsync(Rule(second, Interior, Health, "không có chữ này")))).Reason.ShouldBe("NOTHING_TO_ASSIGN");
        var answer = await registry.Assignments.AssignPartiesAsync(Rule(second, Interior, Health, "CHÍNH SÁCH xã hội"));

        answer.Assignments.ShouldHaveSingleItem().Plan.ShouldBe(second.Name);
        (await Refused.By(registry.Assignments.AssignPartiesAsync(Rule(second, Interior, Health)))).Reason.ShouldBe("NOTHING_TO_ASSIGN");
        (await registry.Assignments.ListPartyAssignmentsAsync(new() { Plan = first.Name })).Assignments.Count.ShouldBe(1);
        var both = (await registry.Assignments.ListPartyAssignmentsAsync(new() { Plan = second.Name, PageSize = 1 }));
        both.Assignments[0].Party.Agency.ShouldBe(await NameOf(Health));
        (await registry.Assignments.ListPartyAssignmentsAsync(new() { Plan = second.Name, PageSize = 1, PageToken = both.NextPageToken })).Assignments[0].Party.Agency.ShouldBe(await NameOf(Interior));
    }

    [Fact]
    public async Task Offers_the_heirs_with_the_functions_they_took_over()
    {
        var plan = await Published();
        await registry.Assignments.AssignPartiesAsync(One(plan, Interior));
        var (old, children) = (Agency("as:so-chia", "as:sl", "Sở Chia"), NewCode());
        await registry.Directory.Import([], [old, Agency(children, "as:sl", $"Sở {children}")]);
        await registry.Assignments.AssignPartiesAsync(Rule(plan, Interior, "as:so-chia"));
        await registry.Successions.RecordSuccessionAsync(new()
        {
            Subject = V1.Succession.Types.Subject.Agencies,
            Kind = V1.Succession.Types.Kind.Split,
            EffectiveOn = new() { Year = 2027, Month = 1, Day = 1 },
            Predecessors = { "as:so-chia" },
            Heirs = { new V1.Succession.Types.Heir { Name = Health, Function = "giảm nghèo" }, new V1.Succession.Types.Heir { Name = children, Function = "trẻ em" } },
            LegalGround = "Đề án 3",
        });

        (await Queue(plan)).ShouldBeEmpty();
        var waiting = (await Queue(plan, new() { Year = 2027, Month = 1, Day = 1 })).ShouldHaveSingleItem();
        (waiting.Reason, waiting.EndedAgency).ShouldBe((Reason.Ended, await NameOf("as:so-chia")));
        waiting.Candidates.Select(candidate => (candidate.Code, candidate.Confidence, candidate.Why)).ShouldBe(
        [
            (Health, V1.Confidence.Heir, "It took over from it: giảm nghèo."),
            (children, V1.Confidence.Heir, "It took over from it: trẻ em."),
        ]);
    }

    [Fact]
    public async Task Takes_a_group_for_a_name()
    {
        var plan = await Published();

        var answer = await registry.Assignments.AssignPartiesAsync(Departments(plan, "as:sl"));

        answer.Assignments[0].Party.Group.Kinds.ShouldBe([Kind.Department]);
        (await Queue(plan)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Remembers_the_name_for_the_documents_to_come()
    {
        await Directory("rm");
        var plan = await registry.Import(SamplePlan.Text().Replace("SƠN LA", "RÊ MI", StringComparison.Ordinal).Replace("Sơn La", "Rê Mi", StringComparison.Ordinal));
        var request = One(plan, "rm:so-noi-vu");
        request.Assignments[0].Remember = true;
        var before = await registry.Directory.GetAgencyAsync(new() { Name = "rm:so-noi-vu" });

        await registry.Assignments.AssignPartiesAsync(request);

        var after = await registry.Directory.GetAgencyAsync(new() { Name = "rm:so-noi-vu" });
        after.Aliases.ShouldContain(Labour);
        after.Etag.ShouldNotBe(before.Etag);
        var resolved = await registry.Directory.ResolvePartyAsync(new() { Text = "Sở LĐ-TB&XH", Issuer = "rm:ubnd" });
        (resolved.Party.Agency, resolved.Confidence).ShouldBe((after.Name, V1.Confidence.Alias));
        request.Assignments[0].Agency = "rm:so-y-te";
        (await Refused.By(registry.Assignments.AssignPartiesAsync(request))).Reason.ShouldBe("ALIAS_TAKEN");
    }

    [Fact]
    public async Task Says_who_issued_a_plan_whose_issuer_is_not_known()
    {
        await Directory("is");
        var plan = await registry.Import(SamplePlan.Text().Replace("SƠN LA", "KHÔNG CÓ", StringComparison.Ordinal).Replace("Sơn La", "Không Có", StringComparison.Ordinal));
        (await Queue(plan)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            party => party.Role.ShouldBe(PartyRole.Issuer), party => party.Duty.ShouldBeEmpty(), party => party.Candidates.ShouldNotBeEmpty());

        await registry.Assignments.AssignPartiesAsync(new()
        {
            Assignments = { new V1.AssignPartiesRequest.Types.Assignment { Duty = plan.Name, Role = PartyRole.Issuer, Agency = "is:ubnd" } },
            Reason = "Tỉnh đổi tên",
        });

        var known = await registry.Registrar.GetPlanAsync(new() { Name = plan.Name });
        known.IssuerAgency.ShouldBe(await NameOf("is:ubnd"));
        known.ReportingDuties[0].AddresseeParties.ShouldHaveSingleItem().Agency.ShouldBe(known.IssuerAgency);
    }

    [Fact]
    public async Task Changes_nothing_for_a_name_that_means_just_that()
    {
        var plan = await Published();
        await registry.Assignments.AssignPartiesAsync(One(plan, Interior));

        (await registry.Assignments.AssignPartiesAsync(One(plan, Interior))).ShouldBe(new() { UnchangedCount = 1 });
    }

    [Fact]
    public async Task Stores_nothing_when_it_only_validates_and_gives_a_repeat_its_first_answer()
    {
        var plan = await Published();
        var request = One(plan, Interior);
        request.ValidateOnly = true;
        (await registry.Assignments.AssignPartiesAsync(request)).Assignments.Count.ShouldBe(1);
        (await registry.Assignments.ListPartyAssignmentsAsync(new() { Plan = plan.Name })).Assignments.ShouldBeEmpty();

        (request.ValidateOnly, request.RequestId) = (false, $"{Guid.CreateVersion7()}");
        var first = await registry.Assignments.AssignPartiesAsync(request);
        (await registry.Assignments.AssignPartiesAsync(request)).ShouldBe(first);
    }

    [Fact]
    public async Task Is_refused_by_name_and_leaves_nothing_behind()
    {
        var plan = await Published();
        await ShouldBeRefused(new(), StatusCode.InvalidArgument, "ASSIGNMENT_INCOMPLETE");
        await ShouldBeRefused(One(plan, Interior, reason: ""), StatusCode.InvalidArgument, "FIELD_REQUIRED");
        await ShouldBeRefused(One(plan, ""), StatusCode.InvalidArgument, "ASSIGNMENT_INCOMPLETE");
        await ShouldBeRefused(One(plan, "as:nobody"), StatusCode.NotFound, "AGENCY_NOT_FOUND");
        await ShouldBeRefused(Departments(plan, "as:nowhere"), StatusCode.NotFound, "UNIT_NOT_FOUND");
        await ShouldBeRefused(One(plan, Interior, position: 2), StatusCode.NotFound, "PARTY_NOT_FOUND");
        var twice = One(plan, Interior);
        twice.Assignments.Add(twice.Assignments[0].Clone());
        await ShouldBeRefused(twice, StatusCode.InvalidArgument, "PARTY_ASSIGNED_TWICE");
        var stranger = One(plan, Interior);
        stranger.Assignments[0].Duty = $"plans/{Guid.CreateVersion7()}/reportingDuties/{Guid.CreateVersion7()}";
        await ShouldBeRefused(stranger, StatusCode.NotFound, "PLAN_NOT_FOUND");
        stranger.Assignments[0].Duty = "plans/1";
        await ShouldBeRefused(stranger, StatusCode.InvalidArgument, "NAME_MALFORMED");
        await ShouldBeRefused(new() { Rule = new() { Predecessor = Interior }, Reason = "Đề án" }, StatusCode.InvalidArgument, "FIELD_REQUIRED");

        (await registry.Assignments.ListPartyAssignmentsAsync(new() { Plan = plan.Name })).Assignments.ShouldBeEmpty();
        var refused = await Refused.By(registry.AssignmentsAs("viewer", Role.Viewer).AssignPartiesAsync(One(plan, Interior)));
        (refused.Code, refused.Reason).ShouldBe((StatusCode.PermissionDenied, "CALLER_NOT_ALLOWED"));
    }

    [Fact]
    public async Task Is_refused_for_a_retired_code_and_says_whom_to_name()
    {
        var plan = await Published();
        var old = Agency("as:so-cu", "as:sl", "Sở Cũ");
        (old.ValidTo, var young) = (new() { Year = 2025, Month = 2, Day = 28 }, Agency("as:so-moi", "as:sl", "Sở Mới"));
        old.SucceededByCodes.Add(Health);
        young.ValidFrom = new() { Year = 2027, Month = 1, Day = 1 };
        var gone = District("as:huyen-cu", "as:sl", "huyện Cũ");
        gone.ValidTo = new() { Year = 2025, Month = 6, Day = 30 };
        await registry.Directory.Import([gone], [old, young]);

        var refused = await Refused.By(registry.Assignments.AssignPartiesAsync(One(plan, "as:so-cu")));

        (refused.Code, refused.Reason).ShouldBe((StatusCode.FailedPrecondition, "AGENCY_SUPERSEDED"));
        (refused.Facts["heirs"], refused.Facts["heir_names"], refused.Facts["ended_on"]).ShouldBe((Health, "Sở Y tế tỉnh Sơn La", "2025-02-28"));
        await ShouldBeRefused(One(plan, "as:so-moi"), StatusCode.FailedPrecondition, "AGENCY_NOT_THERE_YET");
        await ShouldBeRefused(Departments(plan, "as:huyen-cu"), StatusCode.FailedPrecondition, "UNIT_SUPERSEDED");
        var then = One(plan, "as:so-cu");
        then.ValidFrom = new() { Year = 2025, Month = 2, Day = 28 };
        (await registry.Assignments.AssignPartiesAsync(then)).Assignments.Count.ShouldBe(1);
    }

    private async Task<string> Via(V1.Plan plan) =>
        (await registry.Registrar.GetPlanAsync(new() { Name = plan.Name })).ReportingDuties[0].ViaParty?.Agency ?? "";

    private static V1.AssignPartiesRequest One(V1.Plan plan, string agency, int position = 0, string reason = "Đề án 1") => new()
    {
        Assignments = { new V1.AssignPartiesRequest.Types.Assignment { Duty = plan.ReportingDuties[0].Name, Role = PartyRole.Via, Position = position, Agency = agency } },
        Reason = reason,
    };

    private static V1.AssignPartiesRequest Departments(V1.Plan plan, string unit)
    {
        var request = One(plan, "");
        request.Assignments[0].Group = new() { Unit = unit, Reach = V1.AgencyGroup.Types.Reach.Unit, Kinds = { Kind.Department } };
        return request;
    }

    private static V1.AssignPartiesRequest Rule(V1.Plan plan, string predecessor, string heir, string matching = "") => new()
    {
        Rule = new() { Predecessor = predecessor, Heir = heir, Plan = plan.Name, Matching = matching },
        Reason = "Đề án 2",
    };

    private async Task<V1.Plan> Confirmed()
    {
        await Directory("as", "tỉnh Sơn La");
        return await registry.ImportConfirmed();
    }

    private async Task<V1.Plan> Published() => await registry.Registrar.PublishPlanAsync(new() { Name = (await Confirmed()).Name });

    private Task<V1.ImportDirectoryResponse> Directory(string scheme, string province = "tỉnh Rê Mi") => registry.Directory.Import(
        [Province($"{scheme}:sl", scheme == "is" ? "tỉnh Có Tên" : province), District($"{scheme}:mai-son", $"{scheme}:sl", "huyện Mai Sơn")],
        [
            Agency($"{scheme}:ubnd", $"{scheme}:sl", $"Ủy ban nhân dân {(scheme == "is" ? "tỉnh Có Tên" : province)}", Kind.PeoplesCommittee),
            Agency($"{scheme}:so-noi-vu", $"{scheme}:sl", $"Sở Nội vụ {province}"),
            Agency($"{scheme}:so-y-te", $"{scheme}:sl", $"Sở Y tế {province}"),
            Agency($"{scheme}:mai-son.ubnd", $"{scheme}:mai-son", "Ủy ban nhân dân huyện Mai Sơn", Kind.PeoplesCommittee),
        ]);

    private async Task<IReadOnlyList<V1.UnassignedParty>> Queue(V1.Plan plan, Google.Type.Date? on = null) =>
        (await registry.Assignments.ListUnassignedPartiesAsync(new() { Plan = plan.Name, On = on })).Parties;

    private async Task<string> NameOf(string code) => (await registry.Directory.GetAgencyAsync(new() { Name = code })).Name;

    private async Task ShouldBeRefused(V1.AssignPartiesRequest request, StatusCode code, string reason)
    {
        var refused = await Refused.By(registry.Assignments.AssignPartiesAsync(request));

        (refused.Code, refused.Reason).ShouldBe((code, reason));
    }
}
