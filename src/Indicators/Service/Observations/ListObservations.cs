using Dapper;
using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Paging;
using SocialPolicy.DirectoryCopy.Agencies;
using SocialPolicy.Indicators.Service.Targets;

namespace SocialPolicy.Indicators.Service.Observations;

internal sealed partial class ObservationService
{
    private const string SelectPage = """
        select * from observations_seen
        where (current or @replaced)
            and (@plan::uuid is null or plan_id = @plan)
            and (@target::uuid is null or target_id = @target)
            and (@agency::uuid is null or agency_id = @agency)
            and (@period::text is null or period = @period)
            and (@beforeId::uuid is null or (recorded_at, id) < (@beforeTime::timestamptz, @beforeId::uuid))
        order by recorded_at desc, id desc
        limit @limit
        """;

    [AllowedToAnyCaller]
    public override Task<V1.ListObservationsResponse> ListObservations(V1.ListObservationsRequest request, ServerCallContext call)
    {
        var size = PageSize.Of(request.PageSize, usual: 100, largest: 1000);
        var before = PageToken.Decode<Position>(request, request.PageToken);
        Guid? plan = request.Plan.Length == 0 ? null : TargetService.PlanName.Parse(request.Plan, "plan");
        Guid? target = request.Target.Length == 0 ? null : TargetService.TargetName.Parse(request.Target, "target");
        var period = request.Period.Length == 0 ? null : GivenObservation.PeriodOf(request.Period, "period").ToString();

        return requests.Read(call, async connection =>
        {
            var agency = request.Agency.Length == 0 ? null : await connection.RequireAgency(request.Agency, "agency", call.CancellationToken);
            var filter = new
            {
                plan,
                target,
                agency = agency?.Id,
                period,
                replaced = request.ShowReplaced,
                beforeId = before?.Id,
                beforeTime = before?.RecordedAt,
                limit = size + 1,
            };
            var rows = await connection.QueryAsync<ObservationRow>(new(SelectPage, filter, cancellationToken: call.CancellationToken));
            var page = Page.Cut(rows.AsList(), size, request, row => new Position(row.RecordedAt, row.Id));
            return new V1.ListObservationsResponse
            {
                Observations = { page.Items.Select(row => row.ToContract()) },
                NextPageToken = page.NextPageToken,
            };
        });
    }

    private sealed record Position(DateTimeOffset RecordedAt, Guid Id);
}
