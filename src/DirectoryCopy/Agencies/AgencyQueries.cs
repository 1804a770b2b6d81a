using Dapper;
using Npgsql;
using SocialPolicy.BuildingBlocks.Domain.Codes;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;

namespace SocialPolicy.DirectoryCopy.Agencies;

/// <summary>Looks agencies up in the copy.</summary>
public static class AgencyQueries
{
    private const string Columns = "id, codes, name, kind, unit_id, parent_id, requested, valid_from, valid_to, succeeded_by, email";

    private const string ById = $"select {Columns} from directory_agencies where id = any(@ids)";

    private const string ByCode = $"select {Columns} from directory_agencies where codes && @codes";

    /// <summary>The agency a request names: <c>agencies/{id}</c> or <c>scheme:code</c>. Throws NAME_MALFORMED, AGENCY_NOT_FOUND.</summary>
    public static async Task<KnownAgency> RequireAgency(this NpgsqlConnection connection, string name, string field, CancellationToken ct)
    {
        var found = AgencyNames.IsCode(name)
            ? await connection.AgenciesWithCodes([name], ct)
            : [.. (await connection.Agencies([AgencyNames.Pattern.Parse(name, field)], ct)).Values];
        Check.Rule(new AgenciesAreKnown(name, field, found.Count > 0));
        return found[0];
    }

    /// <summary>
    /// The agency that a command names, in force on the day that counts: of one that ended, its heirs have to be named. Throws
    /// NAME_MALFORMED, AGENCY_NOT_FOUND, AGENCY_SUPERSEDED, AGENCY_NOT_THERE_YET.
    /// </summary>
    public static async Task<KnownAgency> RequireAgencyInForce(this NpgsqlConnection connection, string name, string field, DateOnly on, CancellationToken ct)
    {
        var agency = await connection.RequireAgency(name, field, ct);
        await connection.MustBeInForce(agency, on, ct);
        return agency;
    }

    /// <summary>Throws AGENCY_SUPERSEDED with the heirs of an agency that ended before the day, AGENCY_NOT_THERE_YET for one that has yet to begin.</summary>
    public static async Task MustBeInForce(this NpgsqlConnection connection, KnownAgency agency, DateOnly on, CancellationToken ct)
    {
        var ended = agency.ValidTo < on;
        var heirs = ended ? await connection.Agencies(agency.SucceededBy, ct) : new Dictionary<Guid, KnownAgency>();
        Check.Rule(new SupersededAgenciesGiveWay(
            agency.Codes[0], agency.ValidTo, ended, [.. agency.SucceededBy.Where(heirs.ContainsKey).Select(id => new Successor(heirs[id].Codes[0], heirs[id].Name))]));
        Check.Rule(new AgenciesHaveBegun(agency.ResourceName, agency.IsInForce(on)));
    }

    /// <summary>Those of the ids that are known.</summary>
    public static async Task<IReadOnlyDictionary<Guid, KnownAgency>> Agencies(this NpgsqlConnection connection, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var rows = await connection.QueryAsync<KnownAgency>(new(ById, new { ids = ids.ToArray() }, cancellationToken: ct));
        return rows.ToDictionary(agency => agency.Id);
    }

    private static async Task<IReadOnlyList<KnownAgency>> AgenciesWithCodes(this NpgsqlConnection connection, string[] codes, CancellationToken ct)
    {
        var rows = await connection.QueryAsync<KnownAgency>(new(ByCode, new { codes }, cancellationToken: ct));
        return rows.AsList();
    }
}
