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
    bool Requested);
