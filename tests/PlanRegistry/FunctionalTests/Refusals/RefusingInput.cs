using Grpc.Core;
using SocialPolicy.Harness.Services;
using SocialPolicy.PlanRegistry.FunctionalTests.Directory;
using SocialPolicy.PlanRegistry.FunctionalTests.Documents;
using SocialPolicy.PlanRegistry.FunctionalTests.Owners;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using SocialPolicy.PlanRegistry.FunctionalTests.Successions;
using SocialPolicy.PlanRegistry.FunctionalTests.Tasks;
using Date = Google.Type.Date;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Refusals;

/// <summary>What every call refuses in the same words, whatever it does: names, days, words, pages and lengths that say nothing.</summary>
public sealed class RefusingInput(Registry registry) : IClassFixture<Registry>
{
    private const string Nowhere = "plans/01990000-0000-7000-8000-000000000001";
    private const string NoTask = $"{Nowhere}/tasks/01990000-0000-7000-8000-000000000002";
    private static readonly string TooLong = new('x', 20_001);
    private static readonly Date First2025 = Working.Day(2025, 1, 1);
    private static readonly Date Last2025 = Working.Day(2025, 12, 31);
    private static readonly Date Malformed = new() { Year = 2026, Month = 13, Day = 1 };

    [Fact]
    public async Task Names_that_name_nothing_are_malformed() => await ShouldAllBeRefused(
        "NAME_MALFORMED",
        ("GetAmendment", () => registry.Amendments.GetAmendmentAsync(new() { Name = "x" }).ResponseAsync),
        ("FindPath", () => registry.Documents.FindPathAsync(new() { From = "x", To = "y" }).ResponseAsync),
        ("ListInvalidBases", () => registry.Documents.ListInvalidBasesAsync(new() { Name = "x" }).ResponseAsync),
        ("GetCoverage", () => registry.Documents.GetCoverageAsync(new() { Name = "x", Text = "UBND các xã" }).ResponseAsync),
        ("AnswerMatter", () => registry.Matters.AnswerMatterAsync(new() { Name = "x", Text = "đã xong" }).ResponseAsync),
        ("AssignMatter", () => registry.Matters.AssignMatterAsync(new() { Name = "x", Agency = Province.Labour, Due = Working.Day(2026, 12, 31) }).ResponseAsync),
        ("ExportOwners", () => First(registry.Owners.ExportOwners(new() { Plan = "x" }))),
        ("ListFlags", () => registry.Registrar.ListFlagsAsync(new() { Plan = "x" }).ResponseAsync),
        ("DropTask", () => registry.Tasks.DropTaskAsync(new() { Task = "x", Reason = "đã có" }).ResponseAsync),
        ("ReopenTask", () => registry.Tasks.ReopenTaskAsync(new() { Task = "x", Reason = "làm tiếp" }).ResponseAsync),
        ("RecordContribution", () => registry.Tasks.RecordContributionAsync(new() { Task = "x", Agency = Province.Labour, Text = "góp", From = First2025, To = Last2025 }).ResponseAsync),
        ("DownloadEvidence", () => First(registry.Tasks.DownloadEvidence(new() { Name = "x" }))));

