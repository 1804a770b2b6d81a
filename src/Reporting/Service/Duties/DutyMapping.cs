using Google.Protobuf.WellKnownTypes;
using SocialPolicy.BuildingBlocks.Service.Wire;
using SocialPolicy.Calendar;
using SocialPolicy.DirectoryCopy.Agencies;
using SocialPolicy.Reporting.Domain.Duties;

namespace SocialPolicy.Reporting.Service.Duties;

/// <summary>Duties in the words of the contract.</summary>
internal static class DutyMapping
{
    private static readonly WirePairs<Frequency, V1.Duty.Types.Frequency> Frequencies = new(
        (Frequency.Unstated, V1.Duty.Types.Frequency.Unspecified),
        (Frequency.Annual, V1.Duty.Types.Frequency.Annual),
        (Frequency.SixMonth, V1.Duty.Types.Frequency.SixMonths),
        (Frequency.Quarterly, V1.Duty.Types.Frequency.Quarterly),
        (Frequency.Monthly, V1.Duty.Types.Frequency.Monthly),
        (Frequency.Weekly, V1.Duty.Types.Frequency.Weekly),
        (Frequency.Daily, V1.Duty.Types.Frequency.Daily),
        (Frequency.Once, V1.Duty.Types.Frequency.Once),
        (Frequency.MidTerm, V1.Duty.Types.Frequency.MidTerm),
        (Frequency.Final, V1.Duty.Types.Frequency.Final),
        (Frequency.OnRequest, V1.Duty.Types.Frequency.OnRequest));

    private static readonly WirePairs<DutyState, V1.Duty.Types.State> States = new(
        (DutyState.Dated, V1.Duty.Types.State.Dated),
        (DutyState.NeedsDate, V1.Duty.Types.State.NeedsDate),
        (DutyState.Ended, V1.Duty.Types.State.Ended));

    private static readonly WirePairs<OffDayRule, V1.Duty.Types.OffDayPolicy> Policies = new(
        (OffDayRule.Stay, V1.Duty.Types.OffDayPolicy.Stay),
        (OffDayRule.NextWorkingDay, V1.Duty.Types.OffDayPolicy.NextWorkingDay),
        (OffDayRule.PreviousWorkingDay, V1.Duty.Types.OffDayPolicy.PreviousWorkingDay));

    public static V1.Duty ToContract(this DutyRow row, DateOnly today)
    {
        var duty = row.ToDuty();
        return new V1.Duty
        {
            Name = Names.Duty.Of(row.Id),
            Plan = Names.Plan.Of(row.PlanId),
            Reporters = { duty.Reporters.Select(ToContract) },
            Addressees = { duty.Addressees.Select(ToContract) },
            Via = duty.Via?.ToContract(),
            Frequency = Frequencies.Of(duty.Schedule.Frequency),
            Deadline = DeadlineOf(duty.Schedule),
            DeadlineInclusive = duty.Schedule.Inclusive,
            OffDayPolicy = Policies.Of(duty.Schedule.OffDays),
            Content = row.Content ?? "",
            State = States.Of(duty.StateOn(today, row.Years)),
            TrackFrom = row.TrackFrom.ToContract(),
            Findings = { row.Findings },
            AdoptTime = row.AdoptedAt.ToTimestamp(),
        };
    }

    private static V1.DutyParty ToContract(this Party party) => new()
    {
        Text = party.Text,
        Agency = AgencyNames.Pattern.OfAny(party.AgencyId),
        Group = party.Group is not null,
    };

    // A day that comes back has no year.
    private static Google.Type.Date? DeadlineOf(ReportingSchedule schedule) => schedule switch
    {
        { OnceOn: { } day } => day.ToContract(),
        { Day: { } day } => new() { Day = day, Month = schedule.Month ?? 0 },
        _ => null,
    };
}
