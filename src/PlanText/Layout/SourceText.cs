using System.Text;

namespace SocialPolicy.PlanText.Layout;

/// <summary>
/// The document character by character with where each came from: marks composed, markdown emphasis, zero-width signs
/// and carriage returns left out, every blank but the tab a plain space. Lines are kept.
/// </summary>
internal sealed class SourceText
{
    private readonly char[] signs;
    private readonly int[] starts;
    private readonly int length;

    // Ends of what is longer than one code unit: a letter with its marks.
    private readonly Dictionary<int, int> ends;

    private SourceText(char[] signs, int[] starts, int length, Dictionary<int, int> ends) => (this.signs, this.starts, this.length, this.ends) = (signs, starts, length, ends);

    public ReadOnlySpan<char> Signs => signs.AsSpan(0, length);

    public int StartOf(int index) => starts[index];

    public int EndOf(int index) => ends.TryGetValue(index, out var end) ? end : starts[index] + 1;

    public static SourceText Of(string text)
    {
        var signs = new char[text.Length];
        var starts = new int[text.Length];
        var ends = new Dictionary<int, int>();
        var kept = 0;
        for (var i = 0; i < text.Length;)
        {
            var end = ClusterEnd(text, i);
            var sign = end - i > 1 ? Compose(text.AsSpan(i, end - i)) : Plain(text, i);
            if (sign != '\0')
            {
                (signs[kept], starts[kept]) = (sign, i);
                if (end - i > 1)
                    ends[kept] = end;
                kept++;
            }

            i = end;
        }

        return new SourceText(signs, starts, kept, ends);
    }

    // A letter and at most three combining marks: more are noise and are dropped with the letter's mark.
    private static int ClusterEnd(string text, int start)
    {
        var end = start + 1;
        if (!char.IsLetter(text[start]))
            return end;
        while (end < text.Length && text[end] is >= '\u0300' and <= '\u036F')
            end++;
        return end;
    }

    private static char Compose(ReadOnlySpan<char> cluster)
    {
        var composed = cluster[..Math.Min(cluster.Length, 4)].ToString().Normalize(NormalizationForm.FormC);
        return composed[0];
    }

    private static char Plain(string text, int at)
    {
        var sign = text[at];
        return sign switch
        {
            '\n' or '\u2028' or '\u2029' or '\f' => '\n',
            '\r' => at + 1 < text.Length && text[at + 1] == '\n' ? '\0' : '\n',
            '*' when IsEmphasis(text, at) => '\0',
            '_' when IsInsideWord(text, at) => ' ',
            '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u00AD' or '\0' => '\0',
            >= '\u0300' and <= '\u036F' => '\0',
            '\t' => sign,
            _ when char.IsWhiteSpace(sign) || char.IsControl(sign) => ' ',
            _ => sign,
        };
    }

    private static bool IsEmphasis(string text, int at) =>
        (at > 0 && text[at - 1] == '*') || (at + 1 < text.Length && text[at + 1] == '*');

    private static bool IsInsideWord(string text, int at) =>
        at > 0 && at + 1 < text.Length && char.IsLetter(text[at - 1]) && char.IsLetter(text[at + 1]);
}
