using SocialPolicy.PlanText.Text;

namespace SocialPolicy.PlanText.Targets;

internal static class TokenSpans
{
    public static bool ContainsAnyPercent(this Span<Token> tokens)
    {
        foreach (var token in tokens)
        {
            if (token.Is("%"))
                return true;
        }

        return false;
    }
}
