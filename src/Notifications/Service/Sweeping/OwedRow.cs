using SocialPolicy.Notifications.Domain.Ladders;
using SocialPolicy.Notifications.Service.Templates;

namespace SocialPolicy.Notifications.Service.Sweeping;

/// <summary>A row of owed, with the rungs that were made.</summary>
internal sealed class OwedRow
{
    public Guid ObligationId { get; init; }
    public string State { get; init; } = "";
    public int Submission { get; init; }
    public string? ReturnReason { get; init; }
    public Guid PlanId { get; init; }
    public string? PlanNumber { get; init; }
    public string PlanTitle { get; init; } = "";
    public Guid AgencyId { get; init; }
    public Guid ReceiverId { get; init; }
    public bool Requested { get; init; }
    public bool OwnContribution { get; init; }
    public string? Content { get; init; }
    public string Period { get; init; } = "";
    public DateOnly Due { get; init; }
    public string DueExplanation { get; init; } = "";
    public string? LetterNumber { get; init; }
    public DateOnly IssuedOn { get; init; }
    public DateOnly? MovedOn { get; init; }
    public bool ToldBefore { get; init; }

    /// <summary>Agency and rung of what was made: "agency/rung".</summary>
    public string[] Made { get; init; } = [];

    public OwedObligation ToObligation(Standings standings)
    {
        var returned = State == "returned" ? Submission : 0;
        return new(
            standings.Owing(AgencyId, returned > 0), standings.Receiving(ReceiverId), IssuedOn, Due, Requested, OwnContribution, returned, MovedOn, ToldBefore);
    }

    /// <summary>With the names of who is told today; whose report it was is said when that is another.</summary>
    public NoticeSubject ToSubject(OwedObligation obligation, Standings standings) => new(
        standings.Of(AgencyId, obligation.Agency).Name, standings.Of(ReceiverId, obligation.Receiver).Name,
        PlanNumber, PlanTitle, Content, Period, Due, DueExplanation, LetterNumber, ReturnReason, Requested)
    {
        Predecessor = obligation.Agency.TakesOver ? standings.NameOf(AgencyId) : null,
    };
}
