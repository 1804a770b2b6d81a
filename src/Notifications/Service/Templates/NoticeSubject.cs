namespace SocialPolicy.Notifications.Service.Templates;

/// <summary>What a notice is about, with names for people.</summary>
internal sealed record NoticeSubject(
    string Agency,
    string Receiver,
    string? PlanNumber,
    string PlanTitle,
    string? Content,
    string Period,
    DateOnly Due,
    string DueExplanation,
    string? LetterNumber,
    string? ReturnReason,
    bool Requested)
{
    /// <summary>Whose report it is, when its heir is told; null when it is told itself.</summary>
    public string? Predecessor { get; init; }
}
