using System.Globalization;
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
public static class WrittenNumber
{
    private const int MostDigits = 18;

    /// <summary>Null for an empty text. Throws VALUE_MALFORMED.</summary>
    /// <param name="text">As sent.</param>
    /// <param name="path">The field of the request, for errors.</param>
    public static decimal? Parse(string text, string path)
    {
        Check.Rule(new ValuesAreDecimalNumbers(path, text, TryRead(text, out var number)));
        return number;
    }

    /// <summary>Null for an empty text; false for what is no number.</summary>
    public static bool TryRead(string text, out decimal? number)
    {
        number = null;
        if (text.Length == 0)
            return true;
        if (!IsPlain(text))
            return false;
        number = decimal.Parse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        return true;
    }

    // A sign, digits, a point and digits: no more than eighteen of them.
    private static bool IsPlain(ReadOnlySpan<char> text)
    {
        if (text[0] == '-')
            text = text[1..];
        var point = text.IndexOf('.');
        var whole = point < 0 ? text : text[..point];
        var fraction = point < 0 ? [] : text[(point + 1)..];
        return whole.Length > 0 && (point < 0 || fraction.Length > 0) && whole.Length + fraction.Length <= MostDigits
            && !whole.ContainsAnyExceptInRange('0', '9') && !fraction.ContainsAnyExceptInRange('0', '9');
    }
}
