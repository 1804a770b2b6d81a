using SocialPolicy.PlanText;

namespace SocialPolicy.PlanRegistry.Domain.Plans;

/// <summary>
/// The texts of a header as a machine read them. They are no longer than what a person may enter, so that a page of plans
/// stays a page; a text that had to be shortened is flagged for the person who confirms.
/// </summary>
internal static class HeaderTexts
{
    private const string Shortened = "HEADER_SHORTENED";

    private static readonly Dictionary<string, Func<Reading, string?>> All = new()
    {
        ["number"] = reading => reading.Number,
        ["issuer"] = reading => reading.Issuer?.Name,
        ["province"] = reading => reading.Province,
        ["title"] = reading => reading.Title,
        ["signer"] = reading => reading.Signer?.Name,
        ["signer_title"] = reading => reading.Signer?.Title,
    };

    /// <summary>Null: not stated.</summary>
    public static string? Of(Reading reading, string path) =>
        Printed.OrNull(All[path](reading)) is { } text ? Printed.Shortened(text, HeaderFields.MaxLengthOf(path)) : null;

    public static IEnumerable<PlanFlag> Flags(Reading reading) =>
        from field in All
        let text = Printed.OrNull(field.Value(reading))
        where text?.Length > HeaderFields.MaxLengthOf(field.Key)
        select new PlanFlag(Shortened, null, null, Printed.Shortened(text), Span: null);
}
