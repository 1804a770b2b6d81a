using System.Text.Json;

namespace SocialPolicy.DirectoryCopy.Storage;

/// <summary>Keeps rows of the directory, from an announcement or from a snapshot: the newer version stands.</summary>
internal static class DirectoryRows
{
    // In the order of the ids, so that a snapshot and an announcement at the same time wait for each other and never in a circle.
    public const string KeepUnits = """
        insert into directory_units as known (id, version, codes, name, level, parent_id, valid_from, valid_to, succeeded_by)
        select unit_id, @AggregateVersion, codes, name, level, parent_id, valid_from, valid_to, succeeded_by
        from jsonb_to_recordset(@Rows::jsonb) as t (unit_id uuid, codes text[], name text, level text, parent_id uuid,
            valid_from date, valid_to date, succeeded_by uuid[])
        order by unit_id
        on conflict (id) do update set version = excluded.version, codes = excluded.codes, name = excluded.name,
            level = excluded.level, parent_id = excluded.parent_id, valid_from = excluded.valid_from,
            valid_to = excluded.valid_to, succeeded_by = excluded.succeeded_by
        where known.version < excluded.version
        """;

    public const string KeepAgencies = """
        insert into directory_agencies as known (id, version, codes, name, kind, unit_id, parent_id, requested,
            valid_from, valid_to, succeeded_by, email)
        select agency_id, @AggregateVersion, codes, name, kind, unit_id, parent_id, requested, valid_from, valid_to, succeeded_by, email
        from jsonb_to_recordset(@Rows::jsonb) as t (agency_id uuid, codes text[], name text, kind text, unit_id uuid,
            parent_id uuid, requested bool, valid_from date, valid_to date, succeeded_by uuid[], email text)
        order by agency_id
        on conflict (id) do update set version = excluded.version, codes = excluded.codes, name = excluded.name,
            kind = excluded.kind, unit_id = excluded.unit_id, parent_id = excluded.parent_id, requested = excluded.requested,
            valid_from = excluded.valid_from, valid_to = excluded.valid_to, succeeded_by = excluded.succeeded_by, email = excluded.email
        where known.version < excluded.version
        """;

    /// <summary>Members of the facts under the names the statements know.</summary>
    public static JsonSerializerOptions Columns { get; } = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
}
