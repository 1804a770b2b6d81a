using SocialPolicy.Indicators.V1;

namespace SocialPolicy.Reporting.Service.Reports;

/// <summary>The standard table of a report, as Indicators has it.</summary>
internal interface IScorecards
{
    /// <summary>The targets of the plan with what the agency gave for the period. Throws INDICATORS_UNAVAILABLE.</summary>
    Task<Scorecard> Get(Guid plan, string period, Guid agency, CancellationToken ct);
}
