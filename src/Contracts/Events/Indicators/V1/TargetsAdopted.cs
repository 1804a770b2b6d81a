namespace SocialPolicy.Contracts.Events.Indicators.V1;

/// <summary>The targets of a version of a plan are in force: from here on they are measured. The aggregate is the plan.</summary>
/// <param name="PlanId">The plan.</param>
/// <param name="PlanVersion">Its version.</param>
/// <param name="TargetIds">In the order of the text.</param>
public sealed record TargetsAdopted(Guid PlanId, long PlanVersion, IReadOnlyList<Guid> TargetIds) : IFact;
