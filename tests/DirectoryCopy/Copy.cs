using System.Text.Json;
using Dapper;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using SocialPolicy.BuildingBlocks.Service.Storage;
using SocialPolicy.Contracts.Events.PlanRegistry.V1;
using SocialPolicy.DirectoryCopy.Storage;
using SocialPolicy.Harness;

[assembly: MigrationSet(SocialPolicy.DirectoryCopy.DirectoryCopyExtensions.MigrationSet, typeof(SocialPolicy.DirectoryCopy.DirectoryCopyExtensions))]

namespace SocialPolicy.DirectoryCopy.FunctionalTests;

/// <summary>The tables of the copy in a database of a service that has nothing else.</summary>
public sealed class Copy : IAsyncLifetime
{
    public const string Service = "copy";

    private IHost host = null!;

    public TestDatabase Database { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Database = await TestDatabase.Create(Service, typeof(Copy).Assembly);
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection([new($"ConnectionStrings:{Service}", Database.ConnectionString)]);
        builder.AddStorage(Service, typeof(Copy).Assembly);
        host = builder.Build();
    }

    public async Task DisposeAsync()
    {
        host.Dispose();
        await Database.DisposeAsync();
    }

    /// <summary>With the rights of the service.</summary>
    public async Task<NpgsqlConnection> Open() => await host.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();

    public Task Keep(long version, params ChangedUnit[] units) => Keep(DirectoryRows.KeepUnits, version, units);

    public Task Keep(long version, params ChangedAgency[] agencies) => Keep(DirectoryRows.KeepAgencies, version, agencies);

    private async Task Keep<TRow>(string statement, long version, TRow[] rows)
    {
        await using var connection = await Open();
        await connection.ExecuteAsync(statement, new { AggregateVersion = version, Rows = JsonSerializer.Serialize(rows, DirectoryRows.Columns) });
    }
}
