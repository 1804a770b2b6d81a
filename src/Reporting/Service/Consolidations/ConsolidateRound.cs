using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.Contracts.Events.Reporting.V1;
using SocialPolicy.DirectoryCopy.Agencies;
using SocialPolicy.Reporting.Domain.Consolidations;
using SocialPolicy.Reporting.Service.Rounds;

namespace SocialPolicy.Reporting.Service.Consolidations;

internal sealed partial class ConsolidationService
{
    [AllowedTo(Role.FocalOfficer, Within = Sphere.Agency)]
    public override Task<V1.Consolidation> ConsolidateRound(V1.ConsolidateRoundRequest request, ServerCallContext call) =>
        requests.Once(request, call, async work =>
        {
            var round = await work.RequireRound(Names.Round.Parse(request.Round, "round"));
            Check.Rule(new ConsolidationsHaveContent(round.ReceiverId is null ? 0 : 1));
            await work.MustActFor(round.ReceiverId!.Value, AgencyNames.Pattern.OfAny(round.ReceiverId));

            var consolidated = Consolidated.Of(await work.ContributionsTo(round.Id), request.IncludeSubmitted);
            var known = await work.FindSame(round.Id, consolidated);
            var id = known ?? await Make(round, consolidated, request.IncludeSubmitted, work);
            work.Audit(Names.Consolidation.Of(id), known is null ? $"{consolidated.Children.Count} reports" : "was made before");
            return await Show(work.Connection, id, work.Cancellation);
        });

    private static async Task<Guid> Make(RoundRow round, Consolidated consolidated, bool includeSubmitted, Work work)
    {
        var id = Guid.CreateVersion7();
        var version = await work.Insert(id, round, consolidated, includeSubmitted);
        work.Announce(
            new ReportConsolidated(
                id,
                round.Id,
                round.PlanId,
                round.ReceiverId!.Value,
                version,
                [.. consolidated.Children.Select(child => child.Report)],
                [.. consolidated.Missing.Select(missing => missing.Agency)]),
            Names.Round.Of(round.Id),
            version);
        return id;
    }
}
