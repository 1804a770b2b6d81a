using Grpc.Core;
using Grpc.Health.V1;
using Microsoft.Extensions.Hosting;
using SocialPolicy.BuildingBlocks.Service.Callers;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace SocialPolicy.BuildingBlocks.Service.Api.Health;

/// <summary>grpc.health.v1 over the health checks of ASP.NET: the same truth as on the health port.</summary>
internal sealed class HealthService(HealthReports reports, MappedRpcs rpcs, IHostApplicationLifetime lifetime)
    : Grpc.Health.V1.Health.HealthBase
{
    private const string WholeServer = "";
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(2);

    [AllowedToAnyone]
    public override async Task<HealthCheckResponse> Check(HealthCheckRequest request, ServerCallContext context)
    {
        Domain.Rules.Check.Rule(new ServicesAreOffered(request.Service, IsOffered(request.Service)));
        return Answer(await reports.Now(context.CancellationToken));
    }

    [AllowedToAnyone]
    public override async Task<HealthListResponse> List(HealthListRequest request, ServerCallContext context)
    {
        var state = Answer(await reports.Now(context.CancellationToken));
        var response = new HealthListResponse { Statuses = { [WholeServer] = state } };
        foreach (var service in rpcs.Services)
            response.Statuses[service.FullName] = state;
        return response;
    }

    [AllowedToAnyone]
    public override async Task Watch(HealthCheckRequest request, IServerStreamWriter<HealthCheckResponse> responseStream, ServerCallContext context)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lifetime.ApplicationStopping);
        using var looks = new PeriodicTimer(BetweenLooks);
        ServingStatus? told = null;
        do
        {
            var state = IsOffered(request.Service) ? await reports.Now(context.CancellationToken) : ServingStatus.ServiceUnknown;
            if (state != told)
                await responseStream.WriteAsync(Answer(state), context.CancellationToken);
            told = state;
        }
        while (!lifetime.ApplicationStopping.IsCancellationRequested && await NextLook(looks, ends.Token));
    }

    // A stop wakes the watchers for one last look, so that they hear of it.
    private async Task<bool> NextLook(PeriodicTimer looks, CancellationToken ends)
    {
        try
        {
            return await looks.WaitForNextTickAsync(ends);
        }
        catch (OperationCanceledException)
        {
            return lifetime.ApplicationStopping.IsCancellationRequested;
        }
    }

    private bool IsOffered(string service) =>
        service == WholeServer || rpcs.Services.Any(offered => string.Equals(offered.FullName, service, StringComparison.Ordinal));

    private static HealthCheckResponse Answer(ServingStatus state) => new() { Status = state };
}
