using Aspire.Hosting.Processes;
using Aspire.Hosting.Servers;
using Npgsql;

namespace SocialPolicy.AppHost.Tests.ProcessHost;

public sealed class RunningAPostgreSqlServer : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Keeps_what_was_committed_when_it_is_killed()
    {
        var first = await PostgreSqlServer.Start(folder["pg"], null, "p-1", CancellationToken.None);
        await Execute(first, "CREATE TABLE kept (id int)", "INSERT INTO kept VALUES (7)");
        await first.Kill();

        var second = await PostgreSqlServer.Start(folder["pg"], first.Port, "p-1", CancellationToken.None);
        (await Execute(second, "SELECT id FROM kept")).ShouldBe(7);
        await second.Stop();
        ProcessTable.Find(second.Pid).ShouldBeNull();
    }

    [Fact]
    public async Task Listens_on_loopback_and_asks_for_the_password()
    {
        var server = await PostgreSqlServer.Start(folder["pg"], null, "right", CancellationToken.None);
        try
        {
            var problem = await PostgreSqlServer.Problem(
                PostgreSqlServer.ConnectionTo("postgres", server.Port, "postgres", "wrong"), CancellationToken.None);
            problem.ShouldNotBeNull().ShouldContain("password authentication failed");
            (await Execute(server, "SHOW listen_addresses")).ShouldBe("127.0.0.1");
        }
        finally
        {
            await server.Stop();
        }
    }

    [Fact]
    public async Task Makes_its_cluster_again_when_the_first_attempt_was_cut_short()
    {
        Directory.CreateDirectory(folder["pg/data.new"]);
        await File.WriteAllTextAsync(folder["pg/data.new/PG_VERSION"], "half");

        var server = await PostgreSqlServer.Start(folder["pg"], null, "p", CancellationToken.None);
        await server.Stop();
        Directory.Exists(folder["pg/data.new"]).ShouldBeFalse();
    }

    private static async Task<object?> Execute(PostgreSqlServer server, params string[] statements)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        object? last = null;
        foreach (var statement in statements)
        {
#pragma warning disable CA2100 // The statements stand in this file.
            await using var command = new NpgsqlCommand(statement, connection);
#pragma warning restore CA2100
            last = await command.ExecuteScalarAsync();
        }

        return last;
    }
}
