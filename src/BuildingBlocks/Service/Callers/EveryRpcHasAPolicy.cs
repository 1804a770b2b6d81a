using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using SocialPolicy.BuildingBlocks.Service.Api;

namespace SocialPolicy.BuildingBlocks.Service.Callers;

/// <summary>Keeps a service from starting when nobody has said who may call one of its methods.</summary>
internal sealed class EveryRpcHasAPolicy(MappedRpcs rpcs) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        var undecided = rpcs.Endpoints
            .Where(endpoint => endpoint.Metadata.GetOrderedMetadata<CallPolicyAttribute>().Count != 1)
            .Select(endpoint => (endpoint as RouteEndpoint)?.RoutePattern.RawText)
            .ToList();

        return undecided.Count == 0
            ? Task.CompletedTask
            : throw new InvalidOperationException(
                $"These methods need exactly one of [AllowedTo], [AllowedToAnyCaller], [AllowedToAnyone]: {string.Join(", ", undecided)}.");
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
