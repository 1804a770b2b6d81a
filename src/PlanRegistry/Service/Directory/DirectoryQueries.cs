using Dapper;
using Npgsql;
using SocialPolicy.BuildingBlocks.Domain.Codes;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.PlanRegistry.Domain.Directory;

namespace SocialPolicy.PlanRegistry.Service.Directory;

/// <summary>Looks units and agencies up, and what surrounds an issuer.</summary>
internal static class DirectoryQueries
{
    private const string UnitById = $"select {UnitStored.Shown} from units where id = @id";
    private const string UnitByCode = $"select {UnitStored.Shown} from units where codes @> array[@code]";
    private const string AgencyById = $"select {AgencyStored.Shown} from agencies where id = @id";
    private const string AgencyByCode = $"select {AgencyStored.Shown} from agencies where codes @> array[@code]";
    private const string InForce = "(valid_from is null or valid_from <= @on) and (valid_to is null or valid_to >= @on)";

    private const string UnitAndAbove = $"""
        with recursive up as (
            select units.*, 1 as step from units where id = @unit
            union all
            select units.*, up.step + 1 from units join up on units.id = up.parent_id
        )
        select {UnitStored.ColumnsOn} from up order by step
        """;

    // Below a province it is the commune since districts ended.
    private const string LevelsBelow = $"select distinct level from units where parent_id = @unit and {InForce}";

    private const string MayIssue = $"kind in ('peoples_committee', 'peoples_council', 'party') and {InForce}";

    // Communes are above nobody: those of the past need not be read.
    private const string UnitsOfIssuers = $"""
        select {UnitStored.ColumnsOn} from units where level <> 'commune' or id in (select unit_id from agencies where {MayIssue})
        """;

    private const string AgenciesOf = $"select {AgencyStored.ColumnsOn} from agencies where unit_id = any(@units) and {InForce}";

    private const string MembersOfGroup = "select id from group_members(@unit, @below, @kinds, @on) order by name, id";

    private const string SuccessorUnits = "select codes[1] as code, name from units where id = any(@ids) order by array_position(@ids, id)";
    private const string SuccessorAgencies = "select codes[1] as code, name from agencies where id = any(@ids) order by array_position(@ids, id)";

    public static async Task<UnitStored> RequireUnit(this NpgsqlConnection connection, string name, string field, CancellationToken ct)
    {
        var found = DirectoryService.IsCode(name)
            ? await connection.QuerySingleOrDefaultAsync<UnitStored>(new(UnitByCode, new { code = name }, cancellationToken: ct))
            : await connection.QuerySingleOrDefaultAsync<UnitStored>(new(UnitById, new { id = DirectoryService.UnitName.Parse(name, field) }, cancellationToken: ct));
        Check.Rule(new UnitsAreKnown(name, field, found is not null));
        return found!;
    }

    public static async Task<AgencyStored> RequireAgency(this NpgsqlConnection connection, string name, string field, CancellationToken ct)
    {
        var found = DirectoryService.IsCode(name)
            ? await connection.QuerySingleOrDefaultAsync<AgencyStored>(new(AgencyByCode, new { code = name }, cancellationToken: ct))
            : await connection.QuerySingleOrDefaultAsync<AgencyStored>(new(AgencyById, new { id = DirectoryService.AgencyName.Parse(name, field) }, cancellationToken: ct));
        Check.Rule(new AgenciesAreKnown(name, field, found is not null));
        return found!;
    }

    /// <summary>Heirs as a refusal names them.</summary>
    public static async Task<IReadOnlyList<Successor>> UnitSuccessors(this NpgsqlConnection connection, Guid[] ids, CancellationToken ct) =>
        ids.Length == 0 ? [] : (await connection.QueryAsync<Successor>(new(SuccessorUnits, new { ids }, cancellationToken: ct))).AsList();

    /// <summary>Heirs as a refusal names them.</summary>
    public static async Task<IReadOnlyList<Successor>> AgencySuccessors(this NpgsqlConnection connection, Guid[] ids, CancellationToken ct) =>
        ids.Length == 0 ? [] : (await connection.QueryAsync<Successor>(new(SuccessorAgencies, new { ids }, cancellationToken: ct))).AsList();

