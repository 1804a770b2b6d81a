using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.Reporting.Domain.Reports;

/// <summary>Only reports that are there, and that the caller may see, can be asked for.</summary>
public sealed record ReportsAreThere(Guid Id, bool Found) : IRule
{
    public bool IsBroken => !Found;
    public string Reason => "REPORT_NOT_FOUND";
    public RuleKind Kind => RuleKind.Missing;
    public string Message => $"There is no report reports/{Id}.";
    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string> { ["name"] = $"reports/{Id}" };
}

/// <summary>A report is written on until it is submitted, or after it came back.</summary>
public sealed record OnlyDraftsAndReturnedReportsChange(ReportState State) : IRule
{
    public bool IsBroken => State is ReportState.Submitted or ReportState.Accepted;
    public string Reason => "REPORT_NOT_EDITABLE";
    public string Message => $"A report is written on until it is submitted, or after it came back; this one is {State}.";
}

/// <summary>A submitted report waits for the receiver.</summary>
public sealed record SubmittedReportsWait(ReportState State) : IRule
{
    public bool IsBroken => State is ReportState.Submitted;
    public string Reason => "REPORT_ALREADY_SUBMITTED";
    public string Message => "The report is with the receiver already.";
}

/// <summary>An accepted report is locked.</summary>
public sealed record AcceptedReportsAreLocked(ReportState State) : IRule
{
    public bool IsBroken => State is ReportState.Accepted;
    public string Reason => "REPORT_ALREADY_ACCEPTED";
    public string Message => "The report was accepted and is locked.";
}

/// <summary>Only a report that waits with the receiver is returned or accepted.</summary>
public sealed record OnlySubmittedReportsAreDecided(ReportState State) : IRule
{
    public bool IsBroken => State is not ReportState.Submitted;
    public string Reason => "REPORT_NOT_SUBMITTED";
    public string Message => $"Only a submitted report is returned or accepted; this one is {State}.";
}

/// <summary>A report is approved and handed over as a signed, numbered letter that says something, or that there is nothing to report.</summary>
public sealed record SubmittedReportsAreComplete(ReportContent Content) : IRule
{
    private IEnumerable<string> Missing =>
        new (string Field, bool Filled)[]
        {
            ("number", Content.Number.Length > 0),
            ("signer", Content.Signer.Length > 0),
            ("signed_on", Content.SignedOn is not null),
            ("results", Content.Nil || Content.Results.Length > 0),
        }.Where(needed => !needed.Filled).Select(needed => needed.Field);

    public bool IsBroken => Missing.Any();
    public string Reason => "REPORT_INCOMPLETE";
    public string Message => $"A report is approved and submitted with number, signer, day and results, or as nil; missing: {string.Join(", ", Missing)}.";
    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string> { ["missing"] = string.Join(", ", Missing) };
}

/// <summary>A letter is signed today at the latest.</summary>
public sealed record LettersAreSignedByToday(DateOnly SignedOn, DateOnly Today) : IRule
{
    public bool IsBroken => SignedOn > Today;
    public string Reason => "SIGNED_IN_FUTURE";
    public string Message => $"The letter is signed on {SignedOn:yyyy-MM-dd}; today is {Today:yyyy-MM-dd}.";
}

/// <summary>Who gives a report back says what is wrong with it.</summary>
public sealed record ReturnsHaveAReason(string Text) : IRule
{
    public bool IsBroken => string.IsNullOrWhiteSpace(Text);
    public string Reason => "REASON_REQUIRED";
    public RuleKind Kind => RuleKind.Input;
    public string Message => "Say what is wrong with the report.";
    public string? Field => "reason";
}