    [Fact]
    public async Task Plans_that_are_not_in_the_register_are_not_found()
    {
        await registry.ProvinceDirectory();

        await ShouldAllBeRefused(
            "PLAN_NOT_FOUND",
            ("ExportOwners", () => First(registry.Owners.ExportOwners(new() { Plan = Nowhere }))),
            ("ImportOwners", () => registry.Return([1], new() { Plan = Nowhere })),
            ("CompleteTask", () => registry.Tasks.CompleteTaskAsync(new() { Task = NoTask, On = Working.Day(2026, 1, 2) }).ResponseAsync),
            ("DropTask", () => registry.Tasks.DropTaskAsync(new() { Task = NoTask, Reason = "đã có" }).ResponseAsync),
            ("ReopenTask", () => registry.Tasks.ReopenTaskAsync(new() { Task = NoTask, Reason = "làm tiếp" }).ResponseAsync),
            ("AssessTask", () => registry.Tasks.AssessTaskAsync(new() { Task = NoTask, Period = "2025", Verdict = V1.TaskAssessment.Types.Verdict.Done }).ResponseAsync),
            ("RecordContribution", () => registry.Tasks.RecordContributionAsync(new() { Task = NoTask, Agency = Province.Labour, Text = "góp", From = First2025, To = Last2025 }).ResponseAsync),
            ("AttachEvidence", () => registry.Tasks.Attach(new() { Task = NoTask, DocumentNumber = "12/BC-SYT" })));
    }

    [Fact]
    public async Task Items_that_the_plan_has_not_are_not_found()
    {
        var none = $"{(await registry.PublishedPlan()).Name}/tasks/{Guid.CreateVersion7()}";

        await ShouldAllBeRefused(
            "ITEM_NOT_FOUND",
            ("DropTask", () => registry.Tasks.DropTaskAsync(new() { Task = none, Reason = "đã có" }).ResponseAsync),
            ("ReopenTask", () => registry.Tasks.ReopenTaskAsync(new() { Task = none, Reason = "làm tiếp" }).ResponseAsync),
            ("RecordContribution", () => registry.Tasks.RecordContributionAsync(new() { Task = none, Agency = Province.Labour, Text = "góp", From = First2025, To = Last2025 }).ResponseAsync),
            ("AttachEvidence", () => registry.Tasks.Attach(new() { Task = none, DocumentNumber = "12/BC-SYT" })));
    }

    [Fact]
    public async Task Tasks_are_worked_on_once_their_plan_is_published()
    {
        var task = (await registry.ConfirmedPlan()).Task("tuyên truyền");

        await ShouldAllBeRefused(
            "PLAN_NOT_IN_FORCE",
            ("DropTask", () => registry.Tasks.DropTaskAsync(new() { Task = task, Reason = "đã có" }).ResponseAsync),
            ("ReopenTask", () => registry.Tasks.ReopenTaskAsync(new() { Task = task, Reason = "làm tiếp" }).ResponseAsync),
            ("RecordContribution", () => registry.Tasks.RecordContributionAsync(new() { Task = task, Agency = Province.Labour, Text = "góp", From = First2025, To = Last2025 }).ResponseAsync),
            ("AttachEvidence", () => registry.Tasks.Attach(new() { Task = task, DocumentNumber = "12/BC-SYT" })));
    }

    [Fact]
    public async Task Days_that_no_calendar_has_are_invalid()
    {
        var (plan, task, matter) = (await registry.PublishedPlan(), await registry.OneOffTask(), (await registry.Matters.RaiseMatterAsync(Difficulty(await registry.PublishedPlan()))).Name);

        var document = await registry.Find(plan.Name);

        await ShouldAllBeRefused(
            "DATE_INVALID",
            ("ListUnassignedParties", () => registry.Assignments.ListUnassignedPartiesAsync(new() { On = Malformed }).ResponseAsync),
            ("ResolveParty", () => registry.Directory.ResolvePartyAsync(new() { Text = "Sở Y tế", Issuer = Province.Health, On = Malformed }).ResponseAsync),
            ("AssignMatter", () => registry.Matters.AssignMatterAsync(new() { Name = matter, Agency = Province.Labour, Due = Malformed }).ResponseAsync),
            ("GetMatter", () => registry.Matters.GetMatterAsync(new() { Name = matter, On = Malformed }).ResponseAsync),
            ("SuggestOwners", () => registry.Owners.SuggestOwnersAsync(new() { Plan = plan.Name, On = Malformed }).ResponseAsync),
            ("ListUnowned", () => registry.Owners.ListUnownedAsync(new() { Plan = plan.Name, On = Malformed }).ResponseAsync),
            ("ExportOwners", () => First(registry.Owners.ExportOwners(new() { Plan = plan.Name, On = Malformed }))),
            ("DropTask", () => registry.Tasks.DropTaskAsync(new() { Task = task, Reason = "đã có", On = Malformed }).ResponseAsync),
            ("RecordContribution", () => registry.Tasks.RecordContributionAsync(new() { Task = task, Agency = Province.HomeAffairs, Text = "góp", From = Malformed, To = Last2025 }).ResponseAsync),
            ("ProposeAmendment", () => registry.Amendments.ProposeAmendmentAsync(new() { Plan = plan.Name, AmendingPlan = Working.PlanOf(task), EffectiveOn = Malformed }).ResponseAsync),
            ("AssignParties", () => registry.Assignments.AssignPartiesAsync(new(Parties(plan)) { ValidFrom = Malformed }).ResponseAsync),
            ("RecordSuccession", () => registry.Successions.RecordSuccessionAsync(new(Dissolution) { EffectiveOn = Malformed }).ResponseAsync),
            ("UpdateDocument", () => registry.Documents.UpdateDocumentAsync(Changing(document, new() { ValidTo = Malformed }, "valid_to")).ResponseAsync));
    }