    /// <summary>An agency that a command names, in force on the day. Throws AGENCY_NOT_FOUND, AGENCY_SUPERSEDED, AGENCY_NOT_THERE_YET.</summary>
    public static async Task<AgencyStored> RequireAgencyInForce(this NpgsqlConnection connection, string name, string field, DateOnly on, CancellationToken ct)
    {
        var agency = await connection.RequireAgency(name, field, ct);
        var ended = agency.ValidTo < on;
        Check.Rule(new SupersededAgenciesGiveWay(agency.Codes[0], agency.ValidTo, ended, ended ? await connection.AgencySuccessors(agency.SucceededBy, ct) : []));
        Check.Rule(new AgenciesHaveBegun(DirectoryService.AgencyName.Of(agency.Id), !(agency.ValidFrom > on)));
        return agency;
    }

    /// <summary>A unit that a command names, in force on the day. Throws UNIT_NOT_FOUND, UNIT_SUPERSEDED.</summary>
    public static async Task<UnitStored> RequireUnitInForce(this NpgsqlConnection connection, string name, string field, DateOnly on, CancellationToken ct)
    {
        var unit = await connection.RequireUnit(name, field, ct);
        var ended = unit.ValidTo < on;
        Check.Rule(new SupersededUnitsGiveWay(unit.Codes[0], unit.ValidTo, ended, ended ? await connection.UnitSuccessors(unit.SucceededBy, ct) : []));
        return unit;
    }

    /// <summary>The unit of an agency, those above it, and the agencies in force there on the day.</summary>
    public static async Task<Surroundings> AroundUnit(this NpgsqlConnection connection, Guid unit, DateOnly on, CancellationToken ct)
    {
        var units = (await connection.QueryAsync<UnitStored>(new(UnitAndAbove, new { unit, on }, cancellationToken: ct))).Select(row => row.ToDirectoryUnit()).ToList();
        var agencies = await connection.QueryAsync<AgencyStored>(new(AgenciesOf, new { units = units.Select(found => found.Id).ToArray(), on }, cancellationToken: ct));
        var below = (await connection.QueryAsync<string>(new(LevelsBelow, new { unit, on }, cancellationToken: ct))).AsList();
        return new(units[0], units[1..], [.. agencies.Select(row => row.ToDirectoryAgency())]) { Below = below is [var level] ? Words.Read<UnitLevel>(level) : null };
    }

    /// <summary>The agencies in force on the day that may have issued a plan, with their units; and what those are in, to know the province.</summary>
    public static async Task<(IReadOnlyList<(DirectoryAgency Agency, DirectoryUnit Unit)> Candidates, IReadOnlyCollection<DirectoryUnit> Units)> PossibleIssuers(this NpgsqlConnection connection, DateOnly on, CancellationToken ct)
    {
        var units = (await connection.QueryAsync<UnitStored>(new(UnitsOfIssuers, new { on }, cancellationToken: ct))).ToDictionary(row => row.Id, row => row.ToDirectoryUnit());
        var agencies = await connection.QueryAsync<AgencyStored>(new($"select {AgencyStored.ColumnsOn} from agencies where {MayIssue}", new { on }, cancellationToken: ct));
        return ([.. agencies.Select(row => (row.ToDirectoryAgency(), units[row.UnitId]))], units.Values);
    }

    /// <summary>The members of a group on the day, by name.</summary>
    public static async Task<IReadOnlyList<Guid>> MembersOf(this NpgsqlConnection connection, AgencyGroup group, DateOnly on, CancellationToken ct) =>
        (await connection.QueryAsync<Guid>(new(
            MembersOfGroup,
            new { kinds = group.Kinds.Select(Words.Of).ToArray(), below = group.Below, unit = group.UnitId, on },
            cancellationToken: ct))).AsList();

    public static Task<long> DirectoryVersion(this NpgsqlConnection connection, CancellationToken ct) =>
        connection.ExecuteScalarAsync<long>(new("select version from directory_version", cancellationToken: ct));
}
