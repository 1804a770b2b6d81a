using Dapper;
using Grpc.Core;
using Npgsql;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Paging;
using SocialPolicy.DirectoryCopy.Agencies;
using SocialPolicy.Indicators.Service.Catalogue;
using SocialPolicy.Indicators.Service.Targets;

namespace SocialPolicy.Indicators.Service.Observations;

internal sealed partial class ObservationService
{
    // Of a target, and of a plan's targets: what is measured in its unit and within it, or anywhere while that is not known.
    private const string SelectPage = """
        with asked as (
            select i.key as indicator, u.key as unit from targets_in_force t join indicators i on i.id = t.indicator_id
            left join measured_units u on u.unit_id = t.unit_id
            where (t.plan_id = @plan or @plan is null) and (t.id = @target or @target is null) and num_nonnulls(@plan, @target) > 0 and t.ended_at is null
        )
        select * from observations_seen o
        where (o.current or @replaced)
            and (@indicator::int is null or o.indicator = @indicator)
            and (@unit::int is null or o.unit = @unit)
            and (@year::smallint is null or (o.year, o.period) = (@year, @period))
            and (@agency::uuid is null or o.batch in (select key from observation_batches where agency_id = @agency))
            and (num_nonnulls(@plan::uuid, @target::uuid) = 0 or exists (
                select from asked where asked.indicator = o.indicator and (asked.unit is null or o.unit = asked.unit
                    or exists (select from unit_areas a where (a.unit, a.area) = (o.unit, asked.unit)))))
            and (@beforeYear::smallint is null or (o.year, o.indicator, o.unit, o.period, o.part, o.estimate, o.revision)
                < (@beforeYear, @beforeIndicator, @beforeUnit, @beforePeriod, @beforePart, @beforeEstimate, @beforeRevision))
        order by o.year desc, o.indicator desc, o.unit desc, o.period desc, o.part desc, o.estimate desc, o.revision desc
        limit @limit
        """;

    [AllowedToAnyCaller]
    public override Task<V1.ListObservationsResponse> ListObservations(V1.ListObservationsRequest request, ServerCallContext call)
    {
        var size = PageSize.Of(request.PageSize, usual: 100, largest: 1000);
        var before = PageToken.Decode<Position>(request, request.PageToken);
        return requests.Read(call, async connection =>
        {
            var filter = await FilterOf(connection, request, call.CancellationToken);
            filter.AddDynamicParams(new { limit = size + 1 });
            filter.AddDynamicParams(new
            {
                beforeYear = before?.Year,
                beforeIndicator = before?.Indicator,
                beforeUnit = before?.Unit,
                beforePeriod = before?.Period,
                beforePart = before?.Part,
                beforeEstimate = before?.Estimate,
                beforeRevision = before?.Revision,
            });
            var rows = await connection.QueryAsync<ObservationRow>(new(SelectPage, filter, cancellationToken: call.CancellationToken));
            var page = Page.Cut(
                rows.AsList(), size, request, row => new Position(row.Year, row.Indicator, row.Unit, row.Period, row.Part, row.Estimate, row.Revision));
            return new V1.ListObservationsResponse
            {
                Observations = { page.Items.Select(row => row.ToContract()) },
                NextPageToken = page.NextPageToken,
            };
        });
    }

    private static async Task<DynamicParameters> FilterOf(NpgsqlConnection connection, V1.ListObservationsRequest request, CancellationToken ct)
    {
        var period = request.Period.Length == 0 ? (Domain.Observations.ObservedPeriod?)null : GivenObservation.PeriodOf(request.Period, "period");
        return new(new
        {
            plan = request.Plan.Length == 0 ? (Guid?)null : TargetService.PlanName.Parse(request.Plan, "plan"),
            target = request.Target.Length == 0 ? (Guid?)null : TargetService.TargetName.Parse(request.Target, "target"),
            indicator = request.Indicator.Length == 0 ? (int?)null : (await connection.RequireIndicator(request.Indicator, "indicator", ct)).Key,
            unit = request.Unit.Length == 0 ? (int?)null : (await connection.RequireUnit(request.Unit, "unit", ct)).Key,
            agency = request.Agency.Length == 0 ? null : (Guid?)(await connection.RequireAgency(request.Agency, "agency", ct)).Id,
            year = period?.Year,
            period = period?.Number,
            replaced = request.ShowReplaced,
        });
    }

    private sealed record Position(short Year, int Indicator, int Unit, short Period, int Part, bool Estimate, int Revision);
}