    [Fact]
    public async Task Words_that_no_contract_has_are_unknown()
    {
        var (plan, task) = (await registry.PublishedPlan(), await registry.OngoingTask());

        await ShouldAllBeRefused(
            "VALUE_UNKNOWN",
            ("ListUnowned", () => registry.Owners.ListUnownedAsync(new() { Plan = plan.Name, Kind = (V1.OwnableKind)99 }).ResponseAsync),
            ("AssessTask", () => registry.Tasks.AssessTaskAsync(new() { Task = task, Period = "2025", Verdict = (V1.TaskAssessment.Types.Verdict)99 }).ResponseAsync),
            ("AssignParties", () => registry.Assignments.AssignPartiesAsync(Parties(plan, (V1.PartyRole)99)).ResponseAsync),
            ("RecordSuccession", () => registry.Successions.RecordSuccessionAsync(new(Dissolution) { Kind = (V1.Succession.Types.Kind)99 }).ResponseAsync),
            ("DownloadDocument", () => First(registry.Registrar.DownloadDocument(new() { Name = plan.Name, Form = (V1.DocumentForm)99 }))));
    }

    [Fact]
    public async Task Pages_that_no_list_has_are_refused()
    {
        var plan = await registry.PublishedPlan();

        await ShouldAllBeRefused(
            "PAGE_TOKEN_INVALID",
            ("ListAmendments", () => registry.Amendments.ListAmendmentsAsync(new() { Plan = plan.Name, PageToken = "x" }).ResponseAsync),
            ("ListUnassignedParties", () => registry.Assignments.ListUnassignedPartiesAsync(new() { PageToken = "x" }).ResponseAsync),
            ("ListPartyAssignments", () => registry.Assignments.ListPartyAssignmentsAsync(new() { Plan = plan.Name, PageToken = "x" }).ResponseAsync),
            ("ListFlags", () => registry.Registrar.ListFlagsAsync(new() { PageToken = "x" }).ResponseAsync));
        await ShouldAllBeRefused(
            "PAGE_SIZE_OUT_OF_RANGE",
            ("ListUnassignedParties", () => registry.Assignments.ListUnassignedPartiesAsync(new() { PageSize = -1 }).ResponseAsync),
            ("ListPartyAssignments", () => registry.Assignments.ListPartyAssignmentsAsync(new() { Plan = plan.Name, PageSize = -1 }).ResponseAsync),
            ("ListFlags", () => registry.Registrar.ListFlagsAsync(new() { PageSize = -1 }).ResponseAsync));
    }

