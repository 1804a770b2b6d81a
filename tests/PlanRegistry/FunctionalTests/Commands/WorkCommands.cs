using Google.Protobuf;
using SocialPolicy.PlanRegistry.FunctionalTests.Matters;
using SocialPolicy.PlanRegistry.FunctionalTests.Owners;
using SocialPolicy.PlanRegistry.FunctionalTests.Tasks;
using static SocialPolicy.PlanRegistry.FunctionalTests.Tasks.Working;
using Assignment = SocialPolicy.PlanRegistry.V1.AssignOwnersRequest.Types.Assignment;
using Entry = SocialPolicy.PlanRegistry.V1.ClassifyTasksRequest.Types.Entry;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Commands;

/// <summary>The commands about owners, work on tasks, and matters.</summary>
internal static class WorkCommands
{
    // The etag of every matter when it was raised, and of every task's work before somebody said of which kind it is.
    private const string AsRaised = "v1";
    private const string Unclassified = "v0";

    public static readonly IReadOnlyDictionary<string, Preparation> All = new Dictionary<string, Preparation>
    {
        ["AssignOwners"] = async registry =>
        {
            var plan = await registry.PublishedPlan();
            var seen = await registry.Owners.ListOwnersAsync(new() { Plan = plan.Name });
            await registry.Owners.AssignOwnersAsync(Owned(plan, Province.Health));
            return new(Owned(plan, Province.Labour), seen.Etag);
        },
        ["ImportOwners"] = async registry =>
        {
            var plan = await registry.PublishedPlan();
            var (_, bytes) = await registry.Export(plan);
            var filled = OwnerFiles.With(bytes, ($"I{OwnerFiles.RowOf(bytes, plan.Target("thất nghiệp"))}", Province.Labour));
            return new([new V1.ImportOwnersRequest { File = new() { Plan = plan.Name } }, new V1.ImportOwnersRequest { Chunk = ByteString.CopyFrom(filled) }]);
        },
        ["ClassifyTasks"] = async registry =>
        {
            var task = await registry.OneOffTask();
            var ongoing = new Entry { Task = task, Kind = V1.TaskWork.Types.Kind.Ongoing };
            return new(new V1.ClassifyTasksRequest { Plan = PlanOf(task), Entries = { ongoing } }, Unclassified);
        },
        ["CompleteTask"] = async registry => new(new V1.CompleteTaskRequest { Task = await registry.OneOffTask() }, Unclassified),
        ["DropTask"] = async registry => new(new V1.DropTaskRequest { Task = await registry.OneOffTask(), Reason = "Không còn phù hợp" }, Unclassified),
        ["ReopenTask"] = async registry =>
        {
            var open = await registry.Tasks.GetTaskWorkAsync(new() { Task = await registry.OneOffTask() });
            await registry.Tasks.CompleteTaskAsync(new() { Task = open.Task });
            return new(new V1.ReopenTaskRequest { Task = open.Task, Reason = "Nhầm" }, open.Etag);
        },
        ["AssessTask"] = async registry => new(
            new V1.AssessTaskRequest
            {
                Task = await registry.OngoingTask(),
                Period = "2026-H1",
                Verdict = V1.TaskAssessment.Types.Verdict.Partly,
                Counts = { { "hội nghị", 12 }, { "lượt người", 1500 } },
            },
            Unclassified),
        ["RecordContribution"] = async registry => new(
            new V1.RecordContributionRequest
            {
                Task = await registry.OneOffTask(),
                Agency = Province.HomeAffairs,
                Text = "Bố trí biên chế",
                From = Day(2026, 11, 1),
                To = Day(2027, 6, 30),
            },
            Unclassified),
        ["AttachEvidence"] = async registry => new(
            [
                new V1.AttachEvidenceRequest { Evidence = new() { Task = await registry.OneOffTask(), FileName = "quyet-dinh.pdf" } },
                new V1.AttachEvidenceRequest { Chunk = ByteString.CopyFromUtf8("%PDF-1.7 quyết định phê duyệt") },
            ],
            Unclassified),
        ["RaiseMatter"] = async registry => new(
            new V1.RaiseMatterRequest
            {
                Subject = (await registry.PublishedPlan()).Name,
                Kind = V1.Matter.Types.Kind.Difficulty,
                Text = "Thiếu kinh phí",
                RaisedBy = Province.Health,
            }),
        ["AssignMatter"] = async registry => new(
            new V1.AssignMatterRequest { Name = (await registry.Assigned()).Name, Agency = Province.Education, Due = Raising.Due }, AsRaised),
        ["AnswerMatter"] = async registry => new(new V1.AnswerMatterRequest { Name = (await registry.Assigned()).Name, Text = "Đã bố trí nguồn" }, AsRaised),
        ["CloseMatter"] = async registry => new(new V1.CloseMatterRequest { Name = (await registry.Answered()).Name, Conclusion = "Kết thúc" }, AsRaised),
        ["ReopenMatter"] = async registry => new(new V1.ReopenMatterRequest { Name = (await registry.Closed()).Name, Reason = "Nguồn chưa về" }, AsRaised),
    };

    private static V1.AssignOwnersRequest Owned(V1.Plan plan, string lead) =>
        new() { Plan = plan.Name, Assignments = { new Assignment { Items = { plan.Target("thất nghiệp") }, Lead = lead } } };
}
