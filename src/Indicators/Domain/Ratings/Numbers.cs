using System.Globalization;

namespace SocialPolicy.Indicators.Domain.Ratings;

/// <summary>Numbers in sentences: a point before the fraction in English, a comma in Vietnamese.</summary>
internal static class Numbers
{
    private const string Plain = "0.############################";

    public static string English(decimal number, string format = Plain) => number.ToString(format, CultureInfo.InvariantCulture);

    public static Wording Say(decimal number, string? unit = null)
    {
        var english = English(number);
        var behind = string.IsNullOrEmpty(unit) ? "" : $" {unit}";
        return new(english + behind, english.Replace('.', ',') + behind);
    }
}
