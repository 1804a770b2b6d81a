using System.Text.Json;
using Dapper;
using SocialPolicy.Backups.Checking;
using SocialPolicy.Backups.Form;
using SocialPolicy.Harness;

namespace SocialPolicy.AppHost.Tests.FullSystem;

/// <summary>A whole installation is backed up while it works, spoilt, restored in its place, and goes on.</summary>
[Collection(Platform.OneAtATime)]
public sealed class KeepingData(Platform platform) : IClassFixture<Platform>
{
    private const string Announced = "select id from ground.outbox";
    private const string Confirmed = $"{Announced} where published_at is not null and type = 'planregistry.PlanPublished'";
    private const string Heard = "select message_id from ground.inbox";

    private string Store => $"{platform.Data}-kept";

    [Fact]
    public async Task Brings_a_platform_that_was_at_work_back_to_one_moment_and_nothing_is_lost_on_the_way()
    {
        using var enough = new CancellationTokenSource();
        var publishing = Publish(enough.Token);
        await Eventually.Holds(async () => await Count("indicators", Heard) > 0);
        await platform.Order("indicators", "stop");
        var before = await Count("planregistry", Confirmed);
        await Eventually.Holds(async () => await Count("planregistry", Confirmed) > before);
        var taken = await platform.Spp("backup", "--to", Store, "--json");
        await enough.CancelAsync();
        await publishing;
        taken.ExitCode.ShouldBe(0, taken.ToString());
        var name = JsonSerializer.Deserialize<JsonElement>(taken.Output).GetProperty("Name").GetString()!;
        await IsOneMoment(new(Path.Combine(Store, name)));
        (await platform.Spp("restore", name, "--to", Store)).Errors.ShouldStartWith("DATA_FOLDER_IN_USE ");
        (await platform.Spp("backup", "list", "--to", Store)).Output.ShouldContain(name);

        await platform.Stop();
        var refused = await platform.Spp("restore", name, "--to", Store);
        (refused.ExitCode, refused.Errors[..22]).ShouldBe((1, "DATA_FOLDER_NOT_EMPTY "));
        var restored = await platform.Spp("restore", name, "--to", Store, "--replace");
        restored.ExitCode.ShouldBe(0, restored.ToString());
        await platform.Start();

        await EverythingArrives();
        var whole = await platform.Spp("audit", "verify");
        whole.ExitCode.ShouldBe(0, whole.ToString());
        (await platform.Spp("audit", "list", "--method", "Restore")).Output.ShouldContain(name);
        await platform.Clients.Plans.Publish(await platform.Clients.Plans.Confirmed());
        await EverythingArrives();
    }

    // Nobody has heard of what nobody announced, whenever the copy was cut. What the broker had taken and the indicators had not heard
    // is in no table but the outbox.
    private static async Task IsOneMoment(BackupFolder backup)
    {
        await Trial.Of(backup, Path.GetTempPath(), async (server, _) =>
        {
            var announced = await Ids(server, "planregistry", Announced);
            var heard = await Ids(server, "indicators", Heard);
            heard.Except(announced).ShouldBeEmpty();
            (await Ids(server, "planregistry", Confirmed)).Except(heard).ShouldNotBeEmpty();
            (await Ids(server, "reporting", Heard)).Except([.. announced, .. await Ids(server, "indicators", Announced)]).ShouldBeEmpty();
            return 0;
        }, CancellationToken.None);
    }

    // Every plan that the register published is in force at the indicators, and each was adopted once.
    private async Task EverythingArrives()
    {
        const string published = "select count(*) from ground.outbox where type = 'planregistry.PlanPublished'";
        const string adopted = "select count(*) from ground.outbox where type = 'indicators.TargetsAdopted'";
        await Eventually.Holds(async () => await Count("planregistry", $"{Announced} where published_at is null") == 0, TimeSpan.FromSeconds(60));
        await Eventually.Holds(async () => (await Scalar("planregistry", published), await Scalar("indicators", adopted)) is var (said, done) && said > 0 && said == done, TimeSpan.FromSeconds(60));
        await Eventually.Holds(async () => await Count("indicators", $"{Announced} where published_at is null") == 0);
        foreach (var service in (string[])["indicators", "reporting", "notifications"])
            (await Count(service, "select id from ground.dead_letters")).ShouldBe(0, service);
    }

    private async Task Publish(CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
            await platform.Clients.Plans.Publish(await platform.Clients.Plans.Confirmed());
    }

    private async Task<int> Count(string service, string query)
    {
        await using var database = platform.Database(service);
        return (await database.QueryAsync<Guid>(query)).Count();
    }

    private async Task<long> Scalar(string service, string query)
    {
        await using var database = platform.Database(service);
        return await database.ExecuteScalarAsync<long>(query);
    }

    private static async Task<IReadOnlyList<Guid>> Ids(string server, string database, string query)
    {
        await using var connection = new Npgsql.NpgsqlConnection(Contents.To(server, database));
        return (await connection.QueryAsync<Guid>(query)).AsList();
    }
}
