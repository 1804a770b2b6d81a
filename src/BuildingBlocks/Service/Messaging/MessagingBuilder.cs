using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SocialPolicy.Contracts.Events;

namespace SocialPolicy.BuildingBlocks.Service.Messaging;

/// <summary>Which facts a service announces and consumes.</summary>
public sealed class MessagingBuilder
{
    private readonly HashSet<Type> announced = [];
    private readonly List<FactHandler> handlers = [];
    private readonly IServiceCollection services;
    private readonly string service;

    internal MessagingBuilder(string service, IServiceCollection services) => (this.service, this.services) = (service, services);

    internal Facts Facts => new(service, announced, handlers.Select(handler => handler.Fact).ToHashSet());

    internal IReadOnlyList<FactHandler> Handlers => handlers;

    /// <summary>This service may announce <typeparamref name="TFact"/>.</summary>
    public MessagingBuilder Announces<TFact>() where TFact : IFact
    {
        announced.Add(typeof(TFact));
        return this;
    }

    /// <summary>This service hears of <typeparamref name="TFact"/>, in a queue of its own; one consumer a fact.</summary>
    public MessagingBuilder Consumes<TFact, TConsumer>()
        where TFact : IFact
        where TConsumer : class, IConsumeFact<TFact>
    {
        if (handlers.Any(handler => handler.Fact == typeof(TFact)))
            throw new InvalidOperationException($"{service} has a consumer of {typeof(TFact).Name} already; one consumer takes a fact.");
        handlers.Add(new FactHandler<TFact, TConsumer>(Topology.Queue(service, typeof(TFact))));
        services.TryAddScoped<TConsumer>();
        return this;
    }
}
