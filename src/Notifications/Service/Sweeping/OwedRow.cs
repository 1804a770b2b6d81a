using SocialPolicy.Notifications.Domain.Ladders;
using SocialPolicy.Notifications.Service.Templates;

namespace SocialPolicy.Notifications.Service.Sweeping;

/// <summary>A row of owed, with the names of its agencies and the rungs that were made.</summary>
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
    public string? AgencyName { get; init; }
    public string? AgencyEmail { get; init; }
    public Guid ReceiverId { get; init; }
    public string? ReceiverName { get; init; }
    public string? ReceiverEmail { get; init; }
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

    public OwedObligation ToObligation() => new(AgencyId, ReceiverId, IssuedOn, Due, Requested, OwnContribution, State == "returned" ? Submission : 0, MovedOn, ToldBefore);

    public NoticeSubject ToSubject() => new(
        AgencyName ?? "", ReceiverName ?? "", PlanNumber, PlanTitle, Content, Period, Due, DueExplanation, LetterNumber, ReturnReason, Requested);

    public string? EmailOf(Guid agency) => agency == AgencyId ? AgencyEmail : ReceiverEmail;
}
