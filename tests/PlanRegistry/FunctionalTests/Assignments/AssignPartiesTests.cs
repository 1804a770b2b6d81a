using System.Text.Json;
using SocialPolicy.Harness.Services;
using SocialPolicy.PlanRegistry.FunctionalTests.Directory;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using static SocialPolicy.PlanRegistry.FunctionalTests.Assignments.Assigning;
using static SocialPolicy.PlanRegistry.FunctionalTests.Directory.Sending;
using Kind = SocialPolicy.PlanRegistry.V1.Agency.Types.Kind;
using PartyRole = SocialPolicy.PlanRegistry.V1.PartyRole;
using Reason = SocialPolicy.PlanRegistry.V1.UnassignedParty.Types.Reason;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Assignments;

public sealed class AssigningParties(Registry registry) : IClassFixture<Registry>
{
    [Fact]
    public async Task Enters_the_publication_of_a_plan_that_is_not_published()
    {
        var plan = await registry.Confirmed();
        var waiting = await registry.Queue(plan);
        waiting.Select(party => (party.Role, party.Text, party.Reason)).ShouldBe([(PartyRole.Via, Labour, Reason.Nobody)]);
        waiting[0].Published.ShouldBeFalse();

        var answer = await registry.Assignments.AssignPartiesAsync(One(plan, Interior));

        (await registry.Queue(plan)).ShouldBeEmpty();
        var published = await registry.Registrar.PublishPlanAsync(new() { Name = plan.Name });
        published.ReportingDuties[0].ViaParty.ShouldBe(answer.Assignments.ShouldHaveSingleItem().Party);
        using var fact = JsonDocument.Parse(await registry.Ask<string>("select payload from ground.outbox where aggregate = @name", new { name = plan.Name }));
        $"agencies/{fact.RootElement.GetProperty("reportingDuties")[0].GetProperty("viaParty").GetProperty("agencyId").GetString()}".ShouldBe(await registry.NameOf(Interior));
    }

    [Fact]
    public async Task Gives_by_rule_every_name_that_means_the_predecessor_and_matches()
    {
        var (first, second) = (await registry.Published(), await registry.Published());
        await registry.Assignments.AssignPartiesAsync(One(first, Interior));
        await registry.Assignments.AssignPartiesAsync(One(second, Interior));

        (await Refused.By(registry.Assignments.AssignPartiesAsync(Rule(second, Interior, Health, "không có chữ này")))).Reason.ShouldBe("NOTHING_TO_ASSIGN");
        var answer = await registry.Assignments.AssignPartiesAsync(Rule(second, Interior, Health, "CHÍNH SÁCH xã hội"));

        answer.Assignments.ShouldHaveSingleItem().Plan.ShouldBe(second.Name);
        (await Refused.By(registry.Assignments.AssignPartiesAsync(Rule(second, Interior, Health)))).Reason.ShouldBe("NOTHING_TO_ASSIGN");
        (await registry.Assignments.ListPartyAssignmentsAsync(new() { Plan = first.Name })).Assignments.Count.ShouldBe(1);
        var both = (await registry.Assignments.ListPartyAssignmentsAsync(new() { Plan = second.Name, PageSize = 1 }));
        both.Assignments[0].Party.Agency.ShouldBe(await registry.NameOf(Health));
        (await registry.Assignments.ListPartyAssignmentsAsync(new() { Plan = second.Name, PageSize = 1, PageToken = both.NextPageToken })).Assignments[0].Party.Agency.ShouldBe(await registry.NameOf(Interior));
    }

    [Fact]
    public async Task Offers_the_heirs_with_the_functions_they_took_over()
    {
        var plan = await registry.Published();
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

        (await registry.Queue(plan)).ShouldBeEmpty();
        var waiting = (await registry.Queue(plan, new() { Year = 2027, Month = 1, Day = 1 })).ShouldHaveSingleItem();
        (waiting.Reason, waiting.EndedAgency).ShouldBe((Reason.Ended, await registry.NameOf("as:so-chia")));
        waiting.Candidates.Select(candidate => (candidate.Code, candidate.Confidence, candidate.Why)).ShouldBe(
        [
            (Health, V1.Confidence.Heir, "It took over from it: giảm nghèo."),
            (children, V1.Confidence.Heir, "It took over from it: trẻ em."),
        ]);
    }

    [Fact]
    public async Task Takes_a_group_for_a_name()
    {
        var plan = await registry.Published();

        var answer = await registry.Assignments.AssignPartiesAsync(Departments(plan, "as:sl"));

        answer.Assignments[0].Party.Group.Kinds.ShouldBe([Kind.Department]);
        (await registry.Queue(plan)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Remembers_the_name_for_the_documents_to_come()
    {
        await registry.DirectoryWithoutLabour("rm", "tỉnh Rê Mi");
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
        await registry.DirectoryWithoutLabour("is", "tỉnh Có Tên");
        var plan = await registry.Import(SamplePlan.Text().Replace("SƠN LA", "KHÔNG CÓ", StringComparison.Ordinal).Replace("Sơn La", "Không Có", StringComparison.Ordinal));
        (await registry.Queue(plan)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            party => party.Role.ShouldBe(PartyRole.Issuer), party => party.Duty.ShouldBeEmpty(), party => party.Candidates.ShouldNotBeEmpty());

        await registry.Assignments.AssignPartiesAsync(new()
        {
            Assignments = { new V1.AssignPartiesRequest.Types.Assignment { Duty = plan.Name, Role = PartyRole.Issuer, Agency = "is:ubnd" } },
            Reason = "Tỉnh đổi tên",
        });

        var known = await registry.Registrar.GetPlanAsync(new() { Name = plan.Name });
        known.IssuerAgency.ShouldBe(await registry.NameOf("is:ubnd"));
        known.ReportingDuties[0].AddresseeParties.ShouldHaveSingleItem().Agency.ShouldBe(known.IssuerAgency);
    }

    [Fact]
    public async Task Changes_nothing_for_a_name_that_means_just_that()
    {
        var plan = await registry.Published();
        await registry.Assignments.AssignPartiesAsync(One(plan, Interior));

        (await registry.Assignments.AssignPartiesAsync(One(plan, Interior))).ShouldBe(new() { UnchangedCount = 1 });
    }

    [Fact]
    public async Task Stores_nothing_when_it_only_validates_and_gives_a_repeat_its_first_answer()
    {
        var plan = await registry.Published();
        var request = One(plan, Interior);
        request.ValidateOnly = true;
        (await registry.Assignments.AssignPartiesAsync(request)).Assignments.Count.ShouldBe(1);
        (await registry.Assignments.ListPartyAssignmentsAsync(new() { Plan = plan.Name })).Assignments.ShouldBeEmpty();

        (request.ValidateOnly, request.RequestId) = (false, $"{Guid.CreateVersion7()}");
        var first = await registry.Assignments.AssignPartiesAsync(request);
        (await registry.Assignments.AssignPartiesAsync(request)).ShouldBe(first);
    }
}
