namespace SocialPolicy.PlanRegistry.Service.Owners;

/// <summary>Words of a request.</summary>
internal static class Said
{
    /// <summary>Without white space around them; null when nothing is left.</summary>
    public static string? OrNull(string text) => text.Trim() is { Length: > 0 } said ? said : null;
}
