using System.Globalization;
using System.Text;
using System.Xml;

namespace SocialPolicy.Indicators.Domain.Charts;

/// <summary>
/// How wide a text is, and how to make it fit. A picture is drawn without knowing the reader's fonts: the widths are Arial's, which
/// the usual sans-serif fonts keep to within a few per cent.
/// </summary>
internal static class TextFit
{
    private const double Safety = 1.03;
    private const double Bold = 1.07;
    private const double Other = 0.62;
    private const string Cut = "…";

    private static readonly Dictionary<char, double> Widths = new (string Letters, double Width)[]
    {
        ("ijl'|", 0.222), (" !,.:;/\\ftI[]·", 0.278), ("()-r\"", 0.34), ("ckvxyzsJ", 0.5), ("abdeghnopquL0123456789$?_#", 0.556), ("FTZ+<>=~", 0.6),
        ("ABEKPSVXY&", 0.667), ("CDHNRUw", 0.722), ("GOQ", 0.778), ("mM", 0.833), ("%", 0.889), ("W…", 0.97), ("–", 0.556),
    }.SelectMany(pair => pair.Letters.Select(letter => (letter, pair.Width))).ToDictionary();

    /// <summary>Without what no picture can hold: one line, composed letters, no character that XML forbids.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            clean.Append(rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? Rune.ReplacementChar.ToString() : rune.ToString());
        return string.Join(' ', clean.ToString().Normalize().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>In pixels at a size of the font.</summary>
    public static double Width(string text, double size, bool bold = false)
    {
        var ems = 0.0;
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) is not UnicodeCategory.NonSpacingMark)
                ems += Widths.GetValueOrDefault(letter is 'đ' ? 'd' : letter is 'Đ' ? 'D' : letter, Other);
        }
        return ems * size * Safety * (bold ? Bold : 1);
    }

    /// <summary>At most so many lines of at most that width; the last one says by its end that there is more.</summary>
    public static IReadOnlyList<string> Wrap(string text, double width, double size, int lines, bool bold = false)
    {
        var wrapped = new List<string>();
        var rest = text;
        while (rest.Length > 0 && wrapped.Count < lines - 1 && Width(rest, size, bold) > width)
        {
            var end = LineEnd(rest, width, size, bold);
            if (end == 0)
                break;
            wrapped.Add(rest[..end].TrimEnd());
            rest = rest[end..].TrimStart();
        }
        return rest.Length == 0 ? wrapped : [.. wrapped, Shorten(rest, width, size, bold)];
    }

    /// <summary>One line of at most that width.</summary>
    public static string Shorten(string text, double width, double size, bool bold = false)
    {
        if (Width(text, size, bold) <= width)
            return text;
        var starts = StringInfo.ParseCombiningCharacters(text);
        var (fits, beyond) = (0, starts.Length);
        while (beyond - fits > 1)
        {
            var middle = (fits + beyond) / 2;
            (fits, beyond) = Width(text[..starts[middle]].TrimEnd() + Cut, size, bold) <= width ? (middle, beyond) : (fits, middle);
        }
        return text[..starts[fits]].TrimEnd() + Cut;
    }

    // Behind the last word that fits; 0 when not even one does.
    private static int LineEnd(string text, double width, double size, bool bold)
    {
        var end = 0;
        for (var space = text.IndexOf(' '); space >= 0 && Width(text[..space], size, bold) <= width; space = text.IndexOf(' ', space + 1))
            end = space;
        return end;
    }
}
