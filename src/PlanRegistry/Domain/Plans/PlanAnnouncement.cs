using SocialPolicy.Contracts.Events.PlanRegistry.V1;

namespace SocialPolicy.PlanRegistry.Domain.Plans;

/// <summary>What others are told of a plan that came into force.</summary>
internal static class PlanAnnouncement
{
    public static PlanPublished Of(Plan plan, PlanContent content) => new(
        plan.Id,
        plan.Header.Number,
        plan.Header.Title!,
        plan.Header.Issuer!,
        plan.Header.IssuedOn?.AsDay,
        plan.Header.PeriodFrom,
        plan.Header.PeriodTo,
        plan.Header.VisionYear,
        [.. content.Targets.Select(Target)],
        [.. content.Duties.Select(Duty)]);

    private static PublishedTarget Target(PlanTarget target) => new(
        target.Id,
        target.ParentId,
        Words.Of(target.Section),
        target.Indicator,
        Words.Of(target.Comparator),
        target.Value,
        target.ValueMax,
        target.Unit,
        Words.OfAny(target.Bound),
        target.PerYear,
        target.Population,
        target.Geography,
        target.Year,
        Words.OfAny(target.Direction));

    private static PublishedReportingDuty Duty(PlanDuty duty) => new(
        duty.Id,
        duty.Reporters,
        duty.Addressees,
        duty.Via,
        Words.Of(duty.Frequency),
        duty.DeadlineDay,
        duty.DeadlineMonth,
        duty.DeadlineInclusive,
        duty.OnceOn,
        duty.Content);
}
