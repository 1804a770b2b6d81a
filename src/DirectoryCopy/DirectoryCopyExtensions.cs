using Microsoft.Extensions.Hosting;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Messaging;
using SocialPolicy.BuildingBlocks.Service.Operations;
using SocialPolicy.Contracts.Events.PlanRegistry.V1;
using SocialPolicy.DirectoryCopy.Messaging;
using SocialPolicy.DirectoryCopy.Snapshots;
using SocialPolicy.PlanRegistry.V1;

namespace SocialPolicy.DirectoryCopy;

/// <summary>Gives a service its copy of the directory of units and agencies.</summary>
public static class DirectoryCopyExtensions
{
    /// <summary>Name of the migrations of its tables: <c>[assembly: MigrationSet(DirectoryCopyExtensions.MigrationSet, typeof(DirectoryCopyExtensions))]</c>.</summary>
    public const string MigrationSet = "directory";

    /// <summary>The service hears of changes of the directory and keeps them.</summary>
    public static MessagingBuilder KeepsDirectory(this MessagingBuilder bus) => bus
        .Consumes<UnitsChanged, UnitsChangedConsumer>()
        .Consumes<AgenciesChanged, AgenciesChangedConsumer>();

    /// <summary>
    /// The service reads the whole directory from PlanRegistry at its start and every hour, for what it has not heard of: it may be
    /// newer than the announcements. Needs AddStorage, AddApi and an identity of its own (<c>Identity:ClientId</c>).
    /// </summary>
    public static IHostApplicationBuilder AddDirectoryCopy(this IHostApplicationBuilder builder)
    {
        builder.AddServiceClient<DirectoryService.DirectoryServiceClient>("planregistry").WithServiceIdentity();
        builder.Services.AddJob<RefreshDirectory>();
        return builder;
    }
}
