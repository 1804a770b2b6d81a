using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SocialPolicy.BuildingBlocks.Service.Storage;

namespace SocialPolicy.BuildingBlocks.Service.Messaging;

/// <summary>Lets a service announce and consume facts.</summary>
public static class MessagingExtensions
{
    private const int Prefetch = 256;
    private const int UsualPort = 5672;

    /// <summary>
    /// The outbox relay and one queue for each consumed fact, on the broker of <c>ConnectionStrings:rabbitmq</c>
    /// (amqp://user:password@host:port/virtual-host); <see cref="Migrator"/> made its queues there. Needs AddStorage.
    /// </summary>
    /// <param name="builder">The service's builder.</param>
    /// <param name="name">Short name of the service, first word of its event types: <c>planregistry</c>.</param>
    /// <param name="bus">What it announces and consumes.</param>
    public static IHostApplicationBuilder AddMessaging(this IHostApplicationBuilder builder, string name, Action<MessagingBuilder> bus)
    {
        var messaging = new MessagingBuilder(name, builder.Services);
        bus(messaging);
        var services = builder.Services;
        services.Replace(ServiceDescriptor.Singleton(messaging.Facts));
        foreach (var handler in messaging.Handlers)
            services.AddSingleton(handler);
        services.TryAddSingleton<OutboxSignal>();
        services.AddSingleton<Inbox>();
        services.AddSingleton<Announcer>();
        services.AddSingleton<MessagingHealth>();
        services.AddHealthChecks().AddCheck<MessagingHealth>("messaging");
        services.AddMassTransit(transit => Configure(transit, builder.Configuration, messaging));
        services.AddHostedService<OutboxRelay>();
        services.TryAddSingleton(QueueWatchSettings.Usual);
        services.AddHostedService<QueueWatch>();
        return builder;
    }

    private static void Configure(IBusRegistrationConfigurator transit, IConfiguration configuration, MessagingBuilder messaging)
    {
        transit.DisableUsageTelemetry();
        transit.ConfigureHealthCheckOptions(options => options.MinimalFailureStatus = HealthStatus.Degraded);
        transit.UsingRabbitMq((context, rabbit) =>
        {
            // Asked for when the bus is made: a process that only migrates has no broker of its own.
            var broker = Broker(configuration);
            rabbit.Host(broker.Host, (ushort)Port(broker), VirtualHost(broker), messaging.Facts.Service, host =>
            {
                var login = broker.UserInfo.Split(':', 2);
                host.Username(Uri.UnescapeDataString(login[0]));
                host.Password(Uri.UnescapeDataString(login.ElementAtOrDefault(1) ?? ""));
                host.PublisherConfirmation = true;
            });
            foreach (var handler in messaging.Handlers)
                rabbit.ReceiveEndpoint(handler.Consumer, queue => Consume(queue, handler, messaging.Facts, context));
            if (messaging.Handlers.Count > 0)
                rabbit.ReceiveEndpoint(Topology.DeadLetterQueue(messaging.Facts.Service), queue => TakeOverdelivered(queue, messaging, context));
        });
    }

    // Queues and bindings were made by the migration; the transport declares the queues again and finds them as they are.
    private static void Consume(IRabbitMqReceiveEndpointConfigurator queue, FactHandler handler, Facts facts, IServiceProvider services)
    {
        Take(queue, Topology.QueueArguments(facts.Service));
        queue.PrefetchCount = Prefetch;
        var inbox = new InboxQueue(handler, services.GetRequiredService<Inbox>(), services.GetRequiredService<IHostApplicationLifetime>());
        queue.ConfigureReceive(pipe => pipe.UseFilter(inbox));
    }

    private static void TakeOverdelivered(IRabbitMqReceiveEndpointConfigurator queue, MessagingBuilder messaging, IServiceProvider services)
    {
        Take(queue, Topology.DeadLetterQueueArguments);
        var filter = new OverdeliveredFilter(
            messaging.Handlers, services.GetRequiredService<InboxTransaction>(), services.GetRequiredService<IHostApplicationLifetime>(),
            services.GetRequiredService<ILogger<OverdeliveredFilter>>());
        queue.ConfigureReceive(pipe => pipe.UseFilter(filter));
    }

    private static void Take(IRabbitMqReceiveEndpointConfigurator queue, IReadOnlyDictionary<string, object> arguments)
    {
        queue.ConfigureConsumeTopology = false;
        foreach (var (name, value) in arguments)
            queue.SetQueueArgument(name, value);
    }

    /// <summary>The port of a broker's address.</summary>
    internal static int Port(Uri broker) => broker.Port > 0 ? broker.Port : UsualPort;

    /// <summary>Where the broker is.</summary>
    internal static Uri Broker(IConfiguration configuration) => new(configuration.GetConnectionString("rabbitmq")
        ?? throw new InvalidOperationException("Set ConnectionStrings:rabbitmq: the broker."));

    private static string VirtualHost(Uri broker) => broker.AbsolutePath is "" or "/" ? "/" : Uri.UnescapeDataString(broker.AbsolutePath[1..]);
}
