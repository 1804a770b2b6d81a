using SocialPolicy.PlanText.Layout;
using SocialPolicy.PlanText.Text;

namespace SocialPolicy.PlanText.Targets;

/// <summary>Tells the numbers of names, dates, ages and marks from values.</summary>
internal sealed class NumbersInNames(Flow flow, QuantityScanner scanner)
{
    private const int FewestLinks = 2;
    private readonly Token[] tokens = flow.Tokens;

    /// <summary>A mark that each of the things counted has, or a share that only names something.</summary>
    public bool IsMark(int from, int at, int end) => Grades.IsAt(tokens, end) || scanner.EndsBefore(NamedByShare, from, at);

    // "quỹ đất 20%": land that projects set aside for social housing, whatever comes of it.
    private static readonly PhraseTable<bool> NamedByShare = Phrases.Of("quỹ đất");

    // "đạt 3 sao trở lên": a mark that each of the things counted has.
    private static readonly PhraseTable<bool> Grades = Phrases.Of("sao");

    /// <summary>A number that a label makes a name ("mức độ 2", "nhóm 3"), or a year.</summary>
    public bool IsLabelled(int from, int at, int to)
    {
        if (at > from && scanner.EndsBefore(TargetWords.Labels, from, at) && !scanner.EndsBefore(TargetWords.NotLabels, from, at) && !(at + 1 < to && tokens[at + 1].Is("%")))
            return true;
        var year = NumberText.Whole(tokens[at].Text) is >= 1900 and <= 2100 && tokens[at].Text.Length == 4;
        return year && (at + 1 >= to || !UnitWords.Telling.IsAt(tokens, at + 1));
    }

    /// <summary>Dates (25/11), symbols (42-NQ/TW) and versions (Covid-19), which hang on strokes and dashes.</summary>
    public bool IsPartOfWord(int at, int to)
    {
        var tightAfter = at + 1 < to && tokens[at + 1].Kind == TokenKind.Sign && tokens[at + 1].Text is "/" or "-" && tokens[at + 1].Start == tokens[at].End;
        if (tightAfter && at + 2 < to && tokens[at + 2].Start == tokens[at + 1].End)
        {
            var dateLike = tokens[at + 1].Is("/") && tokens[at + 2].IsNumber && !QuantityScanner.IsRound(tokens[at + 2]);
            var symbol = tokens[at + 1].Is("-") && tokens[at + 2].IsWord;
            if (dateLike || symbol)
                return true;
        }

        if (IsLinked(at, to) || (at + 1 < to && tokens[at + 1].IsWord && tokens[at + 1].Start == tokens[at].End && IsCapital(at + 1)))
            return true;
        var tightBefore = at > 0 && tokens[at - 1].End == tokens[at].Start && tokens[at - 1].Text is "/" or "-";
        return tightBefore && at > 1 && tokens[at - 2].End == tokens[at - 1].Start && tokens[at - 2].IsWord && tokens[at - 1].Is("-");
    }

    // "90-90-90": one of three numbers that hang together.
    private bool IsLinked(int at, int to)
    {
        var before = Links(at, to, -2);
        return before + Links(at, to, 2) >= FewestLinks;
    }

    private int Links(int at, int to, int step)
    {
        var links = 0;
        for (var i = step < 0 ? at - 2 : at; links < FewestLinks && i >= 0 && i + 2 < to && IsTight(i); i += step)
            links++;
        return links;
    }

    private bool IsTight(int at) =>
        tokens[at].IsNumber && tokens[at + 1].Is("-") && tokens[at + 2].IsNumber && tokens[at + 1].Start == tokens[at].End && tokens[at + 2].Start == tokens[at + 1].End;

    // "5G".
    private bool IsCapital(int at) => tokens[at].Text.Length == 1 && char.IsUpper(flow.Text[tokens[at].Start]);

    /// <summary>How old those are that something is about.</summary>
    public bool IsAge(int from, int at, int unitEnd, int to)
    {
        var last = Math.Min(unitEnd + 4, to);
        for (var i = at + 1; i < last; i++)
        {
            if (TargetWords.AgeWords.IsAt(tokens, i))
                return !TargetWords.AgeHeads.IsIn(tokens.AsSpan(from, at - from));
            if (!tokens[i].IsNumber && !(tokens[i].Text is "đến" or "-" or "và" or "," or "năm"))
                break;
        }

        for (var i = Math.Max(from, at - 3); i < at; i++)
        {
            if (tokens[i].Is("tuổi") && at + 1 < to && tokens[at + 1].Text is not ("%" or "‰") && !TargetWords.Reaching.IsIn(tokens.AsSpan(i, at - i)))
                return !TargetWords.AgeHeads.IsIn(tokens.AsSpan(from, at - from));
        }

        return false;
    }
}
