using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using SocialPolicy.Backups.Daily;
using SocialPolicy.Backups.Form;
using SocialPolicy.Backups.Taking;
using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.AppHost.Tests.Keeping;

public sealed class TakingTheBackupOfTheDay(SmallInstallation small) : IClassFixture<SmallInstallation>
{
    [Fact]
    public async Task Needs_a_role_that_can_copy_the_server_and_cannot_read_or_change_a_row() => await OnServer(async server =>
    {
        await BackupRole.Make(server, "first");
        await BackupRole.Make(server, "copying");
        var settings = Settings(new NpgsqlConnectionStringBuilder(server).Port, "copying");
        var last = new LastBackup();

        using (var daily = new DailyBackups(settings, last, NullLogger<DailyBackups>.Instance))
            await daily.Take(CancellationToken.None);

        last.Failures.ShouldBe(0);
        settings.Store.Scheduled().ShouldHaveSingleItem();
        var builder = new NpgsqlConnectionStringBuilder(server) { Username = Source.Role, Password = "copying", Database = "planregistry" };
        await using var connection = new NpgsqlConnection(builder.ConnectionString);
        await connection.OpenAsync();
        await using var read = new NpgsqlCommand("select count(*) from plans", connection);
        (await Should.ThrowAsync<PostgresException>(() => read.ExecuteScalarAsync())).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    });

    [Fact]
    public async Task Shows_that_it_failed_until_one_succeeds_and_leaves_nothing_of_it() => await OnServer(async server =>
    {
        await BackupRole.Make(server, "copying");
        var last = new LastBackup();
        var wrong = Settings(new NpgsqlConnectionStringBuilder(server).Port, "another");
        using (var daily = new DailyBackups(wrong, last, NullLogger<DailyBackups>.Instance))
        {
            await daily.Take(CancellationToken.None);
            (await last.CheckHealthAsync(null!)).Status.ShouldBe(HealthStatus.Degraded, "the server may have been starting again");
            await daily.Take(CancellationToken.None);
        }

        var health = await last.CheckHealthAsync(null!);
        health.Status.ShouldBe(HealthStatus.Unhealthy);
        health.Description!.ShouldContain("password authentication failed");
        wrong.Store.LastFailure!.ShouldContain("pg_basebackup ended with exit code 1");
        wrong.Store.All().ShouldBeEmpty();
        Directory.EnumerateDirectories(wrong.Folder).ShouldBeEmpty();

        wrong.Password = "copying";
        using (var daily = new DailyBackups(wrong, last, NullLogger<DailyBackups>.Instance))
            await daily.Take(CancellationToken.None);
        (await last.CheckHealthAsync(null!)).Status.ShouldBe(HealthStatus.Healthy);
        wrong.Store.LastFailure.ShouldBeNull();
        Directory.EnumerateDirectories(Path.Combine(small.Data, "run"), "trial-*").ShouldBeEmpty();
    });

    [Fact]
    public void Waits_for_one_that_is_being_taken()
    {
        var store = new BackupStore(small.At("one-at-a-time"));
        using (store.Lock())
            Should.Throw<RuleBroken>(store.Lock).First.Reason.ShouldBe("BACKUP_RUNNING");
        store.Lock().Dispose();
    }

    [Fact]
    public async Task Says_that_there_is_nothing_to_back_up() =>
        (await Should.ThrowAsync<RuleBroken>(() => new SocialPolicy.Backups.Installation(small.At("nowhere"), small.Store).Take(CancellationToken.None))).First.Reason.ShouldBe("INSTALLATION_MISSING");

    private Task OnServer(Func<string, Task> act) => SmallInstallation.OnServer(small.Data, async server =>
    {
        await act(server);
        return 0;
    });

    private BackupSettings Settings(int port, string password) =>
        new() { Data = small.Data, Folder = small.At($"store-{Guid.CreateVersion7():N}"), Port = port, Password = password };
}
