using Dapper;
using Npgsql;
using SocialPolicy.Backups.Taking;
using SocialPolicy.BuildingBlocks.Service.Storage;

namespace SocialPolicy.Backups.Daily;

/// <summary>
/// The argument <c>migrate</c>: makes the role that copies the server, as the superuser of <c>ConnectionStrings:postgres</c>. It may
/// replicate and log in. It connects to no database, so that it can neither ask nor change anything there.
/// </summary>
internal static class BackupRole
{
    private const string Settings = "select set_config('spp.role', @role, true), set_config('spp.verifier', @verifier, true)";

    private const string CreateOrUpdate = """
        do $$
        begin
            if not exists (select from pg_roles where rolname = current_setting('spp.role')) then
                execute format('create role %I', current_setting('spp.role'));
            end if;
            execute format('alter role %I login replication nosuperuser nocreatedb nocreaterole nobypassrls connection limit 4 password %L',
                current_setting('spp.role'), current_setting('spp.verifier'));
        end $$;
        """;

    public static bool IsAsked(string[] args) => args is ["migrate", ..];

    public static async Task<int> Make()
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        var server = configuration.GetConnectionString("postgres") ?? throw new InvalidOperationException("Set ConnectionStrings:postgres: the superuser of the server.");
        try
        {
            await Make(server, configuration["Migration:RolePassword"] ?? throw new InvalidOperationException("Set Migration:RolePassword."));
            Console.WriteLine($"role {Source.Role} may copy the server, and nothing else");
            return 0;
        }
        catch (NpgsqlException failure)
        {
            await Console.Error.WriteLineAsync($"backups: {failure.Message.ReplaceLineEndings(" ")}");
            return 1;
        }
    }

    internal static async Task Make(string server, string password)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server) { Database = "postgres", Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync(Settings, new { role = Source.Role, verifier = ScramVerifier.Of(password) }, transaction);
        await connection.ExecuteAsync(CreateOrUpdate, transaction: transaction);
        await transaction.CommitAsync();
    }
}
