namespace SocialPolicy.BuildingBlocks.Domain.Text;

/// <summary>Cuts text that goes where there is little room.</summary>
public static class Shortening
{
    /// <summary>The text, at most so many UTF-16 units of it, never half a character.</summary>
    public static string Shortened(this string text, int longest)
    {
        if (text.Length <= longest)
            return text;
        return text[..(longest > 0 && char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];
    }
}
