using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.Reporting.Domain.Reports;

/// <summary>Where a report stands.</summary>
public enum ReportState
{
    /// <summary>Being written; seen by its own agency alone.</summary>
    Draft,

    /// <summary>With the receiver.</summary>
    Submitted,

    /// <summary>Back with its agency, with a reason.</summary>
    Returned,

    /// <summary>Accepted and locked.</summary>
    Accepted,

    /// <summary>Approved by its own agency, and not yet with the receiver (đã duyệt).</summary>
    Approved,
}

/// <summary>What a report says in words, and its letter.</summary>
public sealed record ReportContent
{
    /// <summary>Nothing is written yet.</summary>
    public static ReportContent Empty { get; } = new();

    public string Number { get; init; } = "";
    public string Signer { get; init; } = "";
    public DateOnly? SignedOn { get; init; }
    public string Results { get; init; } = "";
    public string Difficulties { get; init; } = "";
    public string Proposals { get; init; } = "";

    /// <summary>Nothing to report ("không phát sinh").</summary>
    public bool Nil { get; init; }
}

/// <summary>A report (báo cáo) of one agency for one obligation.</summary>
public sealed class Report(
    Guid id, long version, ReportState state, ReportContent content, IReadOnlyList<PinnedLine> lines, int submissions, IReadOnlyList<string> writers, Approval? approval)
{
    public Guid Id { get; } = id;

    /// <summary>1 for a new draft; one more with every change.</summary>
    public long Version { get; private set; } = version;

    public ReportState State { get; private set; } = state;

    public ReportContent Content { get; private set; } = content;

    /// <summary>The standard table with the values the report was made with.</summary>
    public IReadOnlyList<PinnedLine> Lines { get; private set; } = lines;

    /// <summary>How often it was submitted.</summary>
    public int Submissions { get; private set; } = submissions;

    /// <summary>The subjects who wrote what it says, each once, who did so last at the end.</summary>
    public IReadOnlyList<string> Writers { get; private set; } = writers;

    /// <summary>Who approved what it says now; null when nobody has.</summary>
    public Approval? Approval { get; private set; } = approval;

    /// <summary>Begins a report.</summary>
    public static Report Draft(Guid id, ReportContent content, IReadOnlyList<PinnedLine> lines, string by)
    {
        Check.All(ReportTexts.Rules(content));
        return new(id, version: 1, ReportState.Draft, content, lines, submissions: 0, [by], approval: null);
    }

    /// <summary>Writes on in a draft, or in a report that came back. What was approved is so no more.</summary>
    public void Change(ReportContent content, IReadOnlyList<PinnedLine> lines, string by)
    {
        Check.Rule(new OnlyDraftsAndReturnedReportsChange(State));
        Check.All(ReportTexts.Rules(content));
        if (content != Content)
            Writers = [.. Writers.Where(writer => writer != by), by];
        if (State is ReportState.Approved)
            State = Submissions == 0 ? ReportState.Draft : ReportState.Returned;
        (Content, Lines, Approval) = (content, lines, null);
        Version++;
    }

    /// <summary>Approves what it says, as the letter that goes out.</summary>
    public void Approve(Letter letter, Approval by, DateOnly today, ApprovalNeeded needed)
    {
        var signed = letter.On(Content);
        Check.Rule(new AcceptedReportsAreLocked(State));
        Check.Rule(new SubmittedReportsWait(State));
        Check.Rule(new ApprovedReportsStayApproved(State));
        Check.All(ReportTexts.Rules(letter));
        MustBeALetter(signed, today);
        Check.Rule(new ReportsAreApprovedByAnother(Writers, by.By, needed));
        (State, Content, Approval) = (ReportState.Approved, signed, by);
        Version++;
    }

    /// <summary>Hands it to the receiver: what was approved as it was approved, what was not with the values pinned anew.</summary>
    public void Submit(IReadOnlyList<PinnedLine> lines, DateOnly today, ApprovalNeeded needed)
    {
        Check.Rule(new AcceptedReportsAreLocked(State));
        Check.Rule(new SubmittedReportsWait(State));
        MustBeALetter(Content, today);
        Check.Rule(new ReportsAreApprovedFirst(State, needed));
        Check.Rule(new ReportsAreApprovedByAnother(Writers, Approval?.By, needed));
        (State, Lines) = (ReportState.Submitted, State is ReportState.Approved ? Lines : lines);
        Submissions++;
        Version++;
    }

    /// <summary>Gives it back; it is approved anew before it comes again.</summary>
    public void Return(string reason)
    {
        Check.All(ReportTexts.Rules(reason));
        MustBeWithTheReceiver();
        (State, Approval) = (ReportState.Returned, null);
        Version++;
    }

    /// <summary>Accepts and locks it.</summary>
    public void Accept()
    {
        MustBeWithTheReceiver();
        State = ReportState.Accepted;
        Version++;
    }

    private static void MustBeALetter(ReportContent content, DateOnly today)
    {
        Check.Rule(new SubmittedReportsAreComplete(content));
        Check.Rule(new LettersAreSignedByToday(content.SignedOn!.Value, today));
    }

    private void MustBeWithTheReceiver()
    {
        Check.Rule(new AcceptedReportsAreLocked(State));
        Check.Rule(new OnlySubmittedReportsAreDecided(State));
    }
}
