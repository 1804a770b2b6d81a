namespace SocialPolicy.Contracts.Events.PlanRegistry.V1;

/// <summary>
/// A matter (vướng mắc, kiến nghị, đề nghị điều chỉnh, kết luận kiểm tra) of a published plan is open: newly raised, or reopened
/// after it was closed. The aggregate is the matter.
/// </summary>
/// <param name="MatterId">The matter; its resource name is <c>matters/{MatterId}</c>.</param>
/// <param name="PlanId">The plan it is about.</param>
/// <param name="TargetId">The target it is about, null when it is about none.</param>
/// <param name="TaskId">The task it is about, null when it is about none.</param>
/// <param name="Kind">difficulty, proposal, adjustment or finding.</param>
/// <param name="Text">What came up; no personal data.</param>
/// <param name="RaisedByAgencyId">Who raised it, null when no agency was named.</param>
/// <param name="RaisedOn">The day it was raised.</param>
public sealed record MatterRaised(
    Guid MatterId, Guid PlanId, Guid? TargetId, Guid? TaskId, string Kind, string Text, Guid? RaisedByAgencyId, DateOnly RaisedOn) : IFact;
