using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.Calendar;
using SocialPolicy.Contracts.Events;
using SocialPolicy.Contracts.Events.PlanRegistry.V1;

namespace SocialPolicy.Reporting.Domain.Duties;

/// <summary>The act of taking over the duties of one version of a plan.</summary>
/// <param name="EventId">The announcement.</param>
/// <param name="PlanVersion">The plan's version.</param>
/// <param name="Plan">What is kept of the plan.</param>
/// <param name="Duties">In the order of the text.</param>
public sealed record Adoption(Guid EventId, long PlanVersion, AdoptedPlan Plan, IReadOnlyList<Duty> Duties)
{
    // Offices are in before; nobody is late before the day that Bộ luật Dân sự, Điều 148 gives.
    private const OffDayRule OffDays = OffDayRule.PreviousWorkingDay;

    /// <summary>What a published plan asks for.</summary>
    public static Adoption Of(PlanPublished plan, Envelope announcement, DateOnly publishedOn) => new(
        announcement.Id,
        announcement.AggregateVersion,
        new AdoptedPlan(plan.PlanId, plan.Number, plan.Title, plan.IssuerAgencyId, new PlanYears(plan.PeriodFrom, plan.PeriodTo), publishedOn),
        [.. plan.ReportingDuties.Select((duty, index) => InForce(plan.PlanId, duty, index + 1))]);

    /// <summary>What an amended plan asks for: all of it, whether this service had heard of the plan before or not.</summary>
    public static Adoption Of(PlanAmended amended, Envelope announcement) => Of(amended.Plan, announcement, amended.PublishedOn);

    private static Duty InForce(Guid plan, PublishedReportingDuty duty, int position) => new()
    {
        Id = duty.DutyId,
        PlanId = plan,
        Position = position,
        Reporters = Parties(duty.ReporterParties, duty.Reporters),
        Addressees = Parties(duty.AddresseeParties, duty.Addressees),
        Via = duty.ViaParty is { } via ? Meant(via) : duty.Via is { } name ? new Party(name) : null,
        Schedule = new ReportingSchedule(
            Words.Read<Frequency>(duty.Frequency), duty.DeadlineDay, duty.DeadlineMonth, duty.DeadlineInclusive, duty.OnceOn, OffDays),
        Content = duty.Content,
    };

    // An announcement of a version that did not say whom it means leaves names alone.
    private static IReadOnlyList<Party> Parties(IReadOnlyList<PublishedParty>? meant, IReadOnlyList<string> written) =>
        meant is null ? [.. written.Select(name => new Party(name))] : [.. meant.Select(Meant)];

    private static Party Meant(PublishedParty party) => new(
        party.Text, party.AgencyId, party.Group is { } group ? new PartyGroup(group.UnitId, group.Below, group.Kinds) : null);
}

/// <summary>What Reporting keeps of a plan.</summary>
/// <param name="Id">The plan.</param>
/// <param name="Number">As printed; null when it carries none.</param>
/// <param name="Title">As printed.</param>
/// <param name="IssuerAgencyId">Who issued it; null when the directory does not know.</param>
/// <param name="Years">The years it is for.</param>
/// <param name="TrackFrom">Rounds due from this day on count; by default the day of publication.</param>
public sealed record AdoptedPlan(Guid Id, string? Number, string Title, Guid? IssuerAgencyId, PlanYears Years, DateOnly TrackFrom);
