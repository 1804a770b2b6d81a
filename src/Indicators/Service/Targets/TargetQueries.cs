using Dapper;
using Npgsql;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.Indicators.Domain.Observations;

namespace SocialPolicy.Indicators.Service.Targets;

/// <summary>Looks targets up.</summary>
internal static class TargetQueries
{
    /// <summary>The target, held against other commands until this one ends. Throws TARGET_NOT_FOUND, TARGET_ENDED.</summary>
    public static async Task<TargetRow> RequireTarget(this Work work, Guid id, string field = "observation.target")
    {
        var row = await work.Hold<TargetRow>("select * from targets_in_force where id = @id for update", new { id });
        Check.Rule(new TargetsAreKnown(id, row is not null, field));
        Check.Rule(new OnlyTargetsInForceAreMeasured(id, row!.EndedAt is not null));
        return row;
    }

    /// <summary>The target as it is now.</summary>
    public static Task<TargetRow> TargetNow(this NpgsqlConnection connection, Guid id, CancellationToken ct) =>
        connection.QuerySingleAsync<TargetRow>(new("select * from targets_in_force where id = @id", new { id }, cancellationToken: ct));
}
