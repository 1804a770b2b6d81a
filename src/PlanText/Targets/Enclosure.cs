using System.Runtime.InteropServices;
using SocialPolicy.PlanText.Text;

namespace SocialPolicy.PlanText.Targets;

/// <summary>
/// Walks forward over tokens and tells which stand in brackets or quotation marks. An opening that is not closed within
/// reach encloses nothing. The next closing sign is remembered, so a walk stays linear.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal struct Enclosure
{
    private const int Reach = 60;
    private int closesAt;
    private int nextBracket;
    private int nextQuote;

    public bool Holds(Token[] tokens, int at, int to)
    {
        if (at < closesAt)
            return true;
        if (tokens[at].Kind != TokenKind.Sign)
            return false;
        var close = tokens[at].Is("(") ? Next(tokens, ")", ref nextBracket, at, to) : tokens[at].Is("\"") ? Next(tokens, "\"", ref nextQuote, at, to) : to;
        if (close >= to || close - at > Reach)
            return false;
        closesAt = close + 1;
        return true;
    }

    private static int Next(Token[] tokens, string close, ref int known, int at, int to)
    {
        if (known > at)
            return known;
        known = at + 1;
        while (known < to && !tokens[known].Is(close))
            known++;
        return known;
    }
}
