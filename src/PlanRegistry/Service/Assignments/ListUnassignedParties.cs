using Dapper;
using Grpc.Core;
using Npgsql;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Paging;
using SocialPolicy.BuildingBlocks.Service.Wire;
using SocialPolicy.PlanRegistry.Domain.Assignments;
using SocialPolicy.PlanRegistry.Domain.Plans;
using SocialPolicy.PlanRegistry.Service.Plans;

namespace SocialPolicy.PlanRegistry.Service.Assignments;

internal sealed partial class AssignmentService
{
    private const int PlansAtOnce = 100;

    private const string SelectPlans = """
        select * from plans
        where (@plan::uuid is null or id = @plan) and id <> all(@hidden) and (@from::uuid is null or id >= @from) and (@behind::uuid is null or id > @behind)
            and (state <> 'published' or coalesce(period_to, 9999) >= extract(year from @on::date))
        order by id limit @limit
        """;

    [AllowedToAnyCaller]
    public override Task<V1.ListUnassignedPartiesResponse> ListUnassignedParties(V1.ListUnassignedPartiesRequest request, ServerCallContext call)
    {
        var size = PageSize.Of(request.PageSize, usual: 100, largest: 500);
        var after = PageToken.Decode<Key>(request, request.PageToken);
        var on = request.On.ToDay("on") ?? clock.Today();
        var ct = call.CancellationToken;
        return requests.Read(call, async connection =>
        {
            var hidden = await connection.HiddenFrom(call.Caller(), clock.Today(), ct);
            var plan = await connection.RequireAnyPlan(request.Plan, "plan", hidden, ct);
            var found = await Waiting(connection, plan, hidden, after, on, size + 1, ct);
            var page = Page.Cut(found, size, request, one => Key.Of(one.Waiting.Name));
            return new V1.ListUnassignedPartiesResponse { Parties = { await new Queue(connection, on, ct).Show(page.Items) }, NextPageToken = page.NextPageToken };
        });
    }

    private static async Task<IReadOnlyList<(PlanRow Plan, WaitingName Waiting)>> Waiting(
        NpgsqlConnection connection, Guid? plan, Guid[] hidden, Key? after, DateOnly on, int most, CancellationToken ct)
    {
        var found = new List<(PlanRow, WaitingName)>();
        Guid? behind = null;
        while (found.Count < most)
        {
            var plans = (await connection.QueryAsync<PlanRow>(new(SelectPlans, new { plan, hidden, from = after?.Plan, behind, on, limit = PlansAtOnce }, cancellationToken: ct))).AsList();
            var published = await connection.NamesThatWait([.. plans.Where(row => row.State is PlanState.Published).Select(row => row.Id)], on, ct);
            foreach (var row in plans)
            {
                if (found.Count >= most)
                    break;
                var waiting = row.State is PlanState.Published ? published[row.Id] : await connection.NamesThatWait(row.Id, row.ToHeader(), on, ct);
                found.AddRange(waiting.Where(one => after is null || Key.Of(one.Name).IsBehind(after)).OrderBy(one => Key.Of(one.Name)).Select(one => (row, one)));
            }

            if (plans.Count < PlansAtOnce)
                break;
            behind = plans[^1].Id;
        }

        return [.. found.Take(most)];
    }

    /// <summary>Where a name stands in the queue.</summary>
    private sealed record Key(Guid Plan, Guid Duty, PartyRole Role, int Position) : IComparable<Key>
    {
        public static Key Of(NameInPlan name) => new(name.PlanId, name.Place.DutyId ?? Guid.Empty, name.Place.Role, name.Place.Position);

        public bool IsBehind(Key other) => CompareTo(other) > 0;

        public int CompareTo(Key? other) => other is null ? 1
            : (Plan, Duty, Role, Position).CompareTo((other.Plan, other.Duty, other.Role, other.Position));
    }
}
