using Google.Protobuf.WellKnownTypes;
using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.BuildingBlocks.Service.Etags;
using SocialPolicy.BuildingBlocks.Service.Wire;
using SocialPolicy.DirectoryCopy.Agencies;
using SocialPolicy.Reporting.Domain.Obligations;
using SocialPolicy.Reporting.Service.Rounds;

namespace SocialPolicy.Reporting.Service.Obligations;

/// <summary>Obligations in the words of the contract.</summary>
internal static class ObligationMapping
{
    private static readonly WirePairs<ObligationState, V1.Obligation.Types.State> States = new(
        (ObligationState.Owed, V1.Obligation.Types.State.Owed),
        (ObligationState.Submitted, V1.Obligation.Types.State.Submitted),
        (ObligationState.Returned, V1.Obligation.Types.State.Returned),
        (ObligationState.Settled, V1.Obligation.Types.State.Settled),
        (ObligationState.Exempted, V1.Obligation.Types.State.Exempted));

    private static readonly WirePairs<Timeliness, V1.Obligation.Types.Timeliness> Timelinesses = new(
        (Timeliness.NotDue, V1.Obligation.Types.Timeliness.NotDue),
        (Timeliness.OnTime, V1.Obligation.Types.Timeliness.OnTime),
        (Timeliness.Late, V1.Obligation.Types.Timeliness.Late),
        (Timeliness.Overdue, V1.Obligation.Types.Timeliness.Overdue));

    public static V1.Obligation ToContract(this ObligationRow row, DateOnly today)
    {
        var obligation = row.ToObligation();
        return new V1.Obligation
        {
            Name = Names.Obligation.Of(row.Id),
            Etag = Etag.Of(row.Version),
            Round = Names.Round.Of(row.RoundId),
            Duty = Names.Duty.Of(row.DutyId),
            Plan = Names.Plan.Of(row.PlanId),
            Agency = AgencyNames.Pattern.Of(row.AgencyId),
            AgencyDisplayName = row.AgencyName,
            Receiver = AgencyNames.Pattern.Of(row.ReceiverId),
            ReceiverDisplayName = row.ReceiverName,
            Period = row.Period,
            Due = RoundMapping.Explained(row.Due, new(row.DueRule, row.DueWhy, row.DueWhyVi)),
            State = States.Of(obligation.State),
            Timeliness = Timelinesses.Of(obligation.On(today)),
            Requested = row.Requested,
            OwnContribution = row.OwnContribution,
            Report = Names.Report.OfAny(row.ReportId),
            SubmittedOn = row.SubmittedOn?.ToContract(),
            SettleTime = row.SettledAt?.ToTimestamp(),
            IssueTime = row.IssuedAt.ToTimestamp(),
            ExemptTime = row.ExemptedAt?.ToTimestamp(),
            ExemptReason = row.ExemptReason ?? "",
            InPlaceOf = { row.InPlaceOf.Select(agency => AgencyNames.Pattern.Of(agency)) },
        };
    }

    public static V1.Obligation.Types.Turn ToContract(this TurnRow row) => new()
    {
        State = States.Of(Words.Read<ObligationState>(row.State)),
        Reason = row.Reason ?? "",
        Due = row.Due.ToContract(),
        Receiver = AgencyNames.Pattern.Of(row.ReceiverId),
        Time = row.At.ToTimestamp(),
    };

    /// <summary>VALUE_UNKNOWN for a value of a later contract.</summary>
    public static ObligationState? ToDomain(this V1.Obligation.Types.State state, string field) => States.From(state, field);
}
