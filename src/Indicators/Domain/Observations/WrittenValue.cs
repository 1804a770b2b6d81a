using System.Globalization;
using System.Text.RegularExpressions;
using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.Indicators.Domain.Observations;

/// <summary>A value is a decimal number in plain notation with at most 18 digits: "99.5".</summary>
public sealed record ValuesAreDecimalNumbers(string Text, bool WellFormed) : IRule
{
    public bool IsBroken => !WellFormed;
    public string Reason => "VALUE_MALFORMED";
    public RuleKind Kind => RuleKind.Input;
    public string Message => "A value is a decimal number in plain notation, a point before the fraction, at most 18 digits: 99.5.";
    public string? Field => "observation.value";
}

/// <summary>Reads numbers as contracts write them.</summary>
public static partial class WrittenValue
{
    private const int MostDigits = 18;

    /// <summary>Null for an empty text. Throws VALUE_MALFORMED.</summary>
    public static decimal? Parse(string text)
    {
        if (text.Length == 0)
            return null;
        Check.Rule(new ValuesAreDecimalNumbers(text, Plain().IsMatch(text) && text.Count(char.IsAsciiDigit) <= MostDigits));
        return decimal.Parse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"\A-?[0-9]{1,18}(?:\.[0-9]{1,17})?\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Plain();
}
