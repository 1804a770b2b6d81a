using Dapper;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Npgsql;
using SocialPolicy.BuildingBlocks.Service.Storage;
using SocialPolicy.Harness;

namespace SocialPolicy.BuildingBlocks.FunctionalTests.Storage;

public sealed class StartingWhileTheOutboxIsInUse : IAsyncLifetime
{
    private TestDatabase database = null!;

    public async Task InitializeAsync() => database = await TestDatabase.Create("starting", typeof(StartingWhileTheOutboxIsInUse).Assembly);

    public async Task DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task Succeeds_and_leaves_the_old_days_to_the_job_which_comes_again()
    {
        await Execute("""
            create table ground.outbox_20200101 (like ground.outbox including defaults including constraints);
            alter table ground.outbox attach partition ground.outbox_20200101 for values from ('2020-01-01 00:00+00') to ('2020-01-02 00:00+00');
            """);
        await using var command = new NpgsqlConnection(database.Owner);
        await command.OpenAsync();
        await using var transaction = await command.BeginTransactionAsync();
        await command.ExecuteAsync("lock table ground.outbox in row exclusive mode", transaction: transaction);

        using var host = Host();
        await host.StartAsync();

        await Eventually.Holds(async () => await Scalar<string?>("select last_outcome from ground.jobs where name = 'keep-outbox-partitions'")
            == "made 0 and dropped 0 day partitions, older ones are in use", TimeSpan.FromSeconds(30));
        (await Scalar<bool>("select failed from ground.jobs where name = 'keep-outbox-partitions'")).ShouldBeFalse();
        (await Scalar<bool>("select to_regclass('ground.outbox_20200101') is not null")).ShouldBeTrue();
        await host.StopAsync();
    }

    [Fact]
    public async Task Makes_the_days_ahead_that_are_missing()
    {
        await Execute("insert into ground.jobs (name, next_run_at) values ('keep-outbox-partitions', now() + interval '1 day')");
        await Execute($"drop table ground.outbox_{await Scalar<string>("select to_char((clock_timestamp() at time zone 'UTC')::date + 3, 'YYYYMMDD')")}");

        using var host = Host();
        await host.StartAsync();

        (await Scalar<long>("select count(*) from pg_inherits where inhparent = 'ground.outbox'::regclass")).ShouldBe(15);
        await host.StopAsync();
    }

    private IHost Host()
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:starting"] = database.ConnectionString,
            ["Logging:LogLevel:Default"] = "None",
        });
        builder.AddStorage("starting", typeof(StartingWhileTheOutboxIsInUse).Assembly);
        return builder.Build();
    }

    private async Task<T> Scalar<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(database.Owner);
        return (await connection.ExecuteScalarAsync<T>(sql))!;
    }

    private async Task Execute(string sql)
    {
        await using var connection = new NpgsqlConnection(database.Owner);
        await connection.ExecuteAsync(sql);
    }
}
