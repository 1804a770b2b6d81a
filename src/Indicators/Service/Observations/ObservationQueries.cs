using Dapper;
using Npgsql;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.Contracts.Events.Indicators.V1;
using SocialPolicy.Indicators.Domain.Observations;

namespace SocialPolicy.Indicators.Service.Observations;

/// <summary>Looks observations up.</summary>
internal static class ObservationQueries
{
    private const string Select = """
        select * from current_observations o
        where (o.year, o.indicator, o.unit, o.period, o.part, o.estimate) in (
            select * from unnest(@years, @indicators, @units, @periods, @parts, @estimates))
        """;

    /// <summary>What counts now of these; what nobody observed is left out.</summary>
    public static async Task<IReadOnlyDictionary<ObservationKey, ObservationRow>> Observations(
        this NpgsqlConnection connection, IReadOnlyCollection<ObservationKey> keys, CancellationToken ct)
    {
        var asked = new
        {
            years = keys.Select(key => key.Period.Year).ToArray(),
            indicators = keys.Select(key => key.Indicator).ToArray(),
            units = keys.Select(key => key.Unit).ToArray(),
            periods = keys.Select(key => key.Period.Number).ToArray(),
            parts = keys.Select(key => key.Part).ToArray(),
            estimates = keys.Select(key => key.Estimate).ToArray(),
        };
        var rows = await connection.QueryAsync<ObservationRow>(new(Select, asked, cancellationToken: ct));
        return rows.ToDictionary(row => row.Key);
    }

    /// <summary>Values that an act has kept, as they are announced.</summary>
    public static async Task<IReadOnlyList<RecordedObservation>> Told(this Work work, IReadOnlyList<KeptRow> kept)
    {
        var rows = await work.Connection.Observations([.. kept.Select(row => row.Key)], work.Cancellation);
        return
        [
            .. kept.Select(row => rows[row.Key]).Select(row => new RecordedObservation(
                row.Id, row.IndicatorId, row.UnitId, row.ObservedPeriod.ToString(), row.PartOf ?? "", row.Estimate, row.Official, row.Revision,
                row.Value, row.Numerator, row.Denominator, row.Achieved)),
        ];
    }
}
