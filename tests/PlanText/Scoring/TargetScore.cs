using System.Text.Json.Nodes;

namespace SocialPolicy.PlanText.Scoring;

/// <summary>Targets match when their spans overlap by half of both, or their words are the same; fields are compared on matched ones.</summary>
internal sealed class TargetScore
{
    private readonly List<(JsonNode Gold, JsonNode Read)> pairs;

    public TargetScore(JsonNode gold, JsonNode read)
    {
        var (wanted, found) = (gold.Rows("targets"), read.Rows("targets"));
        pairs = Words.Pair(wanted, found, IsSame);
        F1 = PlanScore.F1Of(pairs.Count, Words.Required(wanted, pairs), found.Count);
    }

    public double F1 { get; }

    /// <summary>Share of matched targets whose field is right; a unit or year that gold leaves open is not asked for.</summary>
    public double Share(string field)
    {
        var asked = pairs.Where(pair => field is "comparator" or "value" || pair.Gold[field] is not null).ToList();
        return asked.Count == 0 ? 1 : (double)asked.Count(pair => Accepts(pair.Gold, pair.Read, field)) / asked.Count;
    }

    private static bool IsSame(JsonNode gold, JsonNode read)
    {
        var words = Words.Plain(gold.Text("text"));
        return (words.Length > 0 && words == Words.Plain(read.Text("text")))
            || (Words.Overlap(gold, read) is { } overlap && overlap.Longest > 0 && overlap.Common * 2 >= overlap.Longest);
    }

    private static bool Accepts(JsonNode gold, JsonNode read, string field) => field switch
    {
        "value" => IsNumber(gold, read, "value") && IsNumber(gold, read, "value_max"),
        "year" => IsNumber(gold, read, field),
        _ => Others(gold, field).Select(other => Words.Plain(other?.GetValue<string>())).Prepend(Words.Plain(gold.Text(field))).Contains(Words.Plain(read.Text(field)), StringComparer.Ordinal),
    };

    private static bool IsNumber(JsonNode gold, JsonNode read, string field) =>
        Others(gold, field).Select(other => other?.GetValue<decimal>()).Prepend(gold.Number(field)).Contains(read.Number(field));

    // Other right answers that the gold file names.
    private static JsonArray Others(JsonNode gold, string field) => gold["accept"]?[field] as JsonArray ?? [];
}
