using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.Contracts.Events;

namespace SocialPolicy.BuildingBlocks.Service.Messaging;

/// <summary>Reads a fact and gives it to its consumer.</summary>
/// <param name="consumer">Name of the consumer and of its queue.</param>
/// <param name="fact">The type it takes.</param>
internal abstract class FactHandler(string consumer, Type fact)
{
    public string Consumer { get; } = consumer;

    public Type Fact { get; } = fact;

    /// <exception cref="JsonException">The payload is not this fact.</exception>
    public IFact Read(ReadOnlySpan<byte> payload) =>
        JsonSerializer.Deserialize(payload, Fact, FactJson.Options) as IFact ?? throw new JsonException($"A {Fact.Name} cannot be null.");

    public abstract Task Handle(IServiceProvider services, IFact fact, Envelope envelope, Work work);
}

/// <inheritdoc/>
internal sealed class FactHandler<TFact, TConsumer>(string consumer) : FactHandler(consumer, typeof(TFact))
    where TFact : IFact
    where TConsumer : IConsumeFact<TFact>
{
    public override Task Handle(IServiceProvider services, IFact fact, Envelope envelope, Work work) =>
        services.GetRequiredService<TConsumer>().Consume((TFact)fact, envelope, work);
}
