namespace SocialPolicy.Contracts.Events.Indicators.V1;

/// <summary>A target stands otherwise than before. The aggregate is the target, its version grows with each rating.</summary>
/// <param name="TargetId">The target.</param>
/// <param name="PlanId">Its plan.</param>
/// <param name="ObservationId">The observation the rating rests on; null when nothing was observed of the indicator it has now.</param>
/// <param name="Period">The period of that observation; null without one.</param>
/// <param name="Verdict">no_data, not_due, met, exceeded, not_met, not_rated, on_path, off_path or needs_judgement.</param>
/// <param name="Rule">The rule that gave the verdict; OVERRIDDEN when a person said otherwise than the rules.</param>
/// <param name="Satisfied">Whether the value satisfies the demand as it stands, null where no rule can say.</param>
public sealed record TargetRated(Guid TargetId, Guid PlanId, Guid? ObservationId, string? Period, string Verdict, string Rule, bool? Satisfied) : IFact;
