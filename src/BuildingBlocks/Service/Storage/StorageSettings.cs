using System.Reflection;

namespace SocialPolicy.BuildingBlocks.Service.Storage;

/// <summary>Which database a service has and where its migrations are.</summary>
/// <param name="Service">The service's name; also the name of its connection string.</param>
/// <param name="Assembly">Holds the service's own migrations, <c>Storage/Migrations/NNNN_name.sql</c>, embedded.</param>
/// <param name="ConnectionString">Of the service's role; of the owner in the process that migrates.</param>
public sealed record StorageSettings(string Service, Assembly Assembly, string ConnectionString)
{
    /// <summary>Days of outbox partitions made ahead.</summary>
    public int OutboxDaysAhead { get; init; } = 14;

    /// <summary>How long start-up and migration wait for the database to answer.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);
}
