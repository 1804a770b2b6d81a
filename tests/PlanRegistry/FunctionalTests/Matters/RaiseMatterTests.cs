using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.Harness.Services;
using SocialPolicy.PlanRegistry.FunctionalTests.Owners;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using SocialPolicy.PlanRegistry.FunctionalTests.Tasks;
using Kind = SocialPolicy.PlanRegistry.V1.Matter.Types.Kind;
using State = SocialPolicy.PlanRegistry.V1.Matter.Types.State;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Matters;

public sealed class RaisingAMatter(Registry registry) : IClassFixture<Registry>
{
    [Fact]
    public async Task Is_about_a_plan_a_target_or_a_task_and_is_announced()
    {
        var plan = await registry.PublishedPlan();

        foreach (var subject in new[] { plan.Name, plan.Target("giường bệnh"), plan.Task("Đề án") })
        {
            var matter = await registry.Matters.RaiseMatterAsync(new() { Subject = subject, Kind = Kind.Proposal, Text = "Đề nghị bổ sung kinh phí", RaisedBy = Province.Health, DocumentNumber = "5/SYT" });

            (matter.Subject, matter.State, matter.Kind, matter.PlanTitle, matter.RaisedBy.Code).ShouldBe((subject, State.Open, Kind.Proposal, plan.Title, Province.Health));
            matter.Steps.ShouldHaveSingleItem().DocumentNumber.ShouldBe("5/SYT");
            var fact = (await registry.Announced(matter.Name)).ShouldHaveSingleItem();
            $"plans/{fact.GetProperty("planId").GetString()}".ShouldBe(plan.Name);
            fact.GetProperty("kind").GetString().ShouldBe("proposal");
        }
    }

    [Fact]
    public async Task Is_for_the_agency_of_the_officer_when_he_names_none_and_for_no_other()
    {
        var plan = await registry.PublishedPlan();
        var officer = new V1.MatterService.MatterServiceClient(registry.Of(Province.Health, Role.ReportingOfficer));

        (await officer.RaiseMatterAsync(new() { Subject = plan.Name, Kind = Kind.Difficulty, Text = "x" })).RaisedBy.Code.ShouldBe(Province.Health);
        (await Refused.By(officer.RaiseMatterAsync(new() { Subject = plan.Name, Kind = Kind.Difficulty, Text = "x", RaisedBy = Province.Labour }))).Reason.ShouldBe("AGENCY_NOT_YOURS");
    }

    [Fact]
    public async Task Gives_a_repeated_request_its_first_answer()
    {
        var request = new V1.RaiseMatterRequest { Subject = (await registry.PublishedPlan()).Name, Kind = Kind.Finding, Text = "Kết luận giám sát", RequestId = $"{Guid.CreateVersion7()}" };

        var first = await registry.Matters.RaiseMatterAsync(request);

        (await registry.Matters.RaiseMatterAsync(request)).ShouldBe(first);
        (await registry.Announced(first.Name)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Stores_nothing_when_it_only_validates()
    {
        var matter = await registry.Matters.RaiseMatterAsync(new() { Subject = (await registry.PublishedPlan()).Name, Kind = Kind.Finding, Text = "x", ValidateOnly = true });

        (await Refused.By(registry.Matters.GetMatterAsync(new() { Name = matter.Name }))).Reason.ShouldBe("MATTER_NOT_FOUND");
    }

    public static TheoryData<string, string> Wrong => new()
    {
        { "no subject", "FIELD_REQUIRED" }, { "no kind", "FIELD_REQUIRED" }, { "no text", "FIELD_REQUIRED" }, { "long text", "FIELD_TOO_LONG" }, { "tomorrow", "DAY_IN_FUTURE" },
        { "unpublished", "PLAN_NOT_IN_FORCE" }, { "no such item", "ITEM_NOT_FOUND" }, { "no such plan", "PLAN_NOT_FOUND" }, { "no such agency", "AGENCY_NOT_FOUND" }, { "malformed", "NAME_MALFORMED" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Is_refused_with_the_name_of_what_is_wrong(string what, string reason)
    {
        var plan = await registry.PublishedPlan();
        var good = new V1.RaiseMatterRequest { Subject = plan.Name, Kind = Kind.Difficulty, Text = "x" };
        V1.RaiseMatterRequest request = what switch
        {
            "no subject" => new(good) { Subject = "" },
            "no kind" => new(good) { Kind = Kind.Unspecified },
            "no text" => new(good) { Text = " " },
            "long text" => new(good) { Text = new string('x', 4001) },
            "tomorrow" => new(good) { RaisedOn = Working.Day(2026, 11, 2) },
            "unpublished" => new(good) { Subject = (await registry.ConfirmedPlan()).Name },
            "no such item" => new(good) { Subject = $"{plan.Name}/targets/{Guid.CreateVersion7()}" },
            "no such plan" => new(good) { Subject = $"plans/{Guid.CreateVersion7()}" },
            "no such agency" => new(good) { RaisedBy = "own:nobody" },
            _ => new(good) { Subject = "plans/x/y" },
        };

        (await Refused.By(registry.Matters.RaiseMatterAsync(request))).Reason.ShouldBe(reason);
        (await registry.Matters.ListMattersAsync(new() { Plan = plan.Name })).Matters.ShouldBeEmpty();
    }

    [Fact]
    public async Task Is_refused_to_those_who_may_only_look() =>
        (await Refused.By(new V1.MatterService.MatterServiceClient(registry.Of(Province.Health, Role.Viewer)).RaiseMatterAsync(new()))).Code.ShouldBe(StatusCode.PermissionDenied);
}
