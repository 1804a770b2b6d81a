using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Limits;
using SocialPolicy.BuildingBlocks.Service.Paging;
using SocialPolicy.PlanRegistry.Domain.Search;
using SocialPolicy.PlanRegistry.Service.Plans;

namespace SocialPolicy.PlanRegistry.Service.Search;

internal sealed partial class SearchService
{
    [Heavy]
    [AllowedToAnyCaller]
    public override Task<V1.SearchResponse> Search(V1.SearchRequest request, ServerCallContext call)
    {
        var query = SearchQuery.Parse(request.Query);
        var size = PageSize.Of(request.PageSize, usual: 20, largest: 100);
        var after = PageToken.Decode<SearchPosition>(request, request.PageToken);
        var plan = request.Plan.Length == 0 ? (Guid?)null : PlanService.PlanName.Parse(request.Plan, "plan");
        return requests.Read(call, async connection =>
        {
            var hidden = await connection.HiddenFrom(call.Caller(), clock.Today(), call.CancellationToken);
            if (plan is { } asked)
                await connection.MustBeThere(asked, hidden, call.CancellationToken);
            var search = new RankedSearch(query, SearchMapping.KindsOf(request.Kinds), plan, hidden);
            var found = await search.Run(connection, after, size + 1, call.CancellationToken);
            var page = Page.Cut(found, size, request, entry => new SearchPosition(entry.Tier, entry.Standing, entry.Id));
            var plans = await connection.PlansOf(page.Items, call.CancellationToken);
            return new V1.SearchResponse
            {
                Results = { page.Items.Select(entry => entry.ToContract(query, entry.PlanId is { } id ? plans.GetValueOrDefault(id) : null)) },
                NextPageToken = page.NextPageToken,
            };
        });
    }
}
