using Google.Protobuf;
using Grpc.Core;
using SocialPolicy.Harness.Calls;
using SocialPolicy.Harness.Services;
using SocialPolicy.PlanRegistry.FunctionalTests.Owners;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using SocialPolicy.PlanRegistry.FunctionalTests.Successions;
using SocialPolicy.PlanRegistry.FunctionalTests.Tasks;
using Date = Google.Type.Date;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Refusals;

/// <summary>Requests that are good but for what a test spoils, and how many are refused in the same words.</summary>
internal static class Refusing
{
    public const string NoPlan = "plans/01990000-0000-7000-8000-000000000001";
    public const string NoTask = $"{NoPlan}/tasks/01990000-0000-7000-8000-000000000002";
    public const string NoMatter = "matters/01990000-0000-7000-8000-000000000003";

    /// <summary>Longer than any field.</summary>
    public static readonly string TooLong = new('x', 20_001);

    /// <summary>A day that no calendar has.</summary>
    public static readonly Date NoDay = new() { Year = 2026, Month = 13, Day = 1 };

    /// <summary>A good day for whatever has to happen.</summary>
    public static readonly Date Later = Working.Day(2026, 12, 31);

    public static V1.RecordSuccessionRequest Dissolution(string agency = Province.Education) => Recording.Agencies(V1.Succession.Types.Kind.Dissolve, [agency]);

    public static V1.AssignPartiesRequest Parties(V1.Plan plan, V1.PartyRole role = V1.PartyRole.Via) => new()
    {
        Assignments = { new V1.AssignPartiesRequest.Types.Assignment { Duty = plan.ReportingDuties[0].Name, Role = role, Agency = Province.Labour } },
        Reason = "Đề án 1",
    };

    public static V1.AssignOwnersRequest Owned(string plan, string item) =>
        new() { Plan = plan, Assignments = { new V1.AssignOwnersRequest.Types.Assignment { Items = { item }, Lead = Province.Health } } };

    public static V1.ClassifyTasksRequest Classified(string plan, string task, V1.TaskWork.Types.Kind kind = V1.TaskWork.Types.Kind.Ongoing) =>
        new() { Plan = plan, Entries = { new V1.ClassifyTasksRequest.Types.Entry { Task = task, Kind = kind } } };

    public static V1.RecordContributionRequest Contributed(string task) => new()
    {
        Task = task, Agency = Province.HomeAffairs, Text = "góp", From = Working.Day(2025, 1, 1), To = Working.Day(2025, 12, 31),
    };

    public static V1.AssessTaskRequest Assessed(string task) => new() { Task = task, Period = "2025", Verdict = V1.TaskAssessment.Types.Verdict.Done };

    public static V1.AttachEvidenceRequest Attached(string task) => new() { Evidence = new() { Task = task, DocumentNumber = "12/BC-SYT" } };

    public static V1.UpdateDocumentRequest Changed(V1.Document document, V1.Document change, string field)
    {
        change.Name = document.Name;
        return new() { Document = change, UpdateMask = new() { Paths = { field } } };
    }

    public static V1.RaiseMatterRequest Difficulty(V1.Plan plan) =>
        new() { Subject = plan.Name, Kind = V1.Matter.Types.Kind.Difficulty, Text = "thiếu kinh phí" };

    /// <summary>Each of the requests is refused for the reason.</summary>
    public static async Task ShouldRefuse(this Registry registry, string reason, params IReadOnlyList<IMessage> requests)
    {
        var answers = new List<string>();
        foreach (var request in requests)
            answers.Add($"{request.Descriptor.Name}: {await registry.ReasonAgainst(request)}");

        answers.ShouldBe(requests.Select(request => $"{request.Descriptor.Name}: {reason}"));
    }

    private static async Task<string> ReasonAgainst(this Registry registry, IMessage request)
    {
        try
        {
            await registry.Calls.Call(request);
            return "answered";
        }
        catch (RpcException refused)
        {
            return Refused.Of(refused).Reason;
        }
    }
}
