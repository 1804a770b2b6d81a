using SocialPolicy.PlanRegistry.Domain.Plans;
using SocialPolicy.PlanText;

namespace SocialPolicy.PlanRegistry.Domain.Alignment;

/// <summary>What a check needs of a plan.</summary>
/// <param name="Called">As a letter calls it: "43/KH-UBND (UBND tỉnh Sơn La)".</param>
/// <param name="Level">The issuer's level; null when not stated.</param>
/// <param name="LastYear">The plan's last year: a target without a year is to be reached by then.</param>
/// <param name="Targets">All of them, in the order of the text.</param>
public sealed record AlignedPlan(string Called, GovernmentLevel? Level, int? LastYear, IReadOnlyList<PlanTarget> Targets)
{
    private const int LongestName = 200;

    public static AlignedPlan Of(PlanHeader header, IReadOnlyList<PlanTarget> targets) =>
        new(NameOf(header), header.IssuerLevel, header.PeriodTo, targets);

    internal int? YearOf(PlanTarget target) => target.Year ?? LastYear;

    private static string NameOf(PlanHeader header) => Printed.Shortened(
        header switch
        {
            { Number: { } number, Issuer: { } issuer } => $"{number} ({issuer})",
            { Number: { } number } => number,
            { Issuer: { } issuer } => $"Kế hoạch của {issuer}",
            _ => header.Title ?? "–",
        },
        LongestName);
}
