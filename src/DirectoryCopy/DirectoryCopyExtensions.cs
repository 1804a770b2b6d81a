using SocialPolicy.BuildingBlocks.Service.Messaging;
using SocialPolicy.Contracts.Events.PlanRegistry.V1;
using SocialPolicy.DirectoryCopy.Messaging;

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
}
