using System.Globalization;
using System.Text;
using SocialPolicy.PlanText.Text;

namespace SocialPolicy.PlanText.Targets;

/// <summary>
/// Comparators whose marks a typist or scanner got wrong ("tôi thiểu", "duới", "trỡ lên"): the same letters without any marks, right
/// beside a number. What is a word of its own with other marks ("đuối") is no slip.
/// </summary>
internal static class Slips
{
    private const int Longest = 3;

    private static readonly PhraseTable<Comparator> Before = new(
    [
        ("toi thieu", Comparator.Ge), ("it nhat", Comparator.Ge), ("khong duoi", Comparator.Ge), ("duoi", Comparator.Lt), ("khong qua", Comparator.Le), ("khong vuot qua", Comparator.Le), ("toi da", Comparator.Le), ("xap xi", Comparator.Approx),
    ]);

    private static readonly PhraseTable<Comparator> Behind = new([("tro len", Comparator.Ge), ("tro xuong", Comparator.Le)]);
    private static readonly PhraseTable<bool> OtherWords = Phrases.Of("đuối", "đuôi", "đuổi");

    /// <summary>Tokens of the slip that ends at <paramref name="at"/>; 0 when there is none.</summary>
    public static int LengthBefore(Token[] tokens, int from, int at, out Comparator meant)
    {
        for (var length = Math.Min(Longest, at - from); length > 0; length--)
        {
            if (!OtherWords.IsAt(tokens, at - 1) && Before.Match(Bare(tokens, at - length, length), 0, out meant) == length)
                return length;
        }

        meant = default;
        return 0;
    }

    /// <summary>The slip that begins at <paramref name="at"/>, or null.</summary>
    public static Comparator? At(Token[] tokens, int at, int to) =>
        at + 1 < to && Behind.Match(Bare(tokens, at, 2), 0, out var meant) == 2 ? meant : null;

    private static Token[] Bare(Token[] tokens, int from, int length)
    {
        var bare = new Token[length];
        for (var i = 0; i < length; i++)
            bare[i] = tokens[from + i].IsWord ? tokens[from + i] with { Text = WithoutMarks(tokens[from + i].Text) } : tokens[from + i];
        return bare;
    }

    private static string WithoutMarks(string text) => string.Concat(
        text.Normalize(NormalizationForm.FormD).Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark).Select(letter => letter == 'đ' ? 'd' : letter));
}
