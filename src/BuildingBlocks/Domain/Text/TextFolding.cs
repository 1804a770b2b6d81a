using System.Text;

namespace SocialPolicy.BuildingBlocks.Domain.Text;

/// <summary>
/// Folds Vietnamese text so that spellings of the same word compare equal: letter case, composed and decomposed
/// Unicode, the look-alike Ð (U+00D0) for Đ, tone placement (hoà, hòa), i and y (tỷ lệ, tỉ lệ), dashes and white space.
/// For matching only: what is stored and shown is always the text as received.
/// </summary>
public static class TextFolding
{
    /// <summary>The folded form of <paramref name="text"/>; white space is collapsed to single spaces and trimmed.</summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var composed = Compose(text);
        var collapsed = Collapse(composed);
        FoldLetters(collapsed);
        return new string(collapsed);
    }

    /// <summary>Whether the two texts are the same once folded.</summary>
    public static bool Same(string left, string right) => string.Equals(Fold(left), Fold(right), StringComparison.Ordinal);

    /// <summary>
    /// Folds composed (NFC) letters in place, one character for one, so that positions keep their meaning.
    /// White space is left as it is.
    /// </summary>
    public static void FoldLetters(Span<char> text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetter(text[i]))
            {
                if (start < 0)
                    start = i;
                text[i] = FoldLetter(text[i]);
                continue;
            }

            if (start >= 0)
                SyllableFolding.Fold(text[start..i]);
            start = -1;
            if (i < text.Length)
                text[i] = FoldPunctuation(text[i]);
        }
    }

    private static char FoldLetter(char letter) => letter switch
    {
        '\u00D0' or '\u00F0' or '\u0110' => 'đ',
        _ => char.ToLowerInvariant(letter),
    };

    private static char FoldPunctuation(char sign) => sign switch
    {
        '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212' => '-',
        '\u201C' or '\u201D' or '\u201E' or '\u00AB' or '\u00BB' => '"',
        '\u2018' or '\u2019' => '\'',
        '\u00A0' => ' ',
        _ => sign,
    };

    // A text with a lone surrogate has no normal form; it is folded as it stands.
    private static string Compose(string text)
    {
        try
        {
            return text.IsNormalized(NormalizationForm.FormC) ? text : text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }

    private static char[] Collapse(string text)
    {
        var result = new char[text.Length];
        var length = 0;
        foreach (var sign in text)
        {
            if (!char.IsWhiteSpace(sign))
                result[length++] = sign;
            else if (length > 0 && result[length - 1] != ' ')
                result[length++] = ' ';
        }

        if (length > 0 && result[length - 1] == ' ')
            length--;
        return result[..length];
    }
}
