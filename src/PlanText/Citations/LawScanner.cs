using SocialPolicy.PlanText.Layout;
using SocialPolicy.PlanText.Text;

namespace SocialPolicy.PlanText.Citations;

/// <summary>
/// Names of laws (luật), codes (bộ luật) and ordinances (pháp lệnh). A capital begins the name; a name in lower case is one where a date
/// or the verb before it says so. A law that amends others ("Luật sửa đổi, bổ sung một số điều của Luật A và Luật B") is one name.
/// </summary>
internal sealed class LawScanner(Flow flow)
{
    private const int LongestName = 16;
    private const int LongestAmendment = 12;
    private static readonly PhraseTable<bool> Openings = Phrases.Of("luật", "bộ luật", "pháp lệnh");
    private static readonly PhraseTable<bool> Amendments = Phrases.Of("sửa đổi", "bổ sung");
    private readonly Token[] tokens = flow.Tokens;

    /// <summary>Token after the name that begins at <paramref name="at"/>; 0 when there is none.</summary>
    public int Match(int at, int to)
    {
        var name = Opening(at, to);
        if (name == 0)
            return 0;
        if (Amendments.IsAt(tokens, name) && AmendingEnd(name, to) is var amending and > 0)
            return amending;
        return IsCapital(name) ? CapitalEnd(name, to) : LowerEnd(at, name, to);
    }

    // Token after "Luật" where a word of a name follows; 0 when there is none.
    private int Opening(int at, int to)
    {
        var name = at + Openings.Match(tokens, at, out _);
        return name > at && name < to && IsCapital(at) && tokens[name].IsWord ? name : 0;
    }

    private int AmendingEnd(int name, int to)
    {
        var of = name;
        while (of < Math.Min(to, name + LongestAmendment) && !tokens[of].Is("của"))
            of++;
        var end = AmendedEnd(of + 1, to);
        while (end > 0 && end < to && tokens[end].Is("và") && AmendedEnd(end + 1, to) is var next and > 0)
            end = next;
        return end;
    }

    private int AmendedEnd(int at, int to) => at < to && Opening(at, to) is var name and > 0 ? NameEnd(name, to) : 0;

    private int CapitalEnd(int name, int to)
    {
        var isCapitals = !flow.Text.AsSpan(tokens[name].Start, tokens[name].Length).ContainsAnyInRange('a', 'z');
        return isCapitals && tokens[name].Length > 2 ? 0 : NameEnd(name, to);
    }

    private int LowerEnd(int at, int name, int to)
    {
        if (DocumentWords.NameEnds.IsAt(tokens, name))
            return 0;
        var end = NameEnd(name, to);
        return IsDated(end, to) || (at >= 2 && DocumentWords.Bases.IsAt(tokens, at - 2) && IsClosed(end, to)) ? end : 0;
    }

    // "và" stands inside a name too: "Luật Bảo vệ và Phát triển rừng". There the date or the end of the clause follows.
    private int NameEnd(int name, int to)
    {
        var end = PartEnd(name, name + 1, to);
        if (end + 1 >= to || !tokens[end].Is("và") || !tokens[end + 1].IsWord || BeginsDocument(end + 1) || DocumentWords.NameEnds.IsAt(tokens, end + 1))
            return end;
        var further = PartEnd(name, end + 2, to);
        return IsDated(further, to) || (IsCapital(end + 1) && IsClosed(further, to)) ? further : end;
    }

    private int PartEnd(int name, int from, int to)
    {
        var end = from;
        while (end < to && end - name < LongestName)
        {
            var ends = tokens[end].IsWord ? DocumentWords.NameEnds.IsAt(tokens, end) || BeginsDocument(end) : !(tokens[end].Is(",") && IsListInsideName(name, end, to));
            if (ends)
                break;
            end++;
        }

        return end;
    }

    private bool BeginsDocument(int at) => IsCapital(at) && (Openings.IsAt(tokens, at) || DocumentWords.Types.IsAt(tokens, at));

    // "Luật Phòng, chống ...", "Luật An toàn, Vệ sinh lao động": the comma stands after one short word group and no new law follows.
    private bool IsListInsideName(int from, int comma, int to) =>
        comma - from <= 2 && comma + 1 < to && tokens[comma + 1].IsWord && !tokens[comma + 1].Is("luật") && !DocumentWords.NameEnds.IsAt(tokens, comma + 1);

    private bool IsDated(int at, int to)
    {
        if (CitedDates.After(tokens, at, to) is not null)
            return true;
        return at + 1 < to && tokens[at].Text is "năm" or "số" && tokens[at + 1].IsNumber;
    }

    private bool IsClosed(int at, int to) => at >= to || !tokens[at].IsWord || IsDated(at, to);

    private bool IsCapital(int at) => char.IsUpper(flow.Text[tokens[at].Start]);
}
