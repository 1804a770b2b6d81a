using System.Globalization;
using System.Text;
using SocialPolicy.Documents.Text;

namespace SocialPolicy.Documents.Word;

/// <summary>Counts the numbered paragraphs as Word does and says what it prints before each.</summary>
internal sealed class ListNumbering(ListDefinitions lists, IReadOnlyDictionary<string, WordStyle> styles)
{
    private const int Levels = 9;
    private const int DeepestStyle = 50;
    private const string NoList = "0";

    private static readonly Dictionary<string, Func<int, string>> Formats = new(StringComparer.Ordinal)
    {
        ["decimalZero"] = ListNumbers.DecimalZero,
        ["lowerLetter"] = ListNumbers.LowerLetter,
        ["upperLetter"] = ListNumbers.UpperLetter,
        ["lowerRoman"] = ListNumbers.LowerRoman,
        ["upperRoman"] = ListNumbers.UpperRoman,
        ["none"] = _ => "",
    };

    // All uses of one definition go on counting where the last one stopped.
    private readonly Dictionary<ListDefinition, int?[]> counters = [];
    private readonly HashSet<(ListUse, int)> started = [];

    /// <summary>"1. ", "a) ", "- " and the like before the next paragraph; empty when it has none.</summary>
    /// <param name="styleId">The paragraph's style, or null.</param>
    /// <param name="list">The list it names itself, or null; "0" takes away that of its style.</param>
    /// <param name="level">The level it names itself, or null.</param>
    public string Next(string? styleId, string? list, int? level)
    {
        var (id, byStyle) = list is null ? StyleList(styleId) : (list, null);
        if (id is null or NoList || !lists.Uses.TryGetValue(id, out var use) || DefinitionOf(use) is not { } definition)
            return "";
        var at = Math.Clamp(level ?? LevelOfStyle(definition, byStyle) ?? 0, 0, Levels - 1);
        return Level(use, definition, at) is { } shape ? Count(use, definition, at, shape) : "";
    }

    private (string? List, string? Style) StyleList(string? styleId)
    {
        var id = styleId ?? StyleReader.Default;
        for (var steps = 0; steps < DeepestStyle && id is not null && styles.TryGetValue(id, out var style); steps++)
        {
            if (style.List is not null)
                return (style.List, id);
            id = style.BasedOn;
        }

        return default;
    }

    private int? LevelOfStyle(ListDefinition definition, string? style) => style is null ? null
        : definition.Levels.Where(level => level.Value.Style == style).Select(level => (int?)level.Key).FirstOrDefault() ?? styles[style].Level;

    private ListDefinition? DefinitionOf(ListUse use)
    {
        for (var steps = 0; steps < DeepestStyle; steps++)
        {
            if (!lists.Definitions.TryGetValue(use.Definition, out var definition))
                return null;
            if (definition.StyleLink is not { } link || definition.Levels.Count > 0)
                return definition;
            if (!styles.TryGetValue(link, out var style) || style.List is null || !lists.Uses.TryGetValue(style.List, out use!))
                return null;
        }

        return null;
    }

    private static ListLevel? Level(ListUse use, ListDefinition definition, int at) =>
        use.Levels.GetValueOrDefault(at) ?? definition.Levels.GetValueOrDefault(at);

    private static int StartOf(ListUse use, ListDefinition definition, int at) =>
        use.Starts.TryGetValue(at, out var start) ? start : Level(use, definition, at)?.Start ?? 1;

    private string Count(ListUse use, ListDefinition definition, int at, ListLevel shape)
    {
        if (!counters.TryGetValue(definition, out var numbers))
            counters[definition] = numbers = new int?[Levels];
        if (started.Add((use, at)) && use.Starts.ContainsKey(at))
            numbers[at] = null;

        numbers[at] = numbers[at] is { } last and < int.MaxValue ? last + 1 : StartOf(use, definition, at);
        for (var above = 0; above < at; above++)
            numbers[above] ??= StartOf(use, definition, above);
        for (var below = at + 1; below < Levels; below++)
        {
            if (Level(use, definition, below)?.RestartedBy is not { } by || at < by)
                numbers[below] = null;
        }

        return shape.Format == "bullet" ? "- " : Print(use, definition, shape, numbers);
    }

    private static string Print(ListUse use, ListDefinition definition, ListLevel shape, int?[] numbers)
    {
        var printed = new StringBuilder();
        for (var i = 0; i < shape.Text.Length; i++)
        {
            if (shape.Text[i] != '%' || i + 1 == shape.Text.Length || shape.Text[i + 1] is < '1' or > '9')
            {
                printed.Append(shape.Text[i]);
                continue;
            }

            var at = shape.Text[++i] - '1';
            var format = shape.IsLegal ? null : Formats.GetValueOrDefault(Level(use, definition, at)?.Format ?? "");
            printed.Append((format ?? ListNumbers.Decimal)(numbers[at] ?? 0));
        }

        var marker = printed.ToString().Trim();
        return marker.Length == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{marker} ");
    }
}
