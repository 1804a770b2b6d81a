using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SocialPolicy.BuildingBlocks.Service.Storage;

namespace SocialPolicy.BuildingBlocks.Service.Audit;

/// <summary>Gives a service with storage its audit.</summary>
internal static class AuditExtensions
{
    /// <summary>The log, what seals it, and what auditors may ask. Setting: <see cref="AuditKeys.From"/>.</summary>
    public static void AddAudit(this IServiceCollection services)
    {
        services.AddSingleton<AuditLog>();
        services.AddSingleton(provider => AuditKeys.From(provider.GetRequiredService<IConfiguration>()));
        services.AddSingleton<AuditMemory>().AddSingleton<AuditChain>().AddSingleton<AuditSealer>();
        services.AddHostedService(provider => provider.GetRequiredService<AuditSealer>());
        services.AddSingleton(provider => new AuditService(
            provider.GetRequiredService<NpgsqlDataSource>(), provider.GetRequiredService<AuditKeys>(), provider.GetRequiredService<AuditMemory>(),
            provider.GetRequiredService<AuditLog>(), provider.GetRequiredService<StorageSettings>(), provider.GetRequiredService<TimeProvider>()));
    }
}