    [Fact]
    public async Task Words_without_end_are_too_long()
    {
        var (plan, task) = (await registry.PublishedPlan(), await registry.OneOffTask());
        var (matter, document) = ((await registry.Matters.RaiseMatterAsync(Difficulty(plan))).Name, await registry.Find(plan.Name));

        await ShouldAllBeRefused(
            "FIELD_TOO_LONG",
            ("ResolveParty", () => registry.Directory.ResolvePartyAsync(new() { Text = TooLong, Issuer = Province.Health }).ResponseAsync),
            ("AssignMatter", () => registry.Matters.AssignMatterAsync(new() { Name = matter, Agency = Province.Labour, Due = Working.Day(2026, 12, 31), Text = TooLong }).ResponseAsync),
            ("RecordContribution", () => registry.Tasks.RecordContributionAsync(new() { Task = task, Agency = Province.HomeAffairs, Text = TooLong, From = First2025, To = Last2025 }).ResponseAsync),
            ("CloseMatter", () => registry.Matters.CloseMatterAsync(new() { Name = matter, Conclusion = TooLong }).ResponseAsync),
            ("ReopenMatter", () => registry.Matters.ReopenMatterAsync(new() { Name = matter, Reason = TooLong }).ResponseAsync),
            ("AssignParties", () => registry.Assignments.AssignPartiesAsync(new(Parties(plan)) { Reason = TooLong }).ResponseAsync),
            ("RecordSuccession", () => registry.Successions.RecordSuccessionAsync(new(Dissolution) { Note = TooLong }).ResponseAsync),
            ("UpdateDocument", () => registry.Documents.UpdateDocumentAsync(Changing(document, new() { Title = TooLong }, "title")).ResponseAsync));
    }

    [Fact]
    public async Task Agencies_that_have_yet_to_begin_neither_own_nor_answer()
    {
        var plan = await registry.PublishedPlan();
        var later = Sending.Agency("own:so-moi", "own:sl", "Sở Mới tỉnh Sơn La");
        later.ValidFrom = Working.Day(2040, 1, 1);
        await registry.Directory.Import([], [later]);
        var matter = (await registry.Matters.RaiseMatterAsync(Difficulty(plan))).Name;
        var assignment = new V1.AssignOwnersRequest.Types.Assignment { Items = { plan.Target("thất nghiệp") }, Lead = "own:so-moi" };

        await ShouldAllBeRefused(
            "AGENCY_NOT_THERE_YET",
            ("AssignOwners", () => registry.Owners.AssignOwnersAsync(new() { Plan = plan.Name, Assignments = { assignment } }).ResponseAsync),
            ("AssignMatter", () => registry.Matters.AssignMatterAsync(new() { Name = matter, Agency = "own:so-moi", Due = Working.Day(2026, 12, 31) }).ResponseAsync));

        (await registry.Owners.AssignOwnersAsync(new() { Plan = plan.Name, From = later.ValidFrom, Assignments = { assignment } })).AssignedCount.ShouldBe(1);
    }

    [Fact]
    public async Task Lists_without_end_are_refused()
    {
        var plan = await registry.PublishedPlan();
        var entry = new V1.ClassifyTasksRequest.Types.Entry { Task = plan.Task("tuyên truyền"), Kind = V1.TaskWork.Types.Kind.Ongoing };

        await ShouldAllBeRefused(
            "TOO_MANY_NAMES", ("ClassifyTasks", () => registry.Tasks.ClassifyTasksAsync(new() { Plan = plan.Name, Entries = { Enumerable.Repeat(entry, 1_001) } }).ResponseAsync));
        await ShouldAllBeRefused(
            "TOO_MANY_ASSIGNMENTS",
            ("AssignParties", () => registry.Assignments.AssignPartiesAsync(new() { Assignments = { Enumerable.Repeat(Parties(plan).Assignments[0], 1_001) }, Reason = "x" }).ResponseAsync));
    }

