using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.PlanText.Layout;
using SocialPolicy.PlanText.Text;

namespace SocialPolicy.PlanText.Header;

/// <summary>
/// The province that the document speaks of by name ("tỉnh X", "Tỉnh ủy X"): the one of the place line, else the one named most often.
/// </summary>
internal static class ProvinceReader
{
    private const int LongestName = 4;

    // A named province outweighs any city: a central city is a province of its own only where no province is named.
    private const int ProvinceWeight = 1_000_000;
    private static readonly PhraseTable<bool> Openers = Phrases.Of("tỉnh", "tỉnh ủy", "thành phố");

    // Behind a name in capitals, or on a page that writes everything with capitals, other words follow without a sign.
    private static readonly PhraseTable<bool> NameEnds = Phrases.Of("giai đoạn", "thời kỳ", "nhiệm kỳ", "đến", "năm", "và", "về", "thực hiện", "triển khai", "trong", "theo", "của", "khóa", "lần thứ", "hội đồng", "ủy ban", "người ký", "ngày", "số", "ban hành", "tầm nhìn", "định hướng", "cơ quan", "sở", "huyện", "thị xã", "thành phố", "xã", "phường", "văn phòng", "chi cục");

    public static string? Read(Flow flow, string? place)
    {
        var counts = new Dictionary<string, (long Count, string Name)>(StringComparer.Ordinal);
        var tokens = flow.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            var length = Openers.Match(tokens, i, out _);
            if (length == 0 || (tokens[i].Is("thành") && !HeaderWords.CentralCities.IsAt(tokens, i + length)))
                continue;
            var end = NameEnd(flow, i + length);
            if (end == i + length)
                continue;
            var name = flow.Words(tokens[i + length].Start, tokens[end - 1].End);
            var key = TextFolding.Fold(name);
            var weight = tokens[i].Is("thành") ? 1 : ProvinceWeight;
            counts[key] = (counts.GetValueOrDefault(key).Count + weight, counts.TryGetValue(key, out var seen) && !IsCapitals(seen.Name) ? seen.Name : name);
        }

        if (counts.Count == 0)
            return null;
        return TitleCase(place is not null && counts.TryGetValue(TextFolding.Fold(place), out var own) ? own.Name : counts.Values.MaxBy(value => value.Count).Name);
    }

    private static int NameEnd(Flow flow, int at)
    {
        var tokens = flow.Tokens;
        if (HeaderWords.CentralCities.Match(tokens, at, out _) is var city and > 0)
            return at + city;
        var end = at;
        while (end < tokens.Length && end - at < LongestName && tokens[end].IsWord && !HeaderWords.Mottos.IsAt(tokens, end) && !NameEnds.IsAt(tokens, end) && IsNameWord(flow, tokens[end], at))
            end++;
        return end - at >= 2 ? end : at;
    }

    // In running text a name word has one capital; in a line of capitals the name ends with the line.
    private static bool IsNameWord(Flow flow, Token token, int first)
    {
        if (!char.IsUpper(flow.Text[token.Start]))
            return false;
        var capitals = token.End - token.Start > 1 && char.IsUpper(flow.Text[token.Start + 1]);
        var opener = flow.Tokens[first - 1];
        return !capitals || char.IsUpper(flow.Text[opener.Start + 1]);
    }

    private static bool IsCapitals(string name) => !name.Any(char.IsLower);

    private static string TitleCase(string name) =>
        IsCapitals(name) ? string.Join(' ', name.Split(' ').Select(word => word[..1] + word[1..].ToLowerInvariant())) : name;
}
