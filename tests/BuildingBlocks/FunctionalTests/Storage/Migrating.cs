using Dapper;
using Npgsql;
using SocialPolicy.BuildingBlocks.Service.Messaging;
using SocialPolicy.BuildingBlocks.Service.Storage;
using SocialPolicy.Harness;

namespace SocialPolicy.BuildingBlocks.FunctionalTests.Storage;

public sealed class Migrating : IAsyncLifetime
{
    private TestDatabase database = null!;

    public async Task InitializeAsync() => database = await TestDatabase.CreateEmpty("migrating");

    public async Task DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task Applies_the_ground_and_then_the_services_own_files()
    {
        var said = await Migrate();

        said.ShouldContain("applied ground/0001_ground.sql");
        said.ShouldContain("applied migrating/0001_things.sql");
        (await Scalar<long>("select count(*) from ground.migrations")).ShouldBe(5);
        (await Migrate()).ShouldContain("0 of them applied now");
    }

    [Fact]
    public async Task Applies_each_file_once_when_two_run_at_the_same_time()
    {
        await Task.WhenAll(Migrate(), Migrate(), Migrate());

        (await Scalar<long>("select count(*) from ground.migrations")).ShouldBe(5);
    }

    [Fact]
    public async Task Is_refused_when_an_applied_file_was_changed_and_names_the_file()
    {
        await Migrate();
        await Execute("update ground.migrations set checksum = repeat('0', 64) where file_name = '0001_things.sql'");

        var refusal = await Should.ThrowAsync<MigrationRefused>(Migrate);

        refusal.Message.ShouldContain("migrating/0001_things.sql was changed");
    }

    [Fact]
    public async Task Is_refused_by_a_newer_schema_in_one_line()
    {
        await Migrate();
        await Execute("insert into ground.migrations (set_name, file_name, checksum) values ('ground', '0099_future.sql', repeat('0', 64))");

        var refusal = await Should.ThrowAsync<MigrationRefused>(Migrate);

        refusal.Message.ShouldContain("newer schema");
        refusal.Message.ShouldContain("0099_future.sql");
        refusal.Message.ShouldNotContain("\n");
    }

    [Fact]
    public async Task Gives_the_role_a_new_password_when_it_changed()
    {
        await Migrate(new("service_migrating_pw", "first's \"pass\" $word"));
        await Migrate(new("service_migrating_pw", "second"));

        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(database.Owner) { Username = "service_migrating_pw", Password = "second", Pooling = false }.ConnectionString);
        await connection.OpenAsync();
    }

    private async Task<string> Migrate() => await Migrate(TestDatabase.RoleFor("migrating"));

    private async Task<string> Migrate(Credentials role)
    {
        var log = new StringWriter();
        var settings = new StorageSettings("migrating", typeof(Migrating).Assembly, database.Owner);
        await Migrator.Run(settings, new(role, null), Facts.None("migrating"), log, CancellationToken.None);
        return log.ToString();
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
