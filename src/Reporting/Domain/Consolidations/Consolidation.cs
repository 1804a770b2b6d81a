using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.Reporting.Domain.Reports;

namespace SocialPolicy.Reporting.Domain.Consolidations;

/// <summary>One report that may go into a consolidation.</summary>
/// <param name="Report">The report.</param>
/// <param name="Agency">Whose.</param>
/// <param name="Submission">Which submission of it.</param>
/// <param name="Accepted">False while it waits for acceptance.</param>
public sealed record Child(Guid Report, Guid Agency, int Submission, bool Accepted);

/// <summary>One agency whose report is not in it.</summary>
/// <param name="Obligation">What it owes.</param>
/// <param name="Agency">Who.</param>
/// <param name="Requested">Invited only.</param>
public sealed record Missing(Guid Obligation, Guid Agency, bool Requested);

/// <summary>What a child said of a target.</summary>
public sealed record ChildValue(Guid Agency, string Value, bool Estimate);

/// <summary>What the children said of one target, side by side; what adds up is the indicator's business.</summary>
/// <param name="Target">As in the first child that has it.</param>
/// <param name="Values">In the order of the children.</param>
public sealed record ConsolidatedLine(PinnedLine Target, IReadOnlyList<ChildValue> Values);

/// <summary>One obligation of the round with the submission that answers it, if there is one.</summary>
public sealed record Contribution(Guid Obligation, Guid Agency, bool Requested, Child? Report, IReadOnlyList<PinnedLine> Lines);

/// <summary>What is made of the reports of a round (tổng hợp).</summary>
public sealed record Consolidated(IReadOnlyList<Child> Children, IReadOnlyList<Missing> Missing, IReadOnlyList<ConsolidatedLine> Lines)
{
    /// <summary>Takes what is accepted, and on request what waits for acceptance. Throws NOTHING_TO_CONSOLIDATE.</summary>
    public static Consolidated Of(IReadOnlyList<Contribution> contributions, bool includeSubmitted)
    {
        var taken = contributions.Where(contribution => contribution.Report is { } report && (report.Accepted || includeSubmitted)).ToList();
        Check.Rule(new ConsolidationsHaveContent(taken.Count));
        return new(
            [.. taken.Select(contribution => contribution.Report!)],
            [.. contributions.Except(taken).Select(contribution => new Missing(contribution.Obligation, contribution.Agency, contribution.Requested))],
            SideBySide(taken));
    }

    /// <summary>The same submissions make the same consolidation, in whatever order.</summary>
    public string Sources => string.Join(' ', Children.Select(child => $"{child.Report}#{child.Submission}").Order(StringComparer.Ordinal));

    private static IReadOnlyList<ConsolidatedLine> SideBySide(IReadOnlyList<Contribution> taken) =>
    [
        .. taken.SelectMany(contribution => contribution.Lines.Select(line => (contribution.Agency, Line: line)))
            .GroupBy(said => said.Line.Target)
            .Select(same => new ConsolidatedLine(
                same.First().Line with { Value = "", Estimate = false, YearBefore = "", Observation = null, PercentOfTarget = "", Verdict = "Unspecified" },
                [.. same.Where(said => said.Line.Value.Length > 0).Select(said => new ChildValue(said.Agency, said.Line.Value, said.Line.Estimate))])),
    ];
}

/// <summary>There is a report to consolidate.</summary>
public sealed record ConsolidationsHaveContent(int Count) : IRule
{
    public bool IsBroken => Count == 0;
    public string Reason => "NOTHING_TO_CONSOLIDATE";
    public string Message => "No report of the round is accepted yet, nor taken along while it waits.";
}

/// <summary>Only consolidations that were made can be asked for.</summary>
public sealed record ConsolidationsAreThere(Guid Id, bool Found) : IRule
{
    public bool IsBroken => !Found;
    public string Reason => "CONSOLIDATION_NOT_FOUND";
    public RuleKind Kind => RuleKind.Missing;
    public string Message => $"There is no consolidation consolidations/{Id}.";
    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string> { ["name"] = $"consolidations/{Id}" };
}
