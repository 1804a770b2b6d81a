using Dapper;
using Npgsql;
using SocialPolicy.Backups.Form;

namespace SocialPolicy.Backups.Checking;

/// <summary>What all databases of a server hold, table by table.</summary>
internal static class Contents
{
    private const string Databases = "select datname from pg_database where not datistemplate and datname <> 'postgres' order by datname";

    private const string Migrations = "select to_regclass('ground.migrations') is not null";

    private const string Applied = "select set_name || '/' || file_name from ground.migrations order by set_name, file_name";

    // A table in parts is its parts. The server quotes the names.
    private const string Tables = """
        select n.nspname || '.' || c.relname as name, format('%I.%I', n.nspname, c.relname) as quoted
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind = 'r' and n.nspname <> 'information_schema' and n.nspname !~ '^pg_' order by 1
        """;

    private const string Digest = """
        select count(*) as rows, coalesce(sum(('x' || left(encode(sha256(convert_to(t::text, 'UTF8')), 'hex'), 16))::bit(64)::bigint::numeric), 0)::text as digest from
        """;

    /// <param name="server">The superuser's connection string.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task<IReadOnlyList<DatabaseContent>> Of(string server, CancellationToken ct)
    {
        var databases = new List<DatabaseContent>();
        await using var connection = new NpgsqlConnection(server);
        foreach (var name in await connection.QueryAsync<string>(new(Databases, cancellationToken: ct)))
            databases.Add(await OfDatabase(name, To(server, name), ct));
        return databases;
    }

    public static async Task<string> Version(string server, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(server);
        return (await connection.ExecuteScalarAsync<string>(new("select split_part(current_setting('server_version'), ' ', 1)", cancellationToken: ct)))!;
    }

    public static string To(string server, string database) => new NpgsqlConnectionStringBuilder(server) { Database = database }.ConnectionString;

    private static async Task<DatabaseContent> OfDatabase(string name, string connectionString, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        var isService = await connection.ExecuteScalarAsync<bool>(new(Migrations, cancellationToken: ct));
        var schema = isService ? await connection.QueryAsync<string>(new(Applied, cancellationToken: ct)) : [];
        var tables = new List<TableContent>();
        foreach (var (table, quoted) in await connection.QueryAsync<(string, string)>(new(Tables, cancellationToken: ct)))
        {
            var (rows, digest) = await connection.QuerySingleAsync<(long, string)>(new($"{Digest} {quoted} t", cancellationToken: ct));
            tables.Add(new(table, rows, digest));
        }

        return new(name, schema.AsList(), tables);
    }
}
