using Dapper;
using Npgsql;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.Indicators.Domain.Observations;
using SocialPolicy.Indicators.Service.Observations;

namespace SocialPolicy.Indicators.Service.Figures;

/// <summary>Finds the parts whose figures are read.</summary>
internal static class PartKeys
{
    private const string Select = "select key from indicator_parts where indicator = @indicator and part = @canonical";

    /// <summary>0 for the whole, null for a part that nobody gave a value of. Throws PART_NOT_FOUND.</summary>
    public static async Task<int?> PartKey(this NpgsqlConnection connection, int indicator, string part, CancellationToken ct)
    {
        if (part.Length == 0)
            return 0;
        var parts = new KnownParts();
        await parts.Learn(connection, [indicator], ct);
        var canonical = parts.Canonical(indicator, part);
        Check.Rule(new PartsBelongToTheirIndicator("part", part, canonical is null));
        return await connection.QuerySingleOrDefaultAsync<int?>(new(Select, new { indicator, canonical }, cancellationToken: ct));
    }
}
