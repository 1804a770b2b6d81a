namespace SocialPolicy.PlanRegistry.Domain.Plans;

/// <summary>Text as printed, white space collapsed.</summary>
public static class Printed
{
    private const int QuoteLength = 200;

    /// <summary>Runs of white space become one space, control characters vanish; null when nothing else is left.</summary>
    public static string? OrNull(string? text)
    {
        var collapsed = Collapsed(text ?? "");
        return collapsed.Length == 0 ? null : collapsed;
    }

    /// <summary>At most so many characters, with an ellipsis where something was cut off; never half a character.</summary>
    public static string Shortened(string text, int longest = QuoteLength)
    {
        var collapsed = Collapsed(text);
        if (collapsed.Length <= longest)
            return collapsed;

        var end = char.IsHighSurrogate(collapsed[longest - 2]) ? longest - 2 : longest - 1;
        return string.Concat(collapsed.AsSpan(0, end).TrimEnd(), "…");
    }

    private static string Collapsed(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(WithoutControls).Where(part => part.Length > 0));

    private static string WithoutControls(string part) =>
        part.Any(char.IsControl) ? string.Concat(part.Where(c => !char.IsControl(c))) : part;
}
