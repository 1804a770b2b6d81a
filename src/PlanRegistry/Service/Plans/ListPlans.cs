using Dapper;
using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Paging;
using SocialPolicy.BuildingBlocks.Service.Wire;

namespace SocialPolicy.PlanRegistry.Service.Plans;

internal sealed partial class PlanService
{
    private const int MaxQueryLength = 200;

    private const string SelectPage = """
        select * from plan_overviews
        where (@state::text is null or state = @state)
            and (@since::timestamptz is null or updated_at >= @since)
            and search_text like all(@words)
            and id <> all(@hidden)
            and (@beforeId::uuid is null or (created_at, id) < (@beforeTime::timestamptz, @beforeId::uuid))
        order by created_at desc, id desc
        limit @limit
        """;

    [AllowedToAnyCaller]
    public override Task<V1.ListPlansResponse> ListPlans(V1.ListPlansRequest request, ServerCallContext call)
    {
        Check.Rule(new TextsFitTheirField("query", request.Query.Length, MaxQueryLength));
        var size = PageSize.Of(request.PageSize, usual: 50, largest: 500);
        var after = PageToken.Decode<Position>(request, request.PageToken);
        return requests.Read(call, async connection =>
        {
            var filter = new
            {
                state = Words.OfAny(request.State.ToDomain("state")),
                since = request.UpdatedSince?.ToTime("updated_since"),
                words = TextFolding.Fold(request.Query).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Containing).ToArray(),
                hidden = await connection.HiddenFrom(call.Caller(), clock.Today(), call.CancellationToken),
                beforeId = after?.Id,
                beforeTime = after?.CreatedAt,
                limit = size + 1,
            };
            var rows = await connection.QueryAsync<PlanRow>(new(SelectPage, filter, cancellationToken: call.CancellationToken));
            var page = Page.Cut(rows.AsList(), size, request, row => new Position(row.CreatedAt, row.Id));
            var plans = await connection.Present(page.Items, clock.Today(), call.CancellationToken);
            return new V1.ListPlansResponse
            {
                Plans = { page.Items.Select(row => plans[row.Id]) },
                NextPageToken = page.NextPageToken,
            };
        });
    }

    private static string Containing(string word) =>
        $"%{word.Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_")}%";

    private sealed record Position(DateTimeOffset CreatedAt, Guid Id);
}
