using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Wire;
using SocialPolicy.PlanRegistry.Domain.Documents;
using SocialPolicy.PlanRegistry.Service.Directory;
using State = SocialPolicy.PlanRegistry.V1.GetCoverageResponse.Types.State;

namespace SocialPolicy.PlanRegistry.Service.Documents;

internal sealed partial class DocumentService
{
    private const int LongestText = 500;

    [AllowedToAnyCaller]
    public override Task<V1.GetCoverageResponse> GetCoverage(V1.GetCoverageRequest request, ServerCallContext call)
    {
        Check.Rule(new FieldsAreFilled("who", request.Group is not null || request.Text.Length > 0));
        Check.Rule(new TextsFitTheirField("text", request.Text.Length, LongestText));
        var on = request.On.ToDay("on") ?? clock.Today();
        return requests.Read(call, async connection =>
        {
            var document = await connection.RequireDocument(request.Name, "name", call.CancellationToken);
            var members = await connection.MembersWanted(request, document, on, call.CancellationToken);
            var walked = await connection.WalkFrom(document.Id, upward: false, new(RelationKinds.Carrying, on, Walks.DeepestWalk), call.CancellationToken);
            var issued = await connection.IssuedFor(members, walked, on, call.CancellationToken);
            var found = await connection.Standings(issued.SelectMany(one => one).Select(one => one.Document), on, call.CancellationToken);
            var answer = new V1.GetCoverageResponse { Truncated = walked.IsTruncated };
            answer.Members.Add(members.Select(member => MemberOf(member, [.. issued[member.Id]], found)));
            answer.IssuedCount = answer.Members.Count(member => member.State is State.Issued);
            answer.PredecessorCount = answer.Members.Count(member => member.State is State.IssuedByPredecessor);
            answer.MissingCount = answer.Members.Count(member => member.State is State.Missing);
            return answer;
        });
    }

    private static V1.GetCoverageResponse.Types.Member MemberOf(CoverageMember member, IReadOnlyList<CoverageIssued> issued, IReadOnlyDictionary<Guid, StandingRow> found) => new()
    {
        Agency = DirectoryService.AgencyName.Of(member.Id),
        DisplayName = member.Name,
        State = issued switch
        {
            [] => State.Missing,
            _ => issued.Any(one => one.Agency == member.Id) ? State.Issued : State.IssuedByPredecessor,
        },
        Issued =
        {
            issued.OrderBy(one => one.Agency != member.Id).ThenBy(one => one.Depth).ThenBy(one => one.Document).Select(one => new V1.GetCoverageResponse.Types.Issued
            {
                Document = found[one.Document].Document.ToContract(),
                Depth = one.Depth,
                Predecessor = one.Agency == member.Id ? "" : DirectoryService.AgencyName.Of(one.Agency),
            }),
        },
    };
}
