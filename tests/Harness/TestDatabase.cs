using System.Collections.Concurrent;
using System.Reflection;
using Dapper;
using Npgsql;
using SocialPolicy.BuildingBlocks.Service.Messaging;
using SocialPolicy.BuildingBlocks.Service.Storage;

namespace SocialPolicy.Harness;

/// <summary>A database of its own for a test class, on the server of this process; dropped when disposed.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<(string, Assembly), Lazy<Task<string>>> Templates = new();
    private static readonly string Password = Secrets.New();
    private static int counter;

    private TestDatabase(string name, string service, string owner)
    {
        Name = name;
        Owner = owner;
        Role = RoleOf(service);
        ConnectionString = With(owner, name, Role, Password);
    }

    public string Name { get; }

    /// <summary>The superuser's connection string.</summary>
    public string Owner { get; }

    /// <summary>The role of the service, with least rights.</summary>
    public string Role { get; }

    /// <summary>The service's connection string: least rights, as in production.</summary>
    public string ConnectionString { get; }

    internal static Credentials RoleFor(string service) => new(RoleOf(service), Password);

    /// <summary>A migrated database: a copy of one that was migrated once in this process.</summary>
    /// <param name="service">The service's name as in AddStorage.</param>
    /// <param name="assembly">The service's assembly, which holds its migrations.</param>
    public static async Task<TestDatabase> Create(string service, Assembly assembly)
    {
        var template = await Templates.GetOrAdd((service, assembly), key => new(() => NewTemplate(key.Item1, key.Item2))).Value;
        var database = await CreateFrom(template, service);
        await using var connection = new NpgsqlConnection(database.Owner);
        await connection.ExecuteAsync("call ground.grant_service_rights(@Role)", new { database.Role });
        return database;
    }

    /// <summary>A database without any table.</summary>
    public static Task<TestDatabase> CreateEmpty(string service) => CreateFrom("template1", service);

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await Execute($"drop database if exists {Name} with (force)");
    }

    private static async Task<string> NewTemplate(string service, Assembly assembly)
    {
        var database = await CreateEmpty(service);
        var settings = new StorageSettings(service, assembly, database.Owner);
        await Migrator.Run(settings, new(RoleFor(service), null), Facts.None(service), TextWriter.Null, CancellationToken.None);
        return database.Name;
    }

    private static async Task<TestDatabase> CreateFrom(string template, string service)
    {
        var server = await Servers.Database;
        var name = $"test_{Interlocked.Increment(ref counter)}";
        await Execute($"create database {name} template {template} strategy file_copy");
        return new TestDatabase(name, service, With(server.ConnectionString, name, "postgres", Secrets.OfServers));
    }

    // The names are made here, of letters and digits.
    private static async Task Execute(string statement)
    {
        await using var connection = new NpgsqlConnection((await Servers.Database).ConnectionString + ";Pooling=false");
        await connection.ExecuteAsync(statement);
    }

    private static string RoleOf(string service) => $"service_{service}";

    private static string With(string connectionString, string database, string user, string password) =>
        new NpgsqlConnectionStringBuilder(connectionString) { Database = database, Username = user, Password = password }.ConnectionString;
}
