namespace SocialPolicy.Reporting.Domain.Reports;

/// <summary>Whose approval (phê duyệt) a report needs before it is submitted, as the installation has it.</summary>
public enum ApprovalNeeded
{
    /// <summary>Nobody's: it may be approved, and is submitted without.</summary>
    None,

    /// <summary>An approver's, whoever wrote it.</summary>
    Required,

    /// <summary>That of an approver who wrote nothing of it.</summary>
    ByAnother,
}

/// <summary>That a report was approved.</summary>
/// <param name="By">The subject of the approver.</param>
/// <param name="At">When.</param>
public sealed record Approval(string By, DateTimeOffset At);

/// <summary>What a report becomes a letter with, where the approver gives it; what is empty stays as the draft has it.</summary>
public sealed record Letter(string Number, string Signer, DateOnly? SignedOn)
{
    internal ReportContent On(ReportContent content) => content with
    {
        Number = Number.Length > 0 ? Number : content.Number,
        Signer = Signer.Length > 0 ? Signer : content.Signer,
        SignedOn = SignedOn ?? content.SignedOn,
    };
}
