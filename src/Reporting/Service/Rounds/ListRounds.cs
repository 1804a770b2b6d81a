using Dapper;
using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Paging;

namespace SocialPolicy.Reporting.Service.Rounds;

internal sealed partial class RoundService
{
    private const string SelectPage = $"""
        {RoundRow.Select}
        where (@plan::uuid is null or r.plan_id = @plan)
            and (@duty::uuid is null or r.duty_id = @duty)
            and (@afterId::uuid is null or (r.due, r.id) > (@afterDue::date, @afterId::uuid))
        order by r.due, r.id
        limit @limit
        """;

    [AllowedToAnyCaller]
    public override Task<V1.ListRoundsResponse> ListRounds(V1.ListRoundsRequest request, ServerCallContext call)
    {
        var size = PageSize.Of(request.PageSize, usual: 100, largest: 500);
        var after = PageToken.Decode<Position>(request, request.PageToken);
        return requests.Read(call, async connection =>
        {
            var filter = new
            {
                plan = Names.Plan.Any(request.Plan, "plan"),
                duty = Names.Duty.Any(request.Duty, "duty"),
                seen = await connection.AgenciesSeenBy(call.Caller(), clock.Today(), call.CancellationToken),
                afterDue = after?.Due,
                afterId = after?.Id,
                today = clock.Today(),
                limit = size + 1,
            };
            var rows = await connection.QueryAsync<RoundRow>(new(SelectPage, filter, cancellationToken: call.CancellationToken));
            var page = Page.Cut(rows.AsList(), size, request, row => new Position(row.Due, row.Id));
            return new V1.ListRoundsResponse
            {
                Rounds = { page.Items.Select(row => row.ToContract()) },
                NextPageToken = page.NextPageToken,
            };
        });
    }

    private sealed record Position(DateOnly Due, Guid Id);
}
