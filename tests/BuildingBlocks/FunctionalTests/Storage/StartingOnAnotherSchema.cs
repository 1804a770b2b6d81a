using Dapper;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Npgsql;
using SocialPolicy.BuildingBlocks.Service.Storage;
using SocialPolicy.Harness;

namespace SocialPolicy.BuildingBlocks.FunctionalTests.Storage;

public sealed class StartingOnAnotherSchema : IAsyncLifetime
{
    private TestDatabase database = null!;

    public async Task InitializeAsync() => database = await TestDatabase.Create("starting", typeof(StartingOnAnotherSchema).Assembly);

    public async Task DisposeAsync() => await database.DisposeAsync();

    [Theory]
    [InlineData("insert into ground.migrations (set_name, file_name, checksum) values ('starting', '0999_future.sql', repeat('0', 64))", "newer schema")]
    [InlineData("delete from ground.migrations where file_name = '0002_effects.sql'", "lacks 1 migrations, first starting/0002_effects.sql")]
    public async Task Is_refused_in_one_line(string change, string expected)
    {
        await using var owner = new NpgsqlConnection(database.Owner);
        await owner.ExecuteAsync(change);
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:starting"] = database.ConnectionString,
            ["Logging:LogLevel:Default"] = "None",
        });
        builder.AddStorage("starting", typeof(StartingOnAnotherSchema).Assembly);
        using var host = builder.Build();

        var refusal = await Should.ThrowAsync<MigrationRefused>(() => host.StartAsync());

        refusal.Message.ShouldContain(expected);
        refusal.Message.ShouldNotContain("\n");
    }
}
