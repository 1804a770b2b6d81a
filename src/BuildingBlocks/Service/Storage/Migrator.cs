using System.Diagnostics;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SocialPolicy.BuildingBlocks.Service.Messaging;

namespace SocialPolicy.BuildingBlocks.Service.Storage;

/// <summary>
/// Brings a service's database to the schema this program knows, makes its exchanges and queues, and the least-rights role
/// and broker user it runs with. Runs as the owner: <c>ConnectionStrings:{name}</c> is the owner's in the process that migrates.
/// Several at once are safe: they take turns.
/// </summary>
/// <remarks>
/// Settings: <c>Migration:Role</c>, <c>Migration:RolePassword</c> (no role when absent); <c>Migration:BrokerManagement</c>
/// (http://admin:password@host:port, nothing is done on the broker when absent), <c>Migration:BrokerUser</c>,
/// <c>Migration:BrokerPassword</c> (default: those of the role), <c>Migration:BrokerVirtualHost</c> (default: /).
/// </remarks>
public static class Migrator
{
    private const long TurnLock = 0x5350_5F4D_4947_5241;

    private const string HistoryTable = """
        create schema if not exists ground;
        create table if not exists ground.migrations (
            set_name   text        not null,
            file_name  text        not null,
            checksum   text        not null check (checksum ~ '^[0-9a-f]{64}$'),
            applied_at timestamptz not null default clock_timestamp(),
            primary key (set_name, file_name)
        );
        """;

    /// <summary>True when the program was started with the argument <c>migrate</c>.</summary>
    public static bool IsAsked(string[] args) => args is ["migrate", ..];

    /// <summary>Does it and prints what it did. 0, or 1 after one line on standard error.</summary>
    public static async Task<int> Run(WebApplicationBuilder builder)
    {
        await using var app = builder.Build();
        var settings = app.Services.GetRequiredService<StorageSettings>();
        try
        {
            await Run(settings, MigrationTargets.From(builder.Configuration), app.Services.GetRequiredService<Facts>(), Console.Out, CancellationToken.None);
            return 0;
        }
        catch (Exception failure) when (failure is MigrationRefused or NpgsqlException or HttpRequestException or TimeoutException)
        {
            await Console.Error.WriteLineAsync($"{settings.Service}: {failure.Message.ReplaceLineEndings(" ")}");
            return 1;
        }
    }

    internal static async Task Run(StorageSettings settings, MigrationTargets targets, Facts facts, TextWriter log, CancellationToken ct)
    {
        DapperSetup.Apply();
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(settings.ConnectionString) { Pooling = false });
        await using (var connection = await Connecting.Open(source, settings.Patience, ct))
        {
            await Migrate(connection, settings, log, ct);
            if (targets.Role is { } role)
                await ServiceRole.Grant(connection, role, log, ct);
        }

        if (targets.Broker is { } broker)
            await Prepare(broker, facts, log, ct);
    }

    private static async Task Prepare(BrokerTarget target, Facts facts, TextWriter log, CancellationToken ct)
    {
        using var broker = new BrokerManagement(target.Management);
        if (await new BrokerTopology(broker, target.VirtualHost).Declare(facts, ct))
            await Task.Delay(BrokerTopology.UntilNewQueuesAreKept, ct);
        await BrokerUser.Grant(broker, target.VirtualHost, target.User, facts, ct);
        await log.WriteLineAsync(
            $"  broker user {target.User.Name} announces {facts.Announced.Count} and hears of {facts.Consumed.Count} kinds of facts in {target.VirtualHost}");
    }

    private static async Task Migrate(NpgsqlConnection connection, StorageSettings settings, TextWriter log, CancellationToken ct)
    {
        var known = Migration.Of(settings);
        await connection.ExecuteAsync(new CommandDefinition("select pg_advisory_lock(@TurnLock)", new { TurnLock }, commandTimeout: 300, cancellationToken: ct));

        var pending = await SchemaHistory.Pending(connection, known, ct);
        await connection.ExecuteAsync(new CommandDefinition(HistoryTable, cancellationToken: ct));
        foreach (var migration in pending)
            await Apply(connection, migration, log, ct);

        await log.WriteLineAsync($"{settings.Service}: database {connection.Database} has all {known.Count} migrations, {pending.Count} of them applied now");
    }

    private static async Task Apply(NpgsqlConnection connection, Migration migration, TextWriter log, CancellationToken ct)
    {
        var clock = Stopwatch.StartNew();
        await using var transaction = await connection.BeginTransactionAsync(ct);
        try
        {
            await connection.ExecuteAsync(new CommandDefinition(migration.Sql, transaction: transaction, commandTimeout: 0, cancellationToken: ct));
            await connection.ExecuteAsync(new CommandDefinition(
                "insert into ground.migrations (set_name, file_name, checksum) values (@Set, @Name, @Checksum)",
                new { migration.Set, migration.Name, migration.Checksum }, transaction, cancellationToken: ct));
        }
        catch (PostgresException failure)
        {
            throw new MigrationRefused($"{migration.Set}/{migration.Name} failed and left nothing behind: {failure.MessageText} ({failure.SqlState})", failure);
        }

        await transaction.CommitAsync(ct);
        await log.WriteLineAsync($"  applied {migration.Set}/{migration.Name} in {clock.ElapsedMilliseconds} ms");
    }
}

/// <summary>For whom the migration makes rights.</summary>
internal sealed record MigrationTargets(Credentials? Role, BrokerTarget? Broker)
{
    public static MigrationTargets From(IConfiguration configuration)
    {
        var migration = configuration.GetSection("Migration");
        var role = Of(migration["Role"], migration["RolePassword"]);
        var user = Of(migration["BrokerUser"] ?? migration["Role"], migration["BrokerPassword"] ?? migration["RolePassword"]);
        var management = migration["BrokerManagement"];
        return new(role, management is null || user is null ? null : new(new Uri(management), migration["BrokerVirtualHost"] ?? "/", user));
    }

    private static Credentials? Of(string? name, string? password) => name is null || password is null ? null : new(name, password);
}

/// <summary>A login.</summary>
internal sealed record Credentials(string Name, string Password);

/// <summary>The broker's management address with an administrator's user information, and the user to make there.</summary>
internal sealed record BrokerTarget(Uri Management, string VirtualHost, Credentials User);
