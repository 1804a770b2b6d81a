using System.Globalization;
using Dapper;
using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Limits;
using SocialPolicy.Indicators.Domain.Observations;
using SocialPolicy.Indicators.Service.Catalogue;

namespace SocialPolicy.Indicators.Service.Observations;

internal sealed partial class ObservationService
{
    private const string Compare = """
        with kept as (
            select * from rollups where units > 0 and (@year = 0 or year = @year)
        ), counted as (
            select * from rollups_by_observations where @year = 0 or year = @year
        ), compared as (
            select coalesce(k.indicator, c.indicator) as indicator, coalesce(k.area, c.area) as area, coalesce(k.year, c.year) as year,
                coalesce(k.period, c.period) as period,
                (k.units, k.weighted, k.total, k.numerator, k.denominator) is distinct from (c.units, c.weighted, c.total, c.numerator, c.denominator) as differs,
                k.units as kept_units, k.weighted as kept_weighted, k.total as kept_total, k.numerator as kept_numerator, k.denominator as kept_denominator,
                c.units as counted_units, c.weighted as counted_weighted, c.total as counted_total, c.numerator as counted_numerator, c.denominator as counted_denominator
            from kept k full join counted c using (year, indicator, period, area, boundaries, level, part, estimate)
        )
        select i.id as indicator_id, u.unit_id, p.*, (select count(*) from compared) as compared, (select count(*) from compared where differs) as differing
        from (select 1) one left join (select * from compared where differs order by year, indicator, period, area limit 100) p on true
        left join indicators i on i.key = p.indicator left join measured_units u on u.key = p.area
        """;

    [Heavy]
    [AllowedTo(Role.Operator, Role.Administrator, Role.Auditor, Within = Sphere.Installation)]
    public override Task<V1.CheckRollupsResponse> CheckRollups(V1.CheckRollupsRequest request, ServerCallContext call) =>
        requests.Read(call, async connection =>
        {
            var rows = (await connection.QueryAsync<Cell>(new(Compare, new { year = request.Year }, cancellationToken: call.CancellationToken))).AsList();
            return new V1.CheckRollupsResponse
            {
                ComparedCount = rows[0].Compared,
                MismatchCount = rows[0].Differing,
                Mismatches = { rows.Where(cell => cell.IndicatorId is not null).Select(Mismatch) },
            };
        });

    private static V1.CheckRollupsResponse.Types.Mismatch Mismatch(Cell cell) => new()
    {
        Indicator = IndicatorService.IndicatorName.Of(cell.IndicatorId!.Value),
        Area = UnitNames.Pattern.Of(cell.UnitId!.Value),
        Period = new ObservedPeriod(cell.Year, cell.Period).ToString(),
        Kept = Words(cell.KeptUnits, cell.KeptWeighted, cell.KeptTotal, cell.KeptNumerator, cell.KeptDenominator),
        Counted = Words(cell.CountedUnits, cell.CountedWeighted, cell.CountedTotal, cell.CountedNumerator, cell.CountedDenominator),
    };

    private static string Words(int? units, int? weighted, decimal? total, decimal? numerator, decimal? denominator) => units is null
        ? "nothing"
        : string.Create(CultureInfo.InvariantCulture, $"units {units}, weighted {weighted}, total {total}, numerator {numerator}, denominator {denominator}");

    private sealed class Cell
    {
        public Guid? IndicatorId { get; init; }
        public Guid? UnitId { get; init; }
        public short Year { get; init; }
        public short Period { get; init; }
        public int? KeptUnits { get; init; }
        public int? KeptWeighted { get; init; }
        public decimal? KeptTotal { get; init; }
        public decimal? KeptNumerator { get; init; }
        public decimal? KeptDenominator { get; init; }
        public int? CountedUnits { get; init; }
        public int? CountedWeighted { get; init; }
        public decimal? CountedTotal { get; init; }
        public decimal? CountedNumerator { get; init; }
        public decimal? CountedDenominator { get; init; }
        public long Compared { get; init; }
        public long Differing { get; init; }
    }
}
