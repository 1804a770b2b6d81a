using SocialPolicy.PlanText.Text;

namespace SocialPolicy.PlanText.Targets;

/// <summary>
/// Walks over tokens and tells which stand in brackets or quotation marks. A bracket that is not closed within reach
/// encloses nothing.
/// </summary>
internal struct Enclosure
{
    private const int Reach = 60;
    private int closesAt;

    public bool Holds(Token[] tokens, int at, int to)
    {
        if (at < closesAt)
            return true;
        if (!(tokens[at].Text is "(" or "\""))
            return false;
        var close = tokens[at].Is("(") ? ")" : "\"";
        var last = Math.Min(to, at + Reach);
        for (var i = at + 1; i < last; i++)
        {
            if (!tokens[i].Is(close))
                continue;
            closesAt = i + 1;
            return true;
        }

        return false;
    }
}
