using SocialPolicy.Cli.Output;
using SocialPolicy.Cli.Plans;
using SocialPolicy.Indicators.V1;
using Spectre.Console;
using static SocialPolicy.Indicators.V1.Indicator.Types;

namespace SocialPolicy.Cli.Indicators;

/// <summary>Indicators as people read them.</summary>
internal static class IndicatorSheet
{
    public static string[] Row(Indicator indicator) =>
        [indicator.Code, indicator.DisplayName, UnitOf(indicator), $"{indicator.OverUnits}", $"{indicator.OverTime}", indicator.Theme];

    public static void Write(IAnsiConsole console, Indicator indicator)
    {
        console.Write(["", ""], [.. Lines(indicator)], "");
        console.Write(
            ["", "From", "How it is counted", "Rests on", "Why"],
            [.. indicator.Definitions.Select(version => new[] { $"{version.Number}", From(version), version.Text, Basis(version), version.Reason })],
            "Nobody has said how it is counted.");
    }

    /// <summary>What its numbers are counted in; of a judgement, that it is one.</summary>
    public static string UnitOf(Indicator indicator) => indicator.Kind is Kind.Judgement ? "judgement" : indicator.Unit;

    /// <summary>The first day of a version, with a mark where the series breaks.</summary>
    public static string From(IndicatorDefinition version) => (version.ValidFrom, version.BreaksSeries) switch
    {
        (null, _) => "the beginning",
        (var day, true) => $"{PlanTable.Of(day)}, a break",
        (var day, false) => PlanTable.Of(day),
    };

    /// <summary>What a version rests on, and whether anybody has looked.</summary>
    public static string Basis(IndicatorDefinition version) => version.LegalBasis.Length is 0 ? "–" : version.Verified ? version.LegalBasis : $"{version.LegalBasis} (not verified)";

    private static IEnumerable<string[]> Lines(Indicator indicator) =>
    [
        ["Indicator", indicator.Name],
        ["Code", $"spp:{indicator.Code}"],
        ["Name", indicator.DisplayName],
        ["In English", indicator.DisplayNameEn],
        ["Unit", UnitOf(indicator)],
        ["Measured on", indicator.Population],
        ["Adds up", $"over units {indicator.OverUnits}, over time {indicator.OverTime}"],
        ["Also called", string.Join("; ", indicator.Aliases.Select(alias => alias.DisplayName))],
        ["Taken apart by", string.Join("; ", indicator.Dimensions.Select(dimension => $"{dimension.Code}: {string.Join(", ", dimension.Categories.Select(part => part.DisplayName))}"))],
        ["Elsewhere", string.Join("; ", indicator.References.Select(other => $"{other.Scheme} {other.Code}{(other.Verified ? "" : " (not verified)")}"))],
    ];
}
