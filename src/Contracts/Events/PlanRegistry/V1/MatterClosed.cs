namespace SocialPolicy.Contracts.Events.PlanRegistry.V1;

/// <summary>A matter was closed. The aggregate is the matter, its version greater than when it was raised.</summary>
/// <param name="MatterId">The matter; its resource name is <c>matters/{MatterId}</c>.</param>
/// <param name="PlanId">The plan it is about.</param>
/// <param name="TargetId">The target it is about, null when it is about none.</param>
/// <param name="TaskId">The task it is about, null when it is about none.</param>
/// <param name="Kind">difficulty, proposal, adjustment or finding.</param>
/// <param name="Answer">The answer in force.</param>
/// <param name="Conclusion">What it was closed with.</param>
/// <param name="AmendmentId">The amendment that made the adjustment, null of another kind and when it was declined.</param>
/// <param name="Outcome">settled or declined.</param>
public sealed record MatterClosed(
    Guid MatterId, Guid PlanId, Guid? TargetId, Guid? TaskId, string Kind, string Answer, string Conclusion, Guid? AmendmentId, string Outcome = "settled") : IFact;
