using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.DirectoryCopy.Agencies;
using SocialPolicy.Indicators.V1;

namespace SocialPolicy.Reporting.Service.Reports;

/// <inheritdoc cref="IScorecards"/>
internal sealed partial class Scorecards(ObservationService.ObservationServiceClient indicators, ILogger<Scorecards> logger) : IScorecards
{
    public async Task<Scorecard> Get(Guid plan, string period, Guid agency, CancellationToken ct)
    {
        var request = new GetScorecardRequest { Plan = Names.Plan.Of(plan), Period = period, Agency = AgencyNames.Pattern.Of(agency) };
        try
        {
            return await indicators.GetScorecardAsync(request, cancellationToken: ct);
        }
        catch (RpcException failure) when (!ct.IsCancellationRequested)
        {
            // NOT_FOUND too: Indicators hears of a new agency a moment later than Reporting may.
            LogUnavailable(logger, failure.StatusCode, failure.Status.Detail);
            throw new RuleBroken([new IndicatorsCanBeAsked()]);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Indicators gives no table: {Code} {Detail}")]
    private static partial void LogUnavailable(ILogger logger, StatusCode code, string detail);
}

/// <summary>Indicators can be asked for the values a report is made with.</summary>
public sealed record IndicatorsCanBeAsked : IRule
{
    public bool IsBroken => true;
    public string Reason => "INDICATORS_UNAVAILABLE";
    public string Message => "Indicators cannot be asked for the values of the report now. Nothing was changed; repeat the call.";
    public RuleKind Kind => RuleKind.Unavailable;
}

/// <summary>Lets the service ask Indicators.</summary>
internal static class ScorecardsExtensions
{
    public static IHostApplicationBuilder AddScorecards(this IHostApplicationBuilder builder)
    {
        builder.AddServiceClient<ObservationService.ObservationServiceClient>("indicators").WithServiceIdentity();
        builder.Services.AddSingleton<IScorecards, Scorecards>();
        return builder;
    }
}
