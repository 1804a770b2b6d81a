using Google.Protobuf.WellKnownTypes;
using SocialPolicy.BuildingBlocks.Service.Wire;
using SocialPolicy.Calendar;
using SocialPolicy.DirectoryCopy.Agencies;
using SocialPolicy.Types.V1;

namespace SocialPolicy.Reporting.Service.Rounds;

/// <summary>Rounds in the words of the contract.</summary>
internal static class RoundMapping
{
    public static V1.Round ToContract(this RoundRow row) => new()
    {
        Name = Names.Round.Of(row.Id),
        Duty = Names.Duty.Of(row.DutyId),
        Plan = Names.Plan.Of(row.PlanId),
        Kind = row.LetterNumber is null ? V1.Round.Types.Kind.Scheduled : V1.Round.Types.Kind.Opened,
        Period = row.Period,
        Due = Explained(row.Due, new(row.DueRule, row.DueWhy, row.DueWhyVi)),
        Cutoff = Explained(row.Cutoff, new(row.CutoffRule, row.CutoffWhy, row.CutoffWhyVi)),
        Estimate = row.Estimate,
        History = row.History,
        LetterNumber = row.LetterNumber ?? "",
        Receiver = AgencyNames.Pattern.OfAny(row.ReceiverId),
        Counts = new()
        {
            Total = row.Total,
            Owed = row.Owed,
            Submitted = row.Submitted,
            OnTime = row.OnTime,
            Late = row.Late,
            Overdue = row.Overdue,
        },
        OpenTime = row.OpenedAt.ToTimestamp(),
    };

    public static ExplainedDate Explained(DateOnly day, Explanation why) => new()
    {
        Date = day.ToContract(),
        Rule = why.Rule,
        Explanation = why.English,
        ExplanationVi = why.Vietnamese,
    };
}
