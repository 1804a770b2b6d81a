using Dapper;
using Npgsql;

namespace SocialPolicy.Indicators.Service.Observations;

/// <summary>By what indicators can be taken apart.</summary>
internal sealed class KnownParts
{
    private const string Select = "select indicator, dimension, category from indicator_dimensions where indicator = any(@indicators)";

    private readonly Dictionary<int, HashSet<string>> categories = [];
    private readonly Dictionary<(int Indicator, string Part), string> canonical = [];

    public async Task Learn(NpgsqlConnection connection, IEnumerable<int> keys, CancellationToken ct)
    {
        var indicators = keys.Where(key => !categories.ContainsKey(key)).Distinct().ToArray();
        if (indicators.Length == 0)
            return;
        foreach (var indicator in indicators)
            categories.Add(indicator, new(StringComparer.Ordinal));
        var rows = await connection.QueryAsync<(int Indicator, string Dimension, string Category)>(new(Select, new { indicators }, cancellationToken: ct));
        foreach (var (indicator, dimension, category) in rows)
            categories[indicator].Add($"{dimension}={category}");
    }

    /// <summary>The part with its dimensions in their order; empty for the whole, null when the indicator has no such part.</summary>
    public string? Canonical(int indicator, string part)
    {
        if (part.Length == 0)
            return "";
        if (!canonical.TryGetValue((indicator, part), out var known) && (known = Ordered(indicator, part)) is not null)
            canonical.Add((indicator, part), known);
        return known;
    }

    private string? Ordered(int indicator, string part)
    {
        var named = part.Split(';');
        var isKnown = categories.TryGetValue(indicator, out var all) && named.All(all.Contains)
            && named.Select(category => category[..category.IndexOf('=', StringComparison.Ordinal)]).Distinct(StringComparer.Ordinal).Count() == named.Length;
        return isKnown ? string.Join(';', named.Order(StringComparer.Ordinal)) : null;
    }
}
