using SocialPolicy.PlanRegistry.FunctionalTests.Documents;
using SocialPolicy.PlanRegistry.FunctionalTests.Owners;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using SocialPolicy.PlanRegistry.FunctionalTests.Successions;
using SocialPolicy.PlanRegistry.FunctionalTests.Tasks;
using static SocialPolicy.PlanRegistry.FunctionalTests.Refusals.Refusing;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Refusals;

/// <summary>What every call says of names that name nothing, whatever it does.</summary>
public sealed class NamingWhatIsNotThere(Registry registry) : IClassFixture<Registry>
{
    [Fact]
    public Task Is_refused_for_names_that_are_none() => registry.ShouldRefuse(
        "NAME_MALFORMED",
        new V1.GetAmendmentRequest { Name = "x" },
        new V1.ListAmendmentsRequest { Plan = "x" },
        new V1.CancelAmendmentRequest { Name = "x", Reason = "nhầm" },
        new V1.ListUnassignedPartiesRequest { Plan = "x" },
        new V1.ListPartyAssignmentsRequest { Plan = "x" },
        new V1.RecordSuccessionRequest(Dissolution("agencies/1")),
        new V1.ListSuccessionsRequest { Unit = "units/1" },
        new V1.UpdateDocumentRequest { Document = new() { Name = "x", Title = "Một" }, UpdateMask = new() { Paths = { "title" } } },
        new V1.MergeDocumentsRequest { Name = "x", Into = "y" },
        new V1.FindPathRequest { From = "x", To = "y" },
        new V1.ListDescendantsRequest { Name = "x" },
        new V1.ListAffectedPlansRequest { Name = "x" },
        new V1.ListInvalidBasesRequest { Name = "x" },
        new V1.GetCoverageRequest { Name = "x", Text = "UBND các xã" },
        new V1.GetMatterRequest { Name = "x" },
        new V1.AnswerMatterRequest { Name = "x", Text = "đã xong" },
        new V1.AssignMatterRequest { Name = "x", Agency = Province.Labour, Due = Later },
        new V1.ReopenMatterRequest { Name = "x", Reason = "chưa xong" },
        new V1.ExportOwnersRequest { Plan = "x" },
        new V1.ListFlagsRequest { Plan = "x" },
        new V1.PublishPlanRequest { Name = "x" },
        new V1.ConfirmReadingRequest { Name = "x" },
        new V1.GetTaskWorkRequest { Task = "x" },
        new V1.CompleteTaskRequest { Task = "x" },
        new V1.DropTaskRequest { Task = "x", Reason = "đã có" },
        new V1.ReopenTaskRequest { Task = "x", Reason = "làm tiếp" },
        Assessed("x"),
        Contributed("x"),
        Attached("x"),
        new V1.DownloadEvidenceRequest { Name = "x" });

    [Fact]
    public async Task Is_refused_for_plans_the_register_does_not_have()
    {
        await registry.ProvinceDirectory();

        await registry.ShouldRefuse(
            "PLAN_NOT_FOUND",
            new V1.ListUnassignedPartiesRequest { Plan = NoPlan },
            new V1.ListPartyAssignmentsRequest { Plan = NoPlan },
            Owned(NoPlan, $"{NoPlan}/targets/01990000-0000-7000-8000-000000000002"),
            new V1.GetOwnersRequest { Item = NoTask },
            new V1.ExportOwnersRequest { Plan = NoPlan },
            new V1.GetTaskWorkRequest { Task = NoTask },
            Classified(NoPlan, NoTask),
            new V1.CompleteTaskRequest { Task = NoTask, On = Working.Day(2026, 1, 2) },
            new V1.DropTaskRequest { Task = NoTask, Reason = "đã có" },
            new V1.ReopenTaskRequest { Task = NoTask, Reason = "làm tiếp" },
            Assessed(NoTask),
            Contributed(NoTask),
            Attached(NoTask));
    }

    [Fact]
    public async Task Is_refused_for_items_the_plan_does_not_have()
    {
        var none = $"{(await registry.PublishedPlan()).Name}/tasks/{Guid.CreateVersion7()}";

        await registry.ShouldRefuse(
            "ITEM_NOT_FOUND",
            new V1.CompleteTaskRequest { Task = none },
            new V1.DropTaskRequest { Task = none, Reason = "đã có" },
            new V1.ReopenTaskRequest { Task = none, Reason = "làm tiếp" },
            Assessed(none),
            Contributed(none),
            Attached(none));
    }

    [Fact]
    public Task Is_refused_for_matters_that_nobody_raised() => registry.ShouldRefuse(
        "MATTER_NOT_FOUND",
        new V1.AnswerMatterRequest { Name = NoMatter, Text = "đã xong" },
        new V1.ReopenMatterRequest { Name = NoMatter, Reason = "chưa xong" });

    [Fact]
    public async Task Is_refused_for_agencies_and_units_the_directory_does_not_have()
    {
        var document = await registry.Find((await registry.PublishedPlan()).Name);

        await registry.ShouldRefuse("AGENCY_NOT_FOUND", Changed(document, new() { IssuerAgency = "own:nobody" }, "issuer_agency"), Dissolution("own:nobody"));
        await registry.ShouldRefuse("UNIT_NOT_FOUND", new V1.ListSuccessionsRequest { Unit = "own:nowhere" });
    }

    [Fact]
    public async Task Is_refused_for_a_plan_above_that_the_register_does_not_have()
    {
        var plan = await registry.PublishedPlan();
        var finding = new V1.AcceptFindingRequest
        {
            Plan = plan.Name,
            Kind = V1.AlignmentFinding.Types.Kind.Stronger,
            SuperiorTarget = plan.Targets[1].Name,
            Target = plan.Targets[0].Name,
            Rule = "VALUE",
            Reason = "x",
        };

        await registry.ShouldRefuse("PLAN_NOT_FOUND", new V1.AcceptFindingRequest(finding) { Plan = NoPlan, Superior = plan.Name });
        await registry.ShouldRefuse("SUPERIOR_PLAN_NOT_FOUND", finding);
    }

    [Fact]
    public async Task Is_refused_for_a_new_name_that_is_the_old_one()
    {
        await registry.ProvinceDirectory();
        var same = Recording.Agencies(V1.Succession.Types.Kind.Rename, [Province.Education]);
        same.NewName = "Sở Giáo dục và Đào tạo tỉnh Sơn La";

        await registry.ShouldRefuse("NAME_UNCHANGED", same);
    }
}
