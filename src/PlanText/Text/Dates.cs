namespace SocialPolicy.PlanText.Text;

/// <summary>Full dates after "ngày": "24/11/2023", "22 tháng 11 năm 2021".</summary>
internal static class Dates
{
    /// <summary>The date at the token "ngày", with the token after it; null when there is none.</summary>
    public static DateOnly? At(ReadOnlySpan<Token> tokens, int at, out int end)
    {
        end = at;
        if (at + 5 >= tokens.Length || !tokens[at].Is("ngày") || !Joins(tokens[at + 2], "tháng") || !Joins(tokens[at + 4], "năm"))
            return null;
        if (Whole(tokens[at + 1]) is not { } day || Whole(tokens[at + 3]) is not { } month || Whole(tokens[at + 5]) is not { } year)
            return null;
        if (year is < 1900 or > 2200 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return null;
        end = at + 6;
        return new DateOnly(year, month, day);
    }

    private static bool Joins(Token token, string word) => token.Is("/") || token.Is("-") || token.Is(word);

    private static int? Whole(Token token) => token.IsNumber ? NumberText.Whole(token.Text) : null;
}
