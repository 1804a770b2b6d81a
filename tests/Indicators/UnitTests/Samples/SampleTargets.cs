using System.Text.Json;
using SocialPolicy.Indicators.Domain.Targets;

namespace SocialPolicy.Indicators.UnitTests.Samples;

/// <summary>The targets of the five sample plans, as their gold files state them.</summary>
internal static class SampleTargets
{
    private static readonly (string Member, string Section)[] Lists = [("targets", "targets"), ("vision_targets", "vision"), ("targets_in_tasks", "tasks")];

    public static IReadOnlyList<TargetInForce> All { get; } = [.. Directory.GetFiles(Path.Combine(Repository.Root, "samples", "plans", "gold"), "*.gold.json").Order(StringComparer.Ordinal).SelectMany(In)];

    private static IEnumerable<TargetInForce> In(string file)
    {
        using var gold = JsonDocument.Parse(File.ReadAllBytes(file));
        return
        [
            .. from list in Lists
               from target in gold.RootElement.GetProperty(list.Member).EnumerateArray()
               select Of(target, list.Section),
        ];
    }

    private static TargetInForce Of(JsonElement target, string section) => new(
        Guid.CreateVersion7(),
        1,
        null,
        section,
        Text(target, "indicator") ?? "",
        Text(target, "comparator"),
        Number(target, "value"),
        Number(target, "value_max"),
        Text(target, "unit"),
        Text(target, "bound"),
        Text(target, "period") == "per_year",
        Text(target, "population"),
        Text(target, "geography"),
        (int?)Number(target, "year"),
        Text(target, "direction"));

    private static string? Text(JsonElement target, string member) => target.GetProperty(member).GetString();

    private static decimal? Number(JsonElement target, string member) =>
        target.GetProperty(member) is { ValueKind: JsonValueKind.Number } number ? number.GetDecimal() : null;
}
