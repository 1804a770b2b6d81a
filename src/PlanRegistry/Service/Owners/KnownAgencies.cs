using Dapper;
using Npgsql;
using SocialPolicy.BuildingBlocks.Domain.Codes;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.PlanRegistry.Service.Directory;

namespace SocialPolicy.PlanRegistry.Service.Owners;

/// <summary>Agencies that were looked up together, with their heirs.</summary>
internal sealed class KnownAgencies(IReadOnlyCollection<AgencyStored> agencies)
{
    private readonly Dictionary<Guid, AgencyStored> byId = agencies.ToDictionary(agency => agency.Id);
    private readonly Dictionary<string, AgencyStored> byName = agencies.SelectMany(Names).DistinctBy(pair => pair.Name).ToDictionary(pair => pair.Name, pair => pair.Agency, StringComparer.Ordinal);

    /// <summary>One of those that were looked up.</summary>
    public AgencyStored this[Guid id] => byId[id];

    /// <summary>Whether it is in force on the day.</summary>
    public bool IsInForce(Guid id, DateOnly on) => byId[id] is var agency && !(on < agency.ValidFrom) && !(on > agency.ValidTo);

    /// <summary>By <c>agencies/{agency}</c> or code; null when the directory has none.</summary>
    public AgencyStored? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>What is wrong with naming it as an owner from a day on: AGENCY_NOT_FOUND, AGENCY_SUPERSEDED, AGENCY_NOT_THERE_YET.</summary>
    public IRule Judge(string name, string path, DateOnly from) => Find(name) switch
    {
        null => new AgenciesAreKnown(name, path, Known: false),
        var agency when from < agency.ValidFrom => new AgenciesHaveBegun(DirectoryService.AgencyName.Of(agency.Id), Begun: false) { Field = path },
        var agency => new SupersededAgenciesGiveWay(agency.Codes[0], agency.ValidTo, from > agency.ValidTo, HeirsOf(agency)) { Field = path },
    };

    private List<Successor> HeirsOf(AgencyStored agency) => [.. agency.SucceededBy.Where(byId.ContainsKey).Select(heir => new Successor(byId[heir].Codes[0], byId[heir].Name))];

    private static IEnumerable<(string Name, AgencyStored Agency)> Names(AgencyStored agency) => agency.Codes.Append(DirectoryService.AgencyName.Of(agency.Id)).Select(name => (name, agency));
}

/// <summary>Looks agencies up many at a time.</summary>
internal static class AgencyLookup
{
    private const string Select = $"""
        with asked as (select * from agencies where id = any(@ids) or codes && @codes)
        select {AgencyStored.Columns} from asked
        union
        select {AgencyStored.Columns} from agencies where id in (select unnest(succeeded_by) from asked)
        """;

    /// <summary>Those of the ids and their heirs.</summary>
    public static Task<KnownAgencies> Agencies(this NpgsqlConnection connection, IEnumerable<Guid> ids, CancellationToken ct) =>
        connection.Agencies([.. ids.Distinct()], [], ct);

    /// <summary>Those of the names, each <c>agencies/{agency}</c> or <c>scheme:code</c>, and their heirs. Throws NAME_MALFORMED.</summary>
    public static Task<KnownAgencies> Agencies(this NpgsqlConnection connection, IEnumerable<(string Name, string Path)> names, CancellationToken ct)
    {
        var all = names.Where(one => one.Name.Length > 0).ToList();
        return connection.Agencies(
            [.. all.Where(one => !DirectoryService.IsCode(one.Name)).Select(one => DirectoryService.AgencyName.Parse(one.Name, one.Path))],
            [.. all.Where(one => DirectoryService.IsCode(one.Name)).Select(one => one.Name)],
            ct);
    }

    private static async Task<KnownAgencies> Agencies(this NpgsqlConnection connection, Guid[] ids, string[] codes, CancellationToken ct) =>
        new((await connection.QueryAsync<AgencyStored>(new(Select, new { ids, codes }, cancellationToken: ct))).AsList());
}
