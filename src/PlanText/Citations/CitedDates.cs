using SocialPolicy.PlanText.Text;

namespace SocialPolicy.PlanText.Citations;

/// <summary>The date behind a number or a name: "ngày ...", ", ngày ...", "(sửa đổi) ngày ...", "(khóa XII), ngày ...".</summary>
internal static class CitedDates
{
    private const int LongestRemark = 10;

    public static DateOnly? After(Token[] tokens, int at, int to)
    {
        at = AfterRemark(tokens, at, to);
        if (at < to && tokens[at].Is(","))
            at++;
        return Dates.At(tokens.AsSpan(0, to), at, out _);
    }

    private static int AfterRemark(Token[] tokens, int at, int to)
    {
        if (at >= to || !tokens[at].Is("("))
            return at;
        var close = Array.FindIndex(tokens, at, Math.Min(to - at, LongestRemark), token => token.Is(")"));
        return close < 0 ? at : close + 1;
    }
}
