using System.Diagnostics;
using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Npgsql;
using SocialPolicy.BuildingBlocks.Service.Audit;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Messaging;
using SocialPolicy.BuildingBlocks.Service.Operations;
using SocialPolicy.BuildingBlocks.Service.Retention;

namespace SocialPolicy.BuildingBlocks.Service.Storage;

/// <summary>Gives a service its database.</summary>
public static class StorageExtensions
{
    /// <summary>
    /// The data source of <c>ConnectionStrings:{name}</c>, the migrations of the ground and of <paramref name="assembly"/>,
    /// <see cref="Requests.Requests"/>, the platform's clock and the jobs that keep the ground tables. Starting fails with
    /// one line when the schema is not the one this program knows.
    /// </summary>
    public static IHostApplicationBuilder AddStorage(this IHostApplicationBuilder builder, string name, Assembly assembly)
    {
        DapperSetup.Apply();
        var connectionString = builder.Configuration.GetConnectionString(name)
            ?? throw new InvalidOperationException($"Set ConnectionStrings:{name}: the database of this service.");
        var settings = Bind(builder.Configuration, new StorageSettings(name, assembly, Pooled(connectionString, name)));

        var services = builder.Services;
        services.AddSingleton(settings);
        services.AddSingleton(_ => DataSource(name, settings));
        builder.AddClock();
        services.AddSingleton<Requests.Requests>();
        services.AddSingleton<Requests.OwnWork>();
        services.AddAudit();
        services.TryAddSingleton<OutboxSignal>();
        services.TryAddSingleton(Facts.None(name));
        services.TryAddSingleton<InboxTransaction>();
        services.TryAddSingleton<DeadLetters>();
        services.AddSingleton<OperationsState>();
        services.AddSingleton(provider => new OperationsService(
            provider.GetRequiredService<DeadLetters>(), provider.GetRequiredService<OperationsState>(), provider.GetRequiredService<JobRunner>(),
            provider.GetRequiredService<JobLedger>(), provider.GetRequiredService<RetentionRules>(), provider.GetRequiredService<AuditLog>(), provider.GetRequiredService<TimeProvider>()));
        services.AddHostedService<SchemaGuard>();
        services.AddHealthChecks().AddCheck<StorageHealth>("storage");
        services.AddSingleton<RetentionRules>();
        services.AddRetention(RetentionRule.Announcements).AddRetention(RetentionRule.HeardAnnouncements).AddRetention(RetentionRule.RequestIds);
        services.AddJobs();
        services.AddJob<KeepOutboxPartitions>();
        services.AddJob<ForgetRequests>();
        services.AddJob<ForgetInbox>();
        return builder;
    }

    // SQL is traced as part of what asked for it: the relay's poll once a second is nobody's trace.
    private static NpgsqlDataSource DataSource(string name, StorageSettings settings)
    {
        var source = new NpgsqlDataSourceBuilder(settings.ConnectionString) { Name = name };
        source.ConfigureTracing(tracing => tracing
            .ConfigureCommandFilter(_ => Activity.Current is not null)
            .ConfigureBatchFilter(_ => Activity.Current is not null));
        return source.Build();
    }

    private static StorageSettings Bind(IConfiguration configuration, StorageSettings defaults) => defaults with
    {
        OutboxDaysAhead = configuration.GetValue("Storage:OutboxDaysAhead", defaults.OutboxDaysAhead),
        Patience = configuration.GetValue("Storage:Patience", defaults.Patience),
    };

    // A pool the size of what two to four cores can use at once, and statements that come again planned once: planning one over the
    // days of the outbox takes longer than running it. A connection comes back as it was: nothing here is set for longer than a transaction, and
    // resetting it costs as much as a small statement. One that nobody used for half a minute is closed: each is a process of the
    // database with megabytes of its own. A service that needs another size says so in its string.
    private static string Pooled(string connectionString, string name)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString) { Multiplexing = false };
        if (!IsSet(builder, "Maximum Pool Size"))
            builder.MaxPoolSize = 20;
        if (!IsSet(builder, "Connection Idle Lifetime"))
            builder.ConnectionIdleLifetime = 30;
        if (!IsSet(builder, "Max Auto Prepare"))
            builder.MaxAutoPrepare = 50;
        if (!IsSet(builder, "No Reset On Close"))
            builder.NoResetOnClose = true;
        builder.ApplicationName ??= name;
        return builder.ConnectionString;
    }

    // What the builder itself calls contained is any word it knows.
    private static bool IsSet(NpgsqlConnectionStringBuilder builder, string keyword) =>
        builder.Keys.Cast<string>().Contains(keyword, StringComparer.OrdinalIgnoreCase);
}