    [Fact]
    public async Task What_has_not_been_read_or_raised_is_not_worked_on()
    {
        var read = await registry.Import(Province.Text());

        await ShouldAllBeRefused("PLAN_READING_UNCONFIRMED", ("ExportOwners", () => First(registry.Owners.ExportOwners(new() { Plan = read.Name }))));
        await ShouldAllBeRefused(
            "MATTER_NOT_FOUND", ("AnswerMatter", () => registry.Matters.AnswerMatterAsync(new() { Name = $"matters/{Guid.CreateVersion7()}", Text = "đã xong" }).ResponseAsync));
    }

    [Fact]
    public async Task What_the_directory_or_the_register_lacks_is_named()
    {
        var plan = await registry.PublishedPlan();
        var document = await registry.Find(plan.Name);
        var finding = new V1.AcceptFindingRequest { Plan = plan.Name, Kind = V1.AlignmentFinding.Types.Kind.Stronger, SuperiorTarget = plan.Targets[1].Name, Target = plan.Targets[0].Name, Rule = "VALUE", Reason = "x" };
        var same = Recording.Of(V1.Succession.Types.Subject.Agencies, V1.Succession.Types.Kind.Rename, [Province.Education]);
        same.NewName = "Sở Giáo dục và Đào tạo tỉnh Sơn La";

        await ShouldAllBeRefused("PLAN_NOT_FOUND", ("AcceptFinding", () => registry.Alignment.AcceptFindingAsync(new(finding) { Plan = Nowhere, Superior = plan.Name }).ResponseAsync));
        await ShouldAllBeRefused("SUPERIOR_PLAN_NOT_FOUND", ("AcceptFinding", () => registry.Alignment.AcceptFindingAsync(finding).ResponseAsync));
        await ShouldAllBeRefused("NAME_UNCHANGED", ("RecordSuccession", () => registry.Successions.RecordSuccessionAsync(same).ResponseAsync));
        await ShouldAllBeRefused(
            "AGENCY_NOT_FOUND", ("UpdateDocument", () => registry.Documents.UpdateDocumentAsync(Changing(document, new() { IssuerAgency = "own:nobody" }, "issuer_agency")).ResponseAsync));
    }

    private static V1.RecordSuccessionRequest Dissolution => Recording.Of(V1.Succession.Types.Subject.Agencies, V1.Succession.Types.Kind.Dissolve, [Province.Education]);

    private static V1.AssignPartiesRequest Parties(V1.Plan plan, V1.PartyRole role = V1.PartyRole.Via) => new()
    {
        Assignments = { new V1.AssignPartiesRequest.Types.Assignment { Duty = plan.ReportingDuties[0].Name, Role = role, Agency = Province.Labour } },
        Reason = "Đề án 1",
    };

    private static V1.UpdateDocumentRequest Changing(V1.Document document, V1.Document change, string field)
    {
        change.Name = document.Name;
        return new() { Document = change, UpdateMask = new() { Paths = { field } } };
    }

    private static V1.RaiseMatterRequest Difficulty(V1.Plan plan) => new() { Subject = plan.Name, Kind = V1.Matter.Types.Kind.Difficulty, Text = "thiếu kinh phí" };

    private static async Task<T> First<T>(AsyncServerStreamingCall<T> call)
    {
        using (call)
        {
            await call.ResponseStream.MoveNext(CancellationToken.None);
            return call.ResponseStream.Current;
        }
    }

    private static async Task ShouldAllBeRefused(string reason, params (string Rpc, Func<Task> Call)[] calls)
    {
        var answers = new List<string>();
        foreach (var (rpc, call) in calls)
            answers.Add($"{rpc} {await ReasonOf(call)}");

        answers.ShouldBe(calls.Select(one => $"{one.Rpc} {reason}"));
    }

    private static async Task<string> ReasonOf(Func<Task> call)
    {
        try
        {
            await call();
            return "answered";
        }
        catch (RpcException refused)
        {
            return Refused.Of(refused).Reason;
        }
    }
}
