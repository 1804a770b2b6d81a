using MassTransit;
using MassTransit.RabbitMqTransport;
using Microsoft.Extensions.Hosting;
using RabbitMQ.Client;

namespace SocialPolicy.BuildingBlocks.Service.Messaging;

/// <summary>
/// The end of one consumer's queue: takes deliveries in order and settles them in batches. While one transaction runs the
/// next batch gathers, so a batch is as large as the load makes it and nothing waits for company.
/// </summary>
internal sealed class InboxQueue(FactHandler handler, Inbox inbox, IHostApplicationLifetime lifetime) : IFilter<ReceiveContext>
{
    private const int BatchSize = 100;

    private readonly Lock gate = new();
    private readonly DeliveryOrder<Delivery> order = new(Abandon);
    private readonly Queue<Delivery> ready = new();
    private IChannel? watched;
    private bool settling;

    public async Task Send(ReceiveContext context, IPipe<ReceiveContext> next)
    {
        var delivery = Delivery.Of(context, handler);
        var channel = context.GetPayload<ChannelContext>().Channel;
        Take(channel, context.GetPayload<RabbitMqBasicConsumeContext>().DeliveryTag, delivery);
        await delivery.Settled;
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("inbox");

    private static void Abandon(Delivery delivery) =>
        delivery.GiveBack(new OperationCanceledException("The channel is gone; the broker delivers it again."));

    private void Take(IChannel channel, ulong number, Delivery delivery)
    {
        lock (gate)
        {
            // Asked in here: between an answer outside and the lock a new channel may have begun.
            if (channel.IsClosed)
            {
                Abandon(delivery);
                return;
            }

            Watch(channel);
            foreach (var following in order.Add(channel, number, delivery))
                ready.Enqueue(following);
            if (settling || ready.Count == 0)
                return;
            settling = true;
        }

        _ = Task.Run(SettleAll);
    }

    private void Watch(IChannel channel)
    {
        if (ReferenceEquals(watched, channel))
            return;
        watched = channel;
        channel.ChannelShutdownAsync += (_, _) =>
        {
            lock (gate)
                order.Leave(channel);
            return Task.CompletedTask;
        };

        // It may have closed before it was listened to; then nobody tells.
        if (channel.IsClosed)
            order.Leave(channel);
    }

    private async Task SettleAll()
    {
        while (NextBatch() is { Count: > 0 } batch)
        {
            try
            {
                await inbox.Settle(handler, batch, lifetime.ApplicationStopping);
            }
            catch (Exception failure)
            {
                // The service is stopping: what is not settled belongs to the broker.
                foreach (var delivery in batch)
                    delivery.GiveBack(failure);
            }
        }
    }

    private List<Delivery> NextBatch()
    {
        lock (gate)
        {
            var batch = new List<Delivery>();
            while (batch.Count < BatchSize && ready.TryDequeue(out var delivery))
                batch.Add(delivery);
            settling = batch.Count > 0;
            return batch;
        }
    }
}
