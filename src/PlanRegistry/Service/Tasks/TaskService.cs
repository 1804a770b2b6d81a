using SocialPolicy.BuildingBlocks.Service.Files;
using SocialPolicy.BuildingBlocks.Service.Names;
using SocialPolicy.BuildingBlocks.Service.Requests;

namespace SocialPolicy.PlanRegistry.Service.Tasks;

/// <summary>The work on the tasks of published plans; one file per RPC.</summary>
internal sealed partial class TaskService(Requests requests, IFileStore files, TimeProvider clock) : V1.TaskService.TaskServiceBase
{
    internal static readonly ResourceName EvidenceName = new("plans/{plan}/tasks/{task}/evidence/{evidence}");

    private const int LongestReason = 1_000;
    private const int LongestText = 4_000;
}
