using SocialPolicy.PlanText.Layout;

namespace SocialPolicy.PlanText.Targets;

/// <summary>Cuts a paragraph into clauses at semicolons and sentence ends, never inside brackets or quotation marks.</summary>
internal static class ClauseSplitter
{
    private const int LongestAbbreviation = 2;

    /// <summary>Token ranges of the clauses without the sign that closes them.</summary>
    public static IEnumerable<(int From, int To, bool EndsSentence)> Split(Flow flow, int from, int to)
    {
        var tokens = flow.Tokens;
        var enclosure = new Enclosure();
        var start = from;
        for (var i = from; i < to; i++)
        {
            if (enclosure.Holds(tokens, i, to))
                continue;
            var sentence = EndsSentence(flow, i, to);
            if (!sentence && !tokens[i].Is(";"))
                continue;
            if (i > start)
                yield return (start, i, sentence);
            start = i + 1;
        }

        if (start < to)
            yield return (start, to, true);
    }

    public static bool EndsSentence(Flow flow, int at, int to)
    {
        var tokens = flow.Tokens;
        if (!tokens[at].Is("."))
            return false;
        if (at + 1 >= to)
            return true;
        if (OrdinalLength(flow, at + 1, to) > 0)
            return true;
        var next = flow.Text[tokens[at + 1].Start];
        return tokens[at + 1].Start > tokens[at].End && (char.IsUpper(next) || char.IsDigit(next) || next is '“' or '"') && !IsAbbreviation(flow, at);
    }

    /// <summary>Length of an ordinal in running text ("(2)") at the token; 0 when there is none.</summary>
    public static int OrdinalLength(Flow flow, int at, int to) =>
        at + 2 < to && flow.Tokens[at].Is("(") && flow.Tokens[at + 1].IsNumber && flow.Tokens[at + 1].Text.Length <= LongestAbbreviation && flow.Tokens[at + 2].Is(")") ? 3 : 0;

    private static bool IsAbbreviation(Flow flow, int at)
    {
        if (at == 0 || !flow.Tokens[at - 1].IsWord)
            return false;
        var word = flow.Tokens[at - 1];
        return word.End - word.Start <= LongestAbbreviation && char.IsUpper(flow.Text[word.Start]) && char.IsUpper(flow.Text[word.End - 1]);
    }
}
