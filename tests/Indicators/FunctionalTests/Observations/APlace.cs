using System.Globalization;
using SocialPolicy.Contracts.Events.PlanRegistry.V1;
using SocialPolicy.Indicators.FunctionalTests.Catalogue;

namespace SocialPolicy.Indicators.FunctionalTests.Observations;

/// <summary>A province with communes, its office, and an indicator that is counted in them.</summary>
internal sealed class APlace
{
    private readonly Indicators indicators;

    private APlace(Indicators indicators) => this.indicators = indicators;

    public required ChangedUnit Province { get; init; }

    public required IReadOnlyList<ChangedUnit> Communes { get; init; }

    public required ChangedAgency Agency { get; init; }

    public required V1.Indicator Indicator { get; init; }

    public V1.ObservationService.ObservationServiceClient Officer => indicators.OfficerOf(Agency);

    public static async Task<APlace> In(Indicators indicators, int communes = 2)
    {
        var province = await indicators.AUnit("province");
        var below = new List<ChangedUnit>();
        for (var commune = 0; commune < communes; commune++)
            below.Add(await indicators.AUnit("commune", province));
        return new(indicators)
        {
            Province = province,
            Communes = below,
            Agency = await indicators.AnAgency(of: province),
            Indicator = await indicators.Create(),
        };
    }

    public V1.ObservationRow Row(int commune, string value, string period = "2025-01", string part = "")
    {
        var row = Rows.Of(Indicator, Communes[commune], value, period);
        row.Part = part;
        return row;
    }

    /// <summary>Values that count.</summary>
    public async Task<IReadOnlyList<string>> Values() =>
        [.. (await indicators.Observations.ListObservationsAsync(new() { Indicator = Indicator.Name })).Observations.Select(observation => observation.Value)];

    /// <summary>How many values count.</summary>
    public Task<long> Count() => indicators.Ask<long>(
        "select count(*) from observations o join indicators i on i.key = o.indicator where i.id = @id", new { id = Guid.Parse(Indicator.Name["indicators/".Length..]) });

    /// <summary>Sums over the communes of an area, by period: the province, unless another is named.</summary>
    public async Task<IReadOnlyList<(string Period, int Units, decimal Total)>> Rollups(ChangedUnit? area = null)
    {
        var cells = await indicators.Ask<string>(
            """
            select coalesce(string_agg(concat_ws('/', r.year, lpad((r.period - 20)::text, 2, '0'), r.units, trim_scale(r.total)), ' ' order by r.year, r.period), '')
            from rollups r join indicators i on i.key = r.indicator join measured_units u on u.key = r.area
            where i.id = @indicator and u.unit_id = @area and r.units > 0
            """,
            new { indicator = Guid.Parse(Indicator.Name["indicators/".Length..]), area = (area ?? Province).UnitId });
        return
        [
            .. cells.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(cell => cell.Split('/')).Select(cell => (
                $"{cell[0]}-{cell[1]}", int.Parse(cell[2], CultureInfo.InvariantCulture), decimal.Parse(cell[3], CultureInfo.InvariantCulture))),
        ];
    }
}
