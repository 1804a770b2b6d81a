namespace SocialPolicy.Contracts.Events.Reporting.V1;

/// <summary>The reports of a round were made into one. The aggregate is the round, its version that of the consolidation.</summary>
/// <param name="ConsolidationId">Its resource name is <c>consolidations/{ConsolidationId}</c>.</param>
/// <param name="RoundId">The round.</param>
/// <param name="PlanId">The plan.</param>
/// <param name="AgencyId">Who consolidated.</param>
/// <param name="Version">1 for the first of the round.</param>
/// <param name="ReportIds">What went into it.</param>
/// <param name="MissingAgencyIds">Whose report did not.</param>
public sealed record ReportConsolidated(
    Guid ConsolidationId,
    Guid RoundId,
    Guid PlanId,
    Guid AgencyId,
    int Version,
    IReadOnlyList<Guid> ReportIds,
    IReadOnlyList<Guid> MissingAgencyIds) : IFact;
