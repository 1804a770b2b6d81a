using System.Globalization;

namespace SocialPolicy.PlanText.Text;

/// <summary>Vietnamese numerals: decimal comma, thousands dot ("90.000", "99,5", "1.234,5").</summary>
internal static class NumberText
{
    private const int MostDigits = 18;

    /// <summary>The value, or null when the digits are no numeral (as "8.73.4") or more than 18.</summary>
    public static decimal? Parse(string text)
    {
        if (text.Count(char.IsAsciiDigit) > MostDigits)
            return null;
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        var whole = comma < 0 ? text : text[..comma];
        var fraction = comma < 0 ? "" : text[(comma + 1)..];
        if (fraction.AsSpan().ContainsAny('.', ','))
            return null;

        var groups = whole.Split('.');
        if (groups.Length > 1 && !IsGrouped(groups))
        {
            // A single dot that groups nothing is a decimal point of the typist.
            if (groups.Length != 2 || comma >= 0)
                return null;
            (groups, fraction) = ([groups[0]], groups[1]);
        }

        var plain = string.Concat(groups) + (fraction.Length == 0 ? "" : "." + fraction);
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    /// <summary>A small whole number without separators, as in dates.</summary>
    public static int? Whole(string text) =>
        text.Length <= 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static bool IsGrouped(string[] groups) =>
        groups[0].Length is >= 1 and <= 3 && groups[0] is not "0" && groups.Skip(1).All(group => group.Length == 3);
}
