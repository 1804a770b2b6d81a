using Dapper;
using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Paging;
using SocialPolicy.PlanRegistry.Domain.Plans;
using SocialPolicy.PlanText;

namespace SocialPolicy.PlanRegistry.Service.Plans;

internal sealed partial class PlanService
{
    private const string SelectFlags = """
        with open as (
            select f.plan_id, f.position, f.code, f.target_id, f.duty_id, f.quote, f.span, coalesce(p.title, '') as title,
                case when f.code = any(@high) then 3 when f.code = any(@low) then 1 else 2 end as severity
            from plan_flags f join plans p on p.id = f.plan_id
            where p.id <> all(@hidden) and (@plan::uuid is not null or p.state <> 'published') and (@plan::uuid is null or f.plan_id = @plan)
                and not exists (select from plan_corrected_items c where c.plan_id = f.plan_id and c.item_id in (f.target_id, f.duty_id)))
        select plan_id, position, code, target_id, duty_id, quote, lower(span) as span_start, upper(span) as span_end, title, severity from open
        where @afterSeverity::int is null or severity < @afterSeverity or (severity = @afterSeverity and (plan_id, position) > (@afterPlan::uuid, @afterPosition::int))
        order by severity desc, plan_id, position
        limit @limit
        """;

    [AllowedToAnyCaller]
    public override Task<V1.ListFlagsResponse> ListFlags(V1.ListFlagsRequest request, ServerCallContext call)
    {
        var size = PageSize.Of(request.PageSize, usual: 100, largest: 1000);
        var after = PageToken.Decode<FlagPosition>(request, request.PageToken);
        var plan = request.Plan.Length == 0 ? (Guid?)null : PlanName.Parse(request.Plan, "plan");
        return requests.Read(call, async connection =>
        {
            var hidden = await connection.HiddenFrom(call.Caller(), clock.Today(), call.CancellationToken);
            if (plan is { } asked)
                await connection.MustBeThere(asked, hidden, call.CancellationToken);
            var rows = await connection.QueryAsync<FlagRow>(new(
                SelectFlags,
                new
                {
                    plan,
                    hidden,
                    high = FlagSeverities.High,
                    low = FlagSeverities.Low,
                    afterSeverity = after?.Severity,
                    afterPlan = after?.Plan,
                    afterPosition = after?.Position,
                    limit = size + 1,
                },
                cancellationToken: call.CancellationToken));
            var page = Page.Cut(rows.AsList(), size, request, row => new FlagPosition(row.Severity, row.PlanId, row.Position));
            return new V1.ListFlagsResponse { Flags = { page.Items.Select(row => row.ToContract()) }, NextPageToken = page.NextPageToken };
        });
    }

    private sealed record FlagPosition(int Severity, Guid Plan, int Position);

    private sealed class FlagRow
    {
        public Guid PlanId { get; init; }
        public int Position { get; init; }
        public string Code { get; init; } = "";
        public Guid? TargetId { get; init; }
        public Guid? DutyId { get; init; }
        public string Quote { get; init; } = "";
        public int? SpanStart { get; init; }
        public int? SpanEnd { get; init; }
        public string Title { get; init; } = "";
        public int Severity { get; init; }

        public V1.ListFlagsResponse.Types.PlanFlag ToContract() => new()
        {
            Plan = PlanName.Of(PlanId),
            Title = Title,
            Flag = new PlanFlag(Code, TargetId, DutyId, Quote, SpanStart is { } start ? new TextSpan(start, SpanEnd!.Value) : null).ToContract(PlanId),
        };
    }
}
