using System.Globalization;
using System.Text.RegularExpressions;
using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.BuildingBlocks.Domain.Input;

/// <summary>A value is a decimal number in plain notation with at most 18 digits: "99.5".</summary>
public sealed record ValuesAreDecimalNumbers(string Path, string Text, bool WellFormed) : IRule
{
    public bool IsBroken => !WellFormed;
    public string Reason => "VALUE_MALFORMED";
    public RuleKind Kind => RuleKind.Input;
    public string Message => "A value is a decimal number in plain notation, a point before the fraction, at most 18 digits: 99.5.";
    public string? Field => Path;
}

/// <summary>Reads numbers as contracts write them.</summary>
public static partial class WrittenNumber
{
    private const int MostDigits = 18;

    /// <summary>Null for an empty text. Throws VALUE_MALFORMED.</summary>
    /// <param name="text">As sent.</param>
    /// <param name="path">The field of the request, for errors.</param>
    public static decimal? Parse(string text, string path)
    {
        if (text.Length == 0)
            return null;
        Check.Rule(new ValuesAreDecimalNumbers(path, text, Plain().IsMatch(text) && text.Count(char.IsAsciiDigit) <= MostDigits));
        return decimal.Parse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"\A-?[0-9]{1,18}(?:\.[0-9]{1,17})?\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Plain();
}
