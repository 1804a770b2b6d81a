using Dapper;
using Npgsql;
using SocialPolicy.Indicators.Domain.Ratings;
using SocialPolicy.Indicators.Service.Observations;
using SocialPolicy.Indicators.Service.Targets;

namespace SocialPolicy.Indicators.Service.Ratings;

/// <summary>Finds what changes are counted from.</summary>
internal static class Baselines
{
    private const string SelectLevels = """
        select o.* from observations_seen o
        join unnest(@targets, @agencies) as asked (target_id, agency_id) using (target_id, agency_id)
        where o.current and o.value is not null
        """;

    /// <summary>By target, the baselines of those whose target demands a change and that have one.</summary>
    public static async Task<IReadOnlyDictionary<Guid, Level>> BaselinesOf(
        this NpgsqlConnection connection, IReadOnlyList<(TargetRow Target, ObservationRow? Observation)> measured, CancellationToken ct)
    {
        var changes = measured
            .Where(pair => pair.Observation is not null && Change.IsDemandedBy(pair.Target.ToDomain()))
            .Select(pair => (pair.Target, Observation: pair.Observation!))
            .ToList();
        if (changes.Count == 0)
            return new Dictionary<Guid, Level>();

        var asked = new { targets = changes.Select(pair => pair.Target.Id).ToArray(), agencies = changes.Select(pair => pair.Observation.AgencyId).ToArray() };
        var levels = (await connection.QueryAsync<ObservationRow>(new(SelectLevels, asked, cancellationToken: ct)))
            .ToLookup(row => row.TargetId, row => new Level(row.ReportingPeriod, row.Value!.Value));
        return changes
            .Select(pair => (pair.Target.Id, Level: Change.BaselineOf(pair.Target.ToDomain(), pair.Observation.ReportingPeriod, levels[pair.Target.Id])))
            .Where(found => found.Level is not null)
            .ToDictionary(found => found.Id, found => found.Level!);
    }
}
