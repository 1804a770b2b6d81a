using SocialPolicy.PlanRegistry.Domain.Plans;

namespace SocialPolicy.PlanRegistry.Domain.Alignment;

/// <summary>One thing a check found.</summary>
/// <param name="Kind">What.</param>
/// <param name="Rule">A stable word of <see cref="AlignmentRule"/>.</param>
/// <param name="Superior">The target of the plan above.</param>
/// <param name="Subordinate">The plan's own target; null where it has none, or several may be meant.</param>
/// <param name="Candidates">Those that may be meant; only of <see cref="FindingKind.Ambiguous"/>.</param>
/// <param name="Explanation">One sentence for a letter.</param>
public sealed record Finding(
    FindingKind Kind, string Rule, PlanTarget Superior, PlanTarget? Subordinate, IReadOnlyList<PlanTarget> Candidates, Wording Explanation)
{
    /// <summary>Of what both sides say: another one once either of them says something else.</summary>
    public string Fingerprint { get; } = AlignmentFingerprint.Of($"{Kind} {Rule}", [Superior, .. Subordinate is null ? Candidates : [Subordinate]]);
}

/// <summary>What a check came to.</summary>
/// <param name="Findings">In the order of the plan above, then of the plan.</param>
/// <param name="ComparedCount">Pairs of targets that were set side by side.</param>
/// <param name="EqualCount">Those of them that agree.</param>
/// <param name="VisionCount">Targets of the vision above: a vision obliges nobody, so none is looked for.</param>
public sealed record AlignmentReport(IReadOnlyList<Finding> Findings, int ComparedCount, int EqualCount, int VisionCount);

/// <summary>The same in both languages.</summary>
public sealed record Wording(string English, string Vietnamese);
