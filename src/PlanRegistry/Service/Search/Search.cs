using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Paging;
using SocialPolicy.PlanRegistry.Domain.Plans.Rules;
using SocialPolicy.PlanRegistry.Domain.Search;
using SocialPolicy.PlanRegistry.Service.Plans;

namespace SocialPolicy.PlanRegistry.Service.Search;

internal sealed partial class SearchService
{
    [AllowedToAnyCaller]
    public override Task<V1.SearchResponse> Search(V1.SearchRequest request, ServerCallContext call)
    {
        var query = SearchQuery.Parse(request.Query);
        var size = PageSize.Of(request.PageSize, usual: 20, largest: 100);
        var after = PageToken.Decode<SearchPosition>(request, request.PageToken);
        var plan = request.Plan.Length == 0 ? (Guid?)null : PlanService.PlanName.Parse(request.Plan, "plan");
        var search = new RankedSearch(query, SearchMapping.KindsOf(request.Kinds), plan);
        return requests.Read(call, async connection =>
        {
            if (plan is { } asked)
                Check.Rule(new PlansAreInTheRegister(asked, await connection.IsInTheRegister(asked, call.CancellationToken)));
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
