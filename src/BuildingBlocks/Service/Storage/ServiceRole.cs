using Dapper;
using Npgsql;

namespace SocialPolicy.BuildingBlocks.Service.Storage;

/// <summary>The database role a service runs as: it may log in and touch its rows, nothing else.</summary>
internal static class ServiceRole
{
    // The names arrive as settings of the transaction and are quoted by the server: no text is put together here.
    private const string Names = "select set_config('spp.role', @Name, true), set_config('spp.verifier', @verifier, true)";

    private const string CreateOrUpdate = """
        do $$
        declare
            service  name := current_setting('spp.role');
            verifier text := current_setting('spp.verifier');
        begin
            if not exists (select from pg_roles where rolname = service) then
                execute format('create role %I', service);
            end if;
            execute format('alter role %I login nosuperuser nocreatedb nocreaterole noreplication nobypassrls inherit password %L', service, verifier);
            call ground.grant_service_rights(service);
        end $$;
        """;

    private const int Attempts = 10;

    public static async Task Grant(NpgsqlConnection connection, Credentials role, TextWriter log, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await GrantOnce(connection, role, ct);
                await log.WriteLineAsync($"  role {role.Name} may use the tables of {connection.Database}, and nothing else");
                return;
            }
            catch (PostgresException busy) when (attempt < Attempts && IsRace(busy))
            {
                // Roles belong to the whole server: another database's migration was changing the same one.
                await Task.Delay(TimeSpan.FromMilliseconds(20 * attempt), ct);
            }
        }
    }

    private static async Task GrantOnce(NpgsqlConnection connection, Credentials role, CancellationToken ct)
    {
        var verifier = ScramVerifier.Of(role.Password);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await connection.ExecuteAsync(new CommandDefinition(Names, new { role.Name, verifier }, transaction, cancellationToken: ct));
        await connection.ExecuteAsync(new CommandDefinition(CreateOrUpdate, transaction: transaction, cancellationToken: ct));
        await transaction.CommitAsync(ct);
    }

    private static bool IsRace(PostgresException failure) =>
        failure.SqlState is PostgresErrorCodes.InternalError or PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DuplicateObject or PostgresErrorCodes.DeadlockDetected;
}
