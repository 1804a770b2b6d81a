using Dapper;
using Grpc.Core;
using Npgsql;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Paging;
using SocialPolicy.Indicators.Domain.Figures;
using SocialPolicy.Indicators.Domain.Observations;
using SocialPolicy.Indicators.Service.Catalogue;
using SocialPolicy.Indicators.Service.Observations;
using SocialPolicy.Indicators.Service.Targets;

namespace SocialPolicy.Indicators.Service.Figures;

internal sealed partial class FigureService
{
    // Who was observed has a figure; of the others it is read whether one can be counted.
    private const string SelectUnobserved = $"""
        {UnitsToRead.Within}
        select u.*, i.key as indicator_key
        from units u cross join unnest(@indicators) as i (key)
        where not exists (
                select from observations o where (o.year, o.indicator, o.unit, o.period, o.part) = (@year::smallint, i.key, u.key, @period::smallint, 0))
            and (@afterKey::int is null or (u.name, u.key, i.key) > (@afterName::text collate "vi-x-icu", @afterKey::int, @afterIndicator::int))
        order by u.name, u.key, i.key
        limit @limit
        """;

    [AllowedToAnyCaller]
    public override Task<V1.ListMissingResponse> ListMissing(V1.ListMissingRequest request, ServerCallContext call)
    {
        var size = PageSize.Of(request.PageSize, usual: 100, largest: 1000);
        var after = PageToken.Decode<MissingPlace>(request, request.PageToken);
        Check.Rule(new EitherAnIndicatorOrAPlanIsNamed((request.Indicator.Length > 0 ? 1 : 0) + (request.Plan.Length > 0 ? 1 : 0)));
        Guid? plan = request.Plan.Length == 0 ? null : TargetService.PlanName.Parse(request.Plan, "plan");
        var period = GivenObservation.PeriodOf(request.Period, "period");
        var level = request.Level.Number();

        return requests.Read(call, async connection =>
        {
            var ct = call.CancellationToken;
            var area = request.Area.Length == 0 ? null : await connection.RequireUnitToRead(request.Area, "area", ct);
            var indicators = plan is { } id ? await connection.IndicatorsOfPlan(id, ct) : [await connection.RequireIndicator(request.Indicator, "indicator", ct)];
            var asked = new AskedFigures([.. indicators.Select(row => row.Key)], [], 0, false, period.Year, period.Year, AskedFigures.PeriodsFor(period));
            var filter = UnitsToRead.Asked(area, level, period.LastDay, asked.Boundaries);
            filter.AddDynamicParams(new { indicators = asked.Indicators.ToArray(), year = period.Year, period = period.Number, limit = size + 1 });
            filter.AddDynamicParams(new { afterName = after?.Name, afterKey = after?.Key, afterIndicator = after?.Indicator });
            var rows = (await connection.QueryAsync<UnobservedUnit>(new(SelectUnobserved, filter, cancellationToken: ct))).AsList();
            var page = Page.Cut(rows, size, request, row => new MissingPlace(row.Name, row.Key, row.IndicatorKey));
            var missing = await Missing(connection, page.Items, indicators, asked, period, ct);
            return new V1.ListMissingResponse { Rows = { missing }, NextPageToken = page.NextPageToken };
        });
    }

    private async Task<IReadOnlyList<V1.ListMissingResponse.Types.Row>> Missing(
        NpgsqlConnection connection, IReadOnlyList<UnobservedUnit> units, IReadOnlyList<IndicatorRow> rows, AskedFigures asked, ObservedPeriod period, CancellationToken ct)
    {
        if (units.Count == 0)
            return [];
        var evidence = await connection.Evidence(asked with { Units = units }, clock.GetUtcNow().InVietnam(), ct);
        var indicators = rows.ToDictionary(row => row.Key, row => row.ToDomain());
        var found =
            from unit in units
            let indicator = indicators[unit.IndicatorKey]
            let refused = new FigureReader(indicator.Measure).Of(evidence.Of(unit.IndicatorKey, unit), period).Refused
            where refused is not null
            select new V1.ListMissingResponse.Types.Row
            {
                Unit = unit.ResourceName,
                Code = unit.Code,
                DisplayName = unit.Name,
                Indicator = IndicatorService.IndicatorName.Of(indicator.Id),
                IndicatorDisplayName = indicator.Name,
                Missing = refused.ToContract(),
            };
        return [.. found];
    }

    private sealed class UnobservedUnit : UnitToRead
    {
        public int IndicatorKey { get; init; }
    }

    private sealed record MissingPlace(string Name, int Key, int Indicator);
}
