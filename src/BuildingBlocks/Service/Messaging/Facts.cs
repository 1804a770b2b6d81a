using SocialPolicy.Contracts.Events;

namespace SocialPolicy.BuildingBlocks.Service.Messaging;

/// <summary>Which facts a service announces and which it consumes.</summary>
/// <param name="Service">Short name of the service: first word of its event types and of its queues.</param>
/// <param name="Announced">Types of <see cref="IFact"/>.</param>
/// <param name="Consumed">Types of <see cref="IFact"/>.</param>
public sealed record Facts(string Service, IReadOnlySet<Type> Announced, IReadOnlySet<Type> Consumed)
{
    /// <summary>A service without messages.</summary>
    public static Facts None(string service) => new(service, new HashSet<Type>(), new HashSet<Type>());

    internal void RequireAnnounced(Type fact)
    {
        if (!Announced.Contains(fact))
            throw new InvalidOperationException($"{Service} does not announce {fact.Name}: say bus.Announces<{fact.Name}>() in AddMessaging.");
    }
}
