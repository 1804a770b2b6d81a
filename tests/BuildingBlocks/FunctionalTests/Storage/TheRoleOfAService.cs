using Dapper;
using Npgsql;
using SocialPolicy.Harness;

namespace SocialPolicy.BuildingBlocks.FunctionalTests.Storage;

public sealed class TheRoleOfAService : IAsyncLifetime
{
    private TestDatabase database = null!;

    public async Task InitializeAsync() => database = await TestDatabase.Create("rights", typeof(TheRoleOfAService).Assembly);

    public async Task DisposeAsync() => await database.DisposeAsync();

    [Theory]
    [InlineData("insert into things (id, name) values (gen_random_uuid(), 'a')")]
    [InlineData("update things set name = 'b'")]
    [InlineData("delete from things")]
    [InlineData("insert into ground.audit_log (at, method, subject, client, outcome) values (now(), 'm', 's', 'c', 'DONE')")]
    [InlineData("select ground.keep_outbox(14, 30)")]
    [InlineData("delete from ground.inbox")]
    public Task May(string statement) => Execute(statement);

    [Theory]
    [InlineData("delete from ground.audit_log")]
    [InlineData("update ground.audit_log set subject = 'x'")]
    [InlineData("truncate ground.audit_log")]
    [InlineData("insert into ground.audit_log (id, at, method, subject, client, outcome) overriding system value values (7, now(), 'm', 's', 'c', 'DONE')")]
    [InlineData("insert into ground.audit_log (recorded_at, at, method, subject, client, outcome) values (now(), now(), 'm', 's', 'c', 'DONE')")]
    [InlineData("select setval('ground.audit_log_id_seq', 1)")]
    [InlineData("delete from ground.audit_chain")]
    [InlineData("update ground.audit_chain set head = previous")]
    [InlineData("truncate ground.audit_chain")]
    [InlineData("delete from thing_revisions")]
    [InlineData("update thing_revisions set name = 'x'")]
    [InlineData("truncate things")]
    [InlineData("delete from ground.outbox")]
    [InlineData("update ground.outbox set payload = ''")]
    [InlineData("delete from ground.migrations")]
    [InlineData("create table mine (id int)")]
    [InlineData("create table ground.mine (id int)")]
    [InlineData("create schema mine")]
    [InlineData("alter table things add column more int")]
    [InlineData("drop table things")]
    [InlineData("create role other")]
    [InlineData("create temp table mine (id int)")]
    public async Task May_not(string statement)
    {
        var refusal = await Should.ThrowAsync<PostgresException>(() => Execute(statement));

        refusal.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task Is_not_the_only_one_that_cannot_change_history()
    {
        await Execute("insert into ground.audit_log (at, method, subject, client, outcome) values (now(), 'm', 's', 'c', 'DONE')");
        await using var owner = new NpgsqlConnection(database.Owner);

        var refusal = await Should.ThrowAsync<PostgresException>(() => owner.ExecuteAsync("delete from ground.audit_log"));

        refusal.MessageText.ShouldContain("is history");
    }

    private async Task Execute(string statement)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.ExecuteAsync(statement);
    }
}
