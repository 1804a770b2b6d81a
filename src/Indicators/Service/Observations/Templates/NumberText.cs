using System.Globalization;

namespace SocialPolicy.Indicators.Service.Observations.Templates;

/// <summary>Numbers in plain notation, without zeros that say nothing.</summary>
internal static class NumberText
{
    private const int ExactDigits = 15;

    public static string Of(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>Whether office programs, which count in binary, keep it to its last digit.</summary>
    public static bool IsExactInOffice(decimal number) => Of(number).Count(char.IsAsciiDigit) <= ExactDigits;
}
