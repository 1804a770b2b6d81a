using SocialPolicy.PlanText.Text;

namespace SocialPolicy.PlanText.Duties;

/// <summary>
/// Finds a time allowed after an event: "trong vòng 05 ngày làm việc kể từ ngày nhận được yêu cầu", "chậm nhất 03 ngày sau khi
/// kết thúc". A number of days without an event, or without a word that opens a term, is none.
/// </summary>
internal static class TermScanner
{
    private const int LargestAmount = 400;
    private const int LongestEvent = 24;

    private static readonly PhraseTable<bool> Openers = Phrases.Of(
        "trong", "trong vòng", "trong thời hạn", "trong thời gian", "chậm nhất", "chậm nhất là", "chậm nhất trong", "không quá", "muộn nhất", "muộn nhất là", "sau", "thời hạn", "tối đa");

    private static readonly PhraseTable<bool> Events = Phrases.Of("kể từ", "tính từ", "sau khi", "từ khi", "từ ngày", "khi nhận được", "khi có", "sau ngày", "khi kết thúc");
    private static readonly PhraseTable<TermUnit> Units = new([("ngày", TermUnit.Days), ("ngày làm việc", TermUnit.WorkingDays), ("giờ", TermUnit.Hours), ("tiếng", TermUnit.Hours)]);

    /// <summary>The first term in [from, to), or null.</summary>
    public static ReportingTerm? Find(Token[] tokens, int from, int to, Func<int, int, string> words)
    {
        for (var i = from + 1; i + 1 < to; i++)
        {
            if (!tokens[i].IsNumber || NumberText.Whole(tokens[i].Text) is not (>= 1 and <= LargestAmount and var amount))
                continue;
            var unit = AfterBracket(tokens, i + 1, to);
            if (Units.Match(tokens.AsSpan(0, to), unit, out var counts) is not (> 0 and var length))
                continue;
            var happens = unit + length;
            var counted = Events.IsAt(tokens, happens);
            if (counted || IsOpened(tokens, from, i))
                return new ReportingTerm(amount, counts, counted ? words(happens, EventEnd(tokens, happens, to)) : null);
        }

        return null;
    }

    // "05 (năm) ngày": the number once more, in words.
    private static int AfterBracket(Token[] tokens, int at, int to) =>
        at + 2 < to && tokens[at].Is("(") && tokens[at + 2].Is(")") ? at + 3 : at;

    private static bool IsOpened(Token[] tokens, int from, int at)
    {
        for (var length = 1; length <= 3 && at - length >= from; length++)
        {
            if (Openers.Match(tokens, at - length, out _) == length)
                return true;
        }

        return false;
    }

    private static int EventEnd(Token[] tokens, int at, int to)
    {
        var last = Math.Min(to, at + LongestEvent);
        for (var i = at; i < last; i++)
        {
            if (tokens[i].Text is "," or ";" or ")" or ":" or "(")
                return i;
        }

        return last;
    }
}
