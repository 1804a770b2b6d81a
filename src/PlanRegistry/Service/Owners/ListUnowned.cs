using Dapper;
using Grpc.Core;
using Npgsql;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Paging;
using SocialPolicy.BuildingBlocks.Service.Wire;
using SocialPolicy.PlanRegistry.Domain.Owners;
using SocialPolicy.PlanRegistry.Service.Plans;

namespace SocialPolicy.PlanRegistry.Service.Owners;

internal sealed partial class OwnerService
{
    private const string AllPlans = "plans/-";

    // Plan by plan, for what counts of a plan's content is known of a plan as a whole.
    private const string SelectNextPlan = """
        select * from plans
        where state = 'published' and (@plan::uuid is null or id = @plan)
            and (@afterId::uuid is null or (published_at, id) > (@afterTime::timestamptz, @afterId::uuid))
        order by published_at, id limit 1
        """;

    [AllowedToAnyCaller]
    public override Task<V1.ListUnownedResponse> ListUnowned(V1.ListUnownedRequest request, ServerCallContext call)
    {
        var size = PageSize.Of(request.PageSize, usual: 200, largest: 1000);
        var after = PageToken.Decode<AfterUnowned>(request, request.PageToken);
        var plan = request.Plan is "" or AllPlans ? (Guid?)null : PlanService.PlanName.Parse(request.Plan, "plan");
        var kind = request.Kind.ToDomain("kind");
        var on = request.On.ToDay("on") ?? clock.Today();
        return requests.Read(call, async connection =>
        {
            if (plan is { } asked)
                await connection.MustBeThere(asked, await connection.HiddenFrom(call.Caller(), clock.Today(), call.CancellationToken, [asked]), call.CancellationToken);
            var rows = new List<UnownedRow>();
            var last = after is null ? null : new PlanPosition(after.PublishedBefore, after.PlanBefore);
            var behind = after?.Index ?? -1;
            while (rows.Count <= size && await NextPlan(connection, plan, last, call.CancellationToken) is { } row)
            {
                rows.AddRange((await UnownedOf(connection, row, last, on, call.CancellationToken)).Where(one => one.Index > behind && (kind is null || one.Item.Kind == kind)));
                (last, behind) = (new(row.PublishedAt, row.Id), -1);
            }

            var page = Page.Cut(rows, size, request, row => new AfterUnowned(row.Before?.PublishedAt, row.Before?.Id, row.Index));
            return new V1.ListUnownedResponse { Items = { page.Items.Select(row => row.ToContract(on)) }, NextPageToken = page.NextPageToken };
        });
    }

    private static Task<PlanRow?> NextPlan(NpgsqlConnection connection, Guid? plan, PlanPosition? after, CancellationToken ct) =>
        connection.QuerySingleOrDefaultAsync<PlanRow>(new(SelectNextPlan, new { plan, afterId = after?.Id, afterTime = after?.PublishedAt }, cancellationToken: ct));

    private static async Task<IReadOnlyList<UnownedRow>> UnownedOf(NpgsqlConnection connection, PlanRow plan, PlanPosition? before, DateOnly day, CancellationToken ct)
    {
        var book = await connection.OwnersOf(plan.ToPlan(), ct);
        var agencies = await connection.Agencies(book.NamedOn(book.Items, day), ct);
        return
        [
            .. from one in book.Items.Index()
               let counting = book.History.On(one.Item.Id, day)
               let cause = Unowned.Why(one.Item, counting, agency => agencies.IsInForce(agency, day))
               where cause is not null
               select new UnownedRow(plan, before, one.Index, one.Item, counting, cause.Value, agencies),
        ];
    }

    private sealed record PlanPosition(DateTimeOffset? PublishedAt, Guid? Id);

    // The plan before the one the item is in, and the item's place in it.
    private sealed record AfterUnowned(DateTimeOffset? PublishedBefore, Guid? PlanBefore, int Index);

    private sealed record UnownedRow(PlanRow Plan, PlanPosition? Before, int Index, OwnableItem Item, OwnerAssignment? Counting, UnownedCause Cause, KnownAgencies Agencies)
    {
        public V1.ListUnownedResponse.Types.UnownedItem ToContract(DateOnly on) => new()
        {
            Plan = PlanService.PlanName.Of(Plan.Id),
            Title = Plan.Title ?? "",
            Item = Item.ToContract(Plan.Id, Counting, Agencies, on),
            Cause = Cause.ToContract(),
        };
    }
}
