using SocialPolicy.PlanRegistry.FunctionalTests.Documents;
using SocialPolicy.PlanRegistry.FunctionalTests.Owners;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using static SocialPolicy.PlanRegistry.FunctionalTests.Refusals.Refusing;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Refusals;

/// <summary>What every call says of pages that no list has and of lists without end, whatever it does.</summary>
public sealed class AskingForTooMuch(Registry registry) : IClassFixture<Registry>
{
    [Fact]
    public async Task Is_refused_for_pages_that_no_list_has()
    {
        var plan = await registry.PublishedPlan();
        var document = await registry.Find(plan.Name);

        await registry.ShouldRefuse(
            "PAGE_TOKEN_INVALID",
            new V1.ListAmendmentsRequest { Plan = plan.Name, PageToken = "x" },
            new V1.ListUnassignedPartiesRequest { PageToken = "x" },
            new V1.ListPartyAssignmentsRequest { Plan = plan.Name, PageToken = "x" },
            new V1.ListUnitsRequest { PageToken = "x" },
            new V1.ListAffectedPlansRequest { Name = document.Name, PageToken = "x" },
            new V1.ListFlagsRequest { PageToken = "x" });
        await registry.ShouldRefuse(
            "PAGE_SIZE_OUT_OF_RANGE",
            new V1.ListUnassignedPartiesRequest { PageSize = -1 },
            new V1.ListPartyAssignmentsRequest { Plan = plan.Name, PageSize = -1 },
            new V1.ListAgenciesRequest { PageSize = 1_001 },
            new V1.ListAffectedPlansRequest { Name = document.Name, PageSize = 501 },
            new V1.ListFlagsRequest { PageSize = -1 });
    }

    [Fact]
    public async Task Is_refused_for_lists_without_end()
    {
        var plan = await registry.PublishedPlan();
        var task = Classified(plan.Name, plan.Task("tuyên truyền")).Entries[0];
        var correction = new V1.ItemCorrection { Target = new() { Name = plan.Targets[0].Name }, Drop = true };

        await registry.ShouldRefuse(
            "TOO_MANY_NAMES",
            new V1.ClassifyTasksRequest { Plan = plan.Name, Entries = { Enumerable.Repeat(task, 501) } },
            new V1.ConfirmReadingRequest { Name = (await registry.Import(SamplePlan.Text())).Name, ItemCorrections = { Enumerable.Repeat(correction, 501) } });
        await registry.ShouldRefuse(
            "TOO_MANY_ASSIGNMENTS",
            new V1.AssignPartiesRequest { Assignments = { Enumerable.Repeat(Parties(plan).Assignments[0], 501) }, Reason = "x" });
    }
}
