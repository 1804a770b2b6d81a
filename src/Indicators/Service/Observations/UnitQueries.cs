using Npgsql;

namespace SocialPolicy.Indicators.Service.Observations;

/// <summary>Looks units up that a reader names.</summary>
internal static class UnitQueries
{
    /// <summary>Throws NAME_MALFORMED, UNIT_NOT_FOUND.</summary>
    public static async Task<MeasuredUnit> RequireUnit(this NpgsqlConnection connection, string name, string field, CancellationToken ct)
    {
        var names = new MeasuredNames(Guid.Empty);
        await names.Learn(connection, [], [name], ct);
        return names.RequireUnit(name, field);
    }
}
