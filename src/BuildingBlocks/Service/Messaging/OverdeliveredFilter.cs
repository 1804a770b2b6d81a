using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SocialPolicy.BuildingBlocks.Service.Messaging;

/// <summary>
/// Takes what the broker delivered too often without an answer, because handling it or its neighbours ended the process,
/// and puts it among the dead letters of the consumer it was meant for.
/// </summary>
internal sealed partial class OverdeliveredFilter(
    IReadOnlyList<FactHandler> handlers, InboxTransaction inbox, IHostApplicationLifetime lifetime, ILogger<OverdeliveredFilter> logger) : IFilter<ReceiveContext>
{
    private const string FirstQueue = "x-first-death-queue";

    private const string Reason =
        "Delivered too often without an answer: the process ended again and again while it, or a fact delivered with it, was handled.";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public async Task Send(ReceiveContext context, IPipe<ReceiveContext> next)
    {
        var properties = context.GetPayload<RabbitMqBasicConsumeContext>().Properties;
        var queue = Delivery.Header(properties, FirstQueue);
        var handler = handlers.FirstOrDefault(handler => handler.Consumer == queue) ?? handlers[0];
        var delivery = Delivery.Of(context, handler);
        var stopping = lifetime.ApplicationStopping;
        while (true)
        {
            try
            {
                await inbox.GiveUp(queue ?? handler.Consumer, delivery, Reason, 1, stopping);
                return;
            }
            catch (Exception failure) when (!stopping.IsCancellationRequested)
            {
                LogWaiting(logger, failure.Message);
                await Task.Delay(Pause, stopping);
            }
        }
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("overdelivered");

    [LoggerMessage(Level = LogLevel.Warning, Message = "The dead letters wait for the database: {Reason}")]
    private static partial void LogWaiting(ILogger logger, string reason);
}
