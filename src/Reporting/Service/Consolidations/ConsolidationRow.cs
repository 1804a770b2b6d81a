using Dapper;
using Npgsql;
using SocialPolicy.Reporting.Domain.Consolidations;
using SocialPolicy.Reporting.Service.Storage;

namespace SocialPolicy.Reporting.Service.Consolidations;

/// <summary>A row of consolidations.</summary>
internal sealed class ConsolidationRow
{
    public Guid Id { get; init; }
    public Guid RoundId { get; init; }
    public Guid PlanId { get; init; }
    public Guid AgencyId { get; init; }
    public string Period { get; init; } = "";
    public int Version { get; init; }
    public bool IncludesSubmitted { get; init; }
    public string Children { get; init; } = "[]";
    public string Missing { get; init; } = "[]";
    public string Lines { get; init; } = "[]";
    public string Actor { get; init; } = "";
    public DateTimeOffset CreatedAt { get; init; }

    public Child[] ReadChildren() => RowJson.Read<Child[]>(Children);

    public Missing[] ReadMissing() => RowJson.Read<Missing[]>(Missing);

    public ConsolidatedLine[] ReadLines() => RowJson.Read<ConsolidatedLine[]>(Lines);
}

/// <summary>Names of agencies as the directory has them.</summary>
internal static class DisplayNames
{
    public static async Task<IReadOnlyDictionary<Guid, string>> NamesIn(
        this NpgsqlConnection connection, IReadOnlyList<ConsolidationRow> rows, CancellationToken ct)
    {
        var ids = rows.SelectMany(row => row.ReadChildren().Select(child => child.Agency).Concat(row.ReadMissing().Select(missing => missing.Agency)))
            .Distinct().ToArray();
        var named = await connection.QueryAsync<(Guid Id, string Name)>(
            new("select id, name from directory_agencies where id = any(@ids)", new { ids }, cancellationToken: ct));
        return named.ToDictionary(agency => agency.Id, agency => agency.Name);
    }
}
