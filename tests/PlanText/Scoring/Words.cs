using System.Text;
using System.Text.Json.Nodes;

namespace SocialPolicy.PlanText.Scoring;

/// <summary>Comparing words without regard to case, white space and punctuation, and reaching into JSON that may lack a key.</summary>
internal static class Words
{
    private const string Ignored = "-–—.,;:*|\"“”";

    public static string Plain(string? text)
    {
        var plain = new StringBuilder();
        foreach (var sign in (text ?? "").Normalize(NormalizationForm.FormC).Replace('\u00D0', '\u0110').ToLowerInvariant())
        {
            if (!char.IsWhiteSpace(sign) && !Ignored.Contains(sign, StringComparison.Ordinal))
                plain.Append(sign);
        }

        return plain.ToString();
    }

    public static string Agency(string? text) => Plain(text)
        .Replace("ubnd", "ủybannhândân", StringComparison.Ordinal)
        .Replace("uỷ", "ủy", StringComparison.Ordinal)
        .Replace("lđtb&xh", "laođộngthươngbinhvàxãhội", StringComparison.Ordinal)
        .Replace("lđtbxh", "laođộngthươngbinhvàxãhội", StringComparison.Ordinal);

    public static string? Text(this JsonNode? node, string key) => node?[key] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    public static decimal? Number(this JsonNode? node, string key) => node?[key] is JsonValue value && value.TryGetValue<decimal>(out var number) ? decimal.Round(number, 6) : null;

    public static bool Flag(this JsonNode node, string key) => node[key] is JsonValue value && value.TryGetValue<bool>(out var flag) && flag;

    public static IReadOnlyList<JsonNode> Rows(this JsonNode node, string key) => [.. (node[key] as JsonArray ?? []).OfType<JsonNode>()];

    public static IEnumerable<string> Names(this JsonNode node, string key) => node[key] switch
    {
        JsonArray array => array.Select(name => Agency(name?.GetValue<string>())),
        JsonValue value => [Agency(value.GetValue<string>())],
        _ => [],
    };

    /// <summary>Pairs each gold row with the first reading of it that is still free.</summary>
    public static List<(JsonNode Gold, JsonNode Read)> Pair(IEnumerable<JsonNode> gold, IEnumerable<JsonNode> read, Func<JsonNode, JsonNode, bool> same)
    {
        var left = read.ToList();
        var pairs = new List<(JsonNode, JsonNode)>();
        foreach (var row in gold)
        {
            var at = left.FindIndex(other => same(row, other));
            if (at < 0)
                continue;
            pairs.Add((row, left[at]));
            left.RemoveAt(at);
        }

        return pairs;
    }

    /// <summary>Rows that must be read: gold may mark some as optional.</summary>
    public static int Required(IEnumerable<JsonNode> gold, List<(JsonNode Gold, JsonNode Read)> pairs) =>
        gold.Count(row => !row.Flag("optional") || pairs.Exists(pair => ReferenceEquals(pair.Gold, row)));

    /// <summary>Code units that both spans share, or nothing when one has no place.</summary>
    public static (decimal Common, decimal Longest)? Overlap(JsonNode left, JsonNode right)
    {
        if (left.Number("char_start") is not { } leftStart || right.Number("char_start") is not { } rightStart || left.Number("char_end") is not { } leftEnd || right.Number("char_end") is not { } rightEnd)
            return null;
        return (Math.Min(leftEnd, rightEnd) - Math.Max(leftStart, rightStart), Math.Max(leftEnd - leftStart, rightEnd - rightStart));
    }
}
