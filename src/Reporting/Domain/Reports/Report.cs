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
public sealed class Report(Guid id, long version, ReportState state, ReportContent content, IReadOnlyList<PinnedLine> lines, int submissions)
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

    /// <summary>Begins a report.</summary>
    public static Report Draft(Guid id, ReportContent content, IReadOnlyList<PinnedLine> lines)
    {
        Check.All(ReportTexts.Rules(content));
        return new(id, version: 1, ReportState.Draft, content, lines, submissions: 0);
    }

    /// <summary>Writes on in a draft, or in a report that came back.</summary>
    public void Change(ReportContent content, IReadOnlyList<PinnedLine> lines)
    {
        Check.Rule(new OnlyDraftsAndReturnedReportsChange(State));
        Check.All(ReportTexts.Rules(content));
        (Content, Lines) = (content, lines);
        Version++;
    }

    /// <summary>Hands it to the receiver, with the values pinned anew.</summary>
    public void Submit(IReadOnlyList<PinnedLine> lines, DateOnly today)
    {
        Check.Rule(new AcceptedReportsAreLocked(State));
        Check.Rule(new SubmittedReportsWait(State));
        Check.Rule(new SubmittedReportsAreComplete(Content));
        Check.Rule(new LettersAreSignedByToday(Content.SignedOn!.Value, today));
        (State, Lines) = (ReportState.Submitted, lines);
        Submissions++;
        Version++;
    }

    /// <summary>Gives it back.</summary>
    public void Return(string reason)
    {
        Check.All(ReportTexts.Rules(reason));
        MustBeWithTheReceiver();
        State = ReportState.Returned;
        Version++;
    }

    /// <summary>Accepts and locks it.</summary>
    public void Accept()
    {
        MustBeWithTheReceiver();
        State = ReportState.Accepted;
        Version++;
    }

    private void MustBeWithTheReceiver()
    {
        Check.Rule(new AcceptedReportsAreLocked(State));
        Check.Rule(new OnlySubmittedReportsAreDecided(State));
    }
}
