using SocialPolicy.BuildingBlocks.Service.Names;
using SocialPolicy.BuildingBlocks.Service.Requests;

namespace SocialPolicy.PlanRegistry.Service.Assignments;

/// <summary>Names in plans that wait for a person, and what a person said of them; one file per RPC.</summary>
internal sealed partial class AssignmentService(Requests requests, TimeProvider clock) : V1.AssignmentService.AssignmentServiceBase
{
    internal static readonly ResourceName AssignmentName = new("partyAssignments/{party_assignment}");
}
