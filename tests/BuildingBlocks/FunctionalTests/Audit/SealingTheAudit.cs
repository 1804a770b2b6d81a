using Dapper;
using Npgsql;
using SocialPolicy.BuildingBlocks.Service.Audit;
using SocialPolicy.BuildingBlocks.Service.Storage;
using SocialPolicy.Harness;

namespace SocialPolicy.BuildingBlocks.FunctionalTests.Audit;

public sealed class SealingTheAudit : IAsyncLifetime
{
    private const string Insert = "insert into ground.audit_log (at, method, subject, client, outcome) values (now(), 'm', 's', 'c', 'DONE')";

    private TestDatabase database = null!;

    public async Task InitializeAsync() => database = await AuditHost.NewDatabase();

    public async Task DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task Happens_by_itself_soon_after_the_commit()
    {
        await using var host = await AuditHost.Start(database.ConnectionString);

        await host.Command("things/1");

        await Eventually.Holds(() => host.Scalar<bool>("select exists (select from ground.audit_chain where 1 = any(ids))"));
        (await host.Scalar<double>("select extract(epoch from c.sealed_at - a.recorded_at)::float8 from ground.audit_log a, ground.audit_chain c where a.id = 1 and c.number = 1")).ShouldBeLessThan(20);
        (await host.Findings()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Takes_the_numbers_of_transactions_that_rolled_back_for_gaps()
    {
        await using var host = await AuditHost.Start(database.ConnectionString, seals: false);
        await host.Command("things/1");
        await using (var other = new NpgsqlConnection(database.ConnectionString))
        {
            await other.OpenAsync();
            await using var transaction = await other.BeginTransactionAsync();
            await other.ExecuteAsync($"{Insert}; {Insert}");
            await transaction.RollbackAsync();
        }

        await host.Command("things/2");
        await host.Sealer.SealNow(CancellationToken.None);

        var end = (await host.Verify()).ShouldHaveSingleItem();
        (end.FindingCount, end.GapCount, end.EntryCount).ShouldBe((0, 2, 2));
    }

    [Fact]
    public async Task Waits_for_a_transaction_that_may_still_add_a_row_and_for_no_other()
    {
        await using var host = await AuditHost.Start(database.ConnectionString);
        await using var writing = new NpgsqlConnection(database.ConnectionString);
        await using var reading = new NpgsqlConnection(database.ConnectionString);
        await reading.OpenAsync();
        await using var readers = await reading.BeginTransactionAsync();
        await reading.ExecuteAsync("insert into things (id, name) values (gen_random_uuid(), 'a')");
        await writing.OpenAsync();
        await using var writers = await writing.BeginTransactionAsync();
        await writing.ExecuteAsync(Insert);

        await host.Command("things/2");

        await host.Command("things/3");
        (await host.Scalar<long>("select count(*) from ground.audit_chain")).ShouldBe(0);
        await writers.CommitAsync();
        await Eventually.Holds(() => host.Scalar<bool>("select coalesce(max(last_id), 0) = 3 from ground.audit_chain"));
        (await host.Scalar<long>("select sum(cardinality(ids)) from ground.audit_chain")).ShouldBe(3, "nothing became a gap");
        (await host.Findings()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Leaves_no_row_out_however_many_write_and_however_many_replicas_seal()
    {
        await using var first = await AuditHost.Start(database.ConnectionString);
        await using var second = await AuditHost.Start(database.ConnectionString);
        await using var source = NpgsqlDataSource.Create(database.ConnectionString + ";Maximum Pool Size=24");

        await Task.WhenAll(Enumerable.Range(0, 16).Select(writer => Task.Run(async () =>
        {
            for (var row = 0; row < 100; row++)
            {
                await using var connection = await source.OpenConnectionAsync();
                await using var transaction = await connection.BeginTransactionAsync();
                await connection.ExecuteAsync(Insert, transaction: transaction);
                if ((writer + row) % 5 == 0)
                    await transaction.RollbackAsync();
                else
                    await transaction.CommitAsync();
            }
        })));
        await Eventually.Holds(() => first.Scalar<bool>("select coalesce(max(last_id), 0) = 1600 from ground.audit_chain"));

        var end = (await second.Verify()).ShouldHaveSingleItem();
        (end.FindingCount, end.EntryCount, end.GapCount, end.UnsealedCount).ShouldBe((0, 1280, 320, 0));
        (await first.Scalar<long>("select count(*) from ground.audit_chain")).ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task Goes_on_when_the_replica_that_was_at_it_is_gone()
    {
        await using var host = await AuditHost.Start(database.ConnectionString);
        var killed = new NpgsqlConnection(database.ConnectionString + ";Pooling=false");
        await killed.OpenAsync();
        await using var transaction = await killed.BeginTransactionAsync();
        (await killed.ExecuteScalarAsync<bool>("select pg_try_advisory_xact_lock(@SealLock)", new { AuditChain.SealLock })).ShouldBeTrue();
        await killed.ExecuteAsync("""
            insert into ground.audit_chain (number, first_id, last_id, ids, digests, previous, head, sealed_at)
            values (1, 1, 1, '{}', '', decode(repeat('00', 32), 'hex'), sha256('x'), now())
            """);
        await host.Command("things/1");

        await using (var owner = new NpgsqlConnection(database.Owner))
            await owner.ExecuteAsync("select pg_terminate_backend(@ProcessID)", new { killed.ProcessID });

        await Eventually.Holds(() => host.Scalar<bool>("select exists (select from ground.audit_chain where 1 = any(ids))"));
        (await host.Findings()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Takes_many_rows_in_several_segments()
    {
        await using var host = await AuditHost.Start(database.ConnectionString, seals: false);
        await using (var connection = new NpgsqlConnection(database.ConnectionString))
            await connection.ExecuteAsync("insert into ground.audit_log (at, method, subject, client, outcome) select now(), 'm', 's', 'c', 'DONE' from generate_series(1, 2500)");

        await host.Sealer.SealNow(CancellationToken.None);

        var end = (await host.Verify()).ShouldHaveSingleItem();
        (end.SegmentCount, end.EntryCount, end.FindingCount).ShouldBe((3, 2500, 0));
    }

    [Fact]
    public async Task Goes_on_under_a_new_key_and_knows_the_one_before()
    {
        var newKey = Secrets.New() + Secrets.New();
        await using (var before = await AuditHost.Start(database.ConnectionString, seals: false))
        {
            await before.Command("things/1");
            await before.Sealer.SealNow(CancellationToken.None);
        }

        await using var host = await AuditHost.Start(database.ConnectionString, seals: false, keys: $"{newKey} {AuditHost.Key}");
        await host.Command("things/2");
        await host.Sealer.SealNow(CancellationToken.None);

        (await host.Findings()).ShouldBeEmpty();
        (await host.Scalar<long>("select count(distinct key_id) from ground.audit_chain")).ShouldBe(2);
    }

    [Fact]
    public async Task Includes_what_was_written_before_there_was_a_chain()
    {
        await using var old = await TestDatabase.CreateEmpty(AuditHost.Service);
        var settings = new StorageSettings(AuditHost.Service, typeof(AuditHost).Assembly, old.Owner);
        await using (var connection = new NpgsqlConnection(old.Owner))
        {
            var first = Migration.Of(settings)[0];
            await connection.ExecuteAsync("""
                create schema ground;
                create table ground.migrations (set_name text not null, file_name text not null, checksum text not null,
                    applied_at timestamptz not null default clock_timestamp(), primary key (set_name, file_name));
                """);
            await connection.ExecuteAsync(first.Sql);
            await connection.ExecuteAsync("insert into ground.migrations (set_name, file_name, checksum) values (@Set, @Name, @Checksum)", new { first.Set, first.Name, first.Checksum });
            await connection.ExecuteAsync(Insert);
        }

        await Migrator.Run(settings, new(TestDatabase.RoleFor(AuditHost.Service), null), Service.Messaging.Facts.None(AuditHost.Service), TextWriter.Null, CancellationToken.None);

        await using var host = await AuditHost.Start(old.ConnectionString);
        await Eventually.Holds(() => host.Scalar<bool>("select exists (select from ground.audit_chain where 1 = any(ids))"));
        (await host.Findings()).ShouldBeEmpty();
    }
}
