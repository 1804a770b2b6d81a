using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Names;
using SocialPolicy.Reporting.V1;

namespace SocialPolicy.Notifications.Service.Sending;

/// <summary>Where obligations stand at this moment.</summary>
internal interface IObligations
{
    /// <summary>The states by id. Null when Reporting cannot be asked now.</summary>
    Task<IReadOnlyDictionary<Guid, Obligation.Types.State>?> States(IReadOnlyCollection<Guid> ids, CancellationToken ct);
}

/// <inheritdoc cref="IObligations"/>
internal sealed partial class Obligations(ObligationService.ObligationServiceClient reporting, ILogger<Obligations> logger) : IObligations
{
    private static readonly ResourceName Pattern = new("obligations/{obligation}");

    public async Task<IReadOnlyDictionary<Guid, Obligation.Types.State>?> States(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        try
        {
            var request = new BatchGetObligationsRequest { Names = { ids.Select(id => Pattern.Of(id)) } };
            var answer = await reporting.BatchGetObligationsAsync(request, cancellationToken: ct);
            return answer.Obligations.ToDictionary(obligation => Pattern.Parse(obligation.Name), obligation => obligation.State);
        }
        catch (RpcException failure) when (!ct.IsCancellationRequested)
        {
            LogUnavailable(logger, failure.StatusCode, failure.Status.Detail);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Reporting does not say what is owed; notices wait: {Code} {Detail}")]
    private static partial void LogUnavailable(ILogger logger, StatusCode code, string detail);
}

internal static class ObligationsExtensions
{
    public static IHostApplicationBuilder AddObligations(this IHostApplicationBuilder builder)
    {
        builder.AddServiceClient<ObligationService.ObligationServiceClient>("reporting").WithServiceIdentity();
        builder.Services.AddSingleton<IObligations, Obligations>();
        return builder;
    }
}
