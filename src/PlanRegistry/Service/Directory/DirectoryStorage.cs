using System.Text.Json;
using Dapper;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.Contracts.Events;
using SocialPolicy.PlanRegistry.Domain.Directory;
using SocialPolicy.PlanRegistry.Service.Plans;

namespace SocialPolicy.PlanRegistry.Service.Directory;

/// <summary>Loads the directory for a change, keeps what changed, and announces it.</summary>
internal static class DirectoryStorage
{
    /// <summary>The aggregate of every announcement about the directory.</summary>
    public const string Aggregate = "directory";

    private const string KeepUnits = """
        insert into units as known (id, version, codes, name, level, parent_id, valid_from, valid_to, succeeded_by, updated_at)
        select id, @version, codes, name, level, parent_id, valid_from, valid_to, succeeded_by, @At
        from jsonb_to_recordset(@rows::jsonb) as t (id uuid, codes text[], name text, level text, parent_id uuid, valid_from date, valid_to date, succeeded_by uuid[])
        on conflict (id) do update set version = excluded.version, codes = excluded.codes, name = excluded.name, level = excluded.level,
            parent_id = excluded.parent_id, valid_from = excluded.valid_from, valid_to = excluded.valid_to,
            succeeded_by = excluded.succeeded_by, updated_at = excluded.updated_at
        """;

    private const string KeepAgencies = """
        insert into agencies as known (id, version, codes, name, aliases, kind, unit_id, parent_id, requested, valid_from, valid_to, succeeded_by, email, updated_at)
        select id, @version, codes, name, aliases, kind, unit_id, parent_id, requested, valid_from, valid_to, succeeded_by, email, @At
        from jsonb_to_recordset(@rows::jsonb) as t (id uuid, codes text[], name text, aliases text[], kind text, unit_id uuid, parent_id uuid,
            requested bool, valid_from date, valid_to date, succeeded_by uuid[], email text)
        on conflict (id) do update set version = excluded.version, codes = excluded.codes, name = excluded.name, aliases = excluded.aliases,
            kind = excluded.kind, unit_id = excluded.unit_id, parent_id = excluded.parent_id, requested = excluded.requested,
            valid_from = excluded.valid_from, valid_to = excluded.valid_to, succeeded_by = excluded.succeeded_by,
            email = excluded.email, updated_at = excluded.updated_at
        """;

    // A code that a row no longer has is free again.
    private const string KeepCodes = """
        delete from directory_codes where kind = @kind and owner = any(@owners);
        insert into directory_codes (kind, code, owner)
        select @kind, code, id from jsonb_to_recordset(@rows::jsonb) as t (id uuid, codes text[]), unnest(codes) as code;
        """;

    /// <summary>The whole directory, held against other changes until this work ends.</summary>
    public static async Task<(IReadOnlyList<Unit> Units, IReadOnlyList<Agency> Agencies)> HoldDirectory(this Work work)
    {
        await work.HoldDirectoryVersion();
        var units = await work.Connection.QueryAsync<UnitStored>(work.Sql($"select {UnitStored.Columns} from units"));
        var agencies = await work.Connection.QueryAsync<AgencyStored>(work.Sql($"select {AgencyStored.Columns} from agencies"));
        return ([.. units.Select(row => row.ToUnit())], [.. agencies.Select(row => row.ToAgency())]);
    }

    /// <summary>Holds the directory against other changes until this work ends.</summary>
    public static Task HoldDirectoryVersion(this Work work) => work.Connection.ExecuteAsync(work.Sql("select version from directory_version for update"));

    /// <summary>Keeps and announces the changes, each part under a version of its own.</summary>
    public static async Task Keep(this Work work, DirectoryChanges changes)
    {
        foreach (var part in changes.AddedUnits.Concat(changes.ChangedUnits).Chunk(DirectoryAnnouncement.MostAtOnce))
            await work.Keep(KeepUnits, "unit", part, [.. part.Select(unit => unit.Id)], DirectoryAnnouncement.Of(part));
        foreach (var part in changes.AddedAgencies.Concat(changes.ChangedAgencies).Chunk(DirectoryAnnouncement.MostAtOnce))
            await work.Keep(KeepAgencies, "agency", part, [.. part.Select(agency => agency.Id)], DirectoryAnnouncement.Of(part));
    }

    private static async Task Keep<T>(this Work work, string statement, string kind, IReadOnlyList<T> part, Guid[] owners, IFact fact)
    {
        var version = await work.Connection.ExecuteScalarAsync<long>(work.Sql("update directory_version set version = version + 1 returning version"));
        var rows = JsonSerializer.Serialize(part, RowJson.Options);
        await work.Connection.ExecuteAsync(work.Sql(statement, new { version, rows, work.At }));
        await work.Connection.ExecuteAsync(work.Sql(KeepCodes, new { kind, owners, rows }));
        work.Announce(fact, Aggregate, version);
    }
}
