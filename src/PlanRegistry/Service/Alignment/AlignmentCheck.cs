using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.BuildingBlocks.Service.Wire;
using SocialPolicy.PlanRegistry.Domain.Alignment;
using SocialPolicy.PlanRegistry.Service.Plans;
using Kind = SocialPolicy.PlanRegistry.V1.AlignmentFinding.Types.Kind;

namespace SocialPolicy.PlanRegistry.Service.Alignment;

/// <summary>A check with what was accepted of it.</summary>
internal sealed record AlignmentCheck(Guid Plan, Guid Superior, AlignmentReport Report, IReadOnlyList<AcceptanceRow> Acceptances)
{
    internal static readonly WirePairs<FindingKind, Kind> Kinds = new(
        (FindingKind.Missing, Kind.Missing),
        (FindingKind.Weaker, Kind.Weaker),
        (FindingKind.Stronger, Kind.Stronger),
        (FindingKind.Later, Kind.Later),
        (FindingKind.Earlier, Kind.Earlier),
        (FindingKind.OtherUnit, Kind.OtherUnit),
        (FindingKind.OtherPopulation, Kind.OtherPopulation),
        (FindingKind.OtherDefinition, Kind.OtherDefinition),
        (FindingKind.NotComparable, Kind.NotComparable),
        (FindingKind.Ambiguous, Kind.Ambiguous));

    /// <summary>The acceptance that stands for a finding, newest first; whether it counts is another question.</summary>
    public AcceptanceRow? StandingFor(Finding finding) => Acceptances.FirstOrDefault(row =>
        row.WithdrawnAt is null && row.Kind == Words.Of(finding.Kind) && row.Rule == finding.Rule && row.SuperiorTargetId == finding.Superior.Id && row.TargetId == finding.Subordinate?.Id);

    public V1.AlignmentFinding ToContract(Finding finding)
    {
        var acceptance = StandingFor(finding);
        return new V1.AlignmentFinding
        {
            Kind = Kinds.Of(finding.Kind),
            Rule = finding.Rule,
            SuperiorTarget = finding.Superior.ToContract(Superior),
            Target = finding.Subordinate?.ToContract(Plan),
            Candidates = { finding.Candidates.Select(target => target.ToContract(Plan)) },
            Explanation = finding.Explanation.English,
            ExplanationVi = finding.Explanation.Vietnamese,
            Etag = finding.Fingerprint,
            Acceptance = acceptance?.ToContract(),
            Accepted = acceptance?.Fingerprint == finding.Fingerprint,
        };
    }
}
