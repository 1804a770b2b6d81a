using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.Contracts.Events.PlanRegistry.V1;
using SocialPolicy.PlanRegistry.Domain.Directory;

namespace SocialPolicy.PlanRegistry.Domain.Plans;

/// <summary>What others are told of a plan that came into force.</summary>
internal static class PlanAnnouncement
{
    public static PlanPublished Of(Plan plan, PlanContent content, PlanParties parties) => new(
        plan.Id,
        plan.Header.Number,
        plan.Header.Title!,
        plan.Header.Issuer!,
        plan.Header.IssuedOn?.AsDay,
        plan.Header.PeriodFrom,
        plan.Header.PeriodTo,
        plan.Header.VisionYear,
        [.. content.Targets.Select(Target)],
        [.. content.Duties.Select(duty => Duty(duty, parties.Duties[duty.Id]))],
        parties.IssuerAgencyId,
        parties.UnitId);

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

    /// <summary>A duty with whom its names mean.</summary>
    public static PublishedReportingDuty Duty(PlanDuty duty, DutyParties parties) => new(
        duty.Id,
        duty.Reporters,
        duty.Addressees,
        duty.Via,
        Words.Of(duty.Frequency),
        duty.DeadlineDay,
        duty.DeadlineMonth,
        duty.DeadlineInclusive,
        duty.OnceOn,
        duty.Content,
        [.. parties.Reporters.Select(Party)],
        [.. parties.Addressees.Select(Party)],
        parties.Via is { } via ? Party(via) : null);

    private static PublishedParty Party(Party party) => new(
        party.Text,
        party.AgencyId,
        party.Group is { } group ? new(group.UnitId, group.Below, [.. group.Kinds.Select(Words.Of)]) : null);
}
