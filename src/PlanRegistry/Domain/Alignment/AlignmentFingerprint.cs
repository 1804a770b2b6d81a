using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SocialPolicy.PlanRegistry.Domain.Plans;

namespace SocialPolicy.PlanRegistry.Domain.Alignment;

/// <summary>Tells whether targets still say what they said.</summary>
internal static class AlignmentFingerprint
{
    public static string Of(string finding, IEnumerable<PlanTarget> targets)
    {
        var said = string.Join('\n', targets.Select(Said).Prepend(finding));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said)));
    }

    // Values are compared as numbers: 95 and 95.0 say the same.
    private static string Said(PlanTarget target) => string.Join('\t', [
        $"{target.Id}", target.Indicator, $"{target.Comparator}", Plain(target.Value), Plain(target.ValueMax), target.Unit ?? "", $"{target.Bound}", $"{target.PerYear}",
        target.Baseline ?? "", target.Population ?? "", target.Geography ?? "", $"{target.Year}", $"{target.Direction}"]);

    private static string Plain(decimal? value) => value?.ToString("0.##################", CultureInfo.InvariantCulture) ?? "";
}
