using System.Diagnostics.CodeAnalysis;
using System.Text;
using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.BuildingBlocks.Service.Names;

/// <summary>
/// One kind of resource name (AIP-122): collections in fixed words, ids as UUIDs in lower-case hyphenated form.
/// <c>static readonly ResourceName Target = new("plans/{plan}/targets/{target}");</c>
/// </summary>
public sealed class ResourceName
{
    private readonly string[] segments;
    private readonly int ids;

    private readonly string? otherwise;

    /// <param name="pattern">Words and placeholders in turn, such as <c>plans/{plan}/targets/{target}</c>.</param>
    /// <param name="otherwise">What requests may say instead, such as <c>scheme:code</c>; refusals name it.</param>
    public ResourceName([StringSyntax("Route")] string pattern, string? otherwise = null)
    {
        (Pattern, this.otherwise) = (pattern, otherwise);
        segments = pattern.Split('/');
        ids = segments.Count(IsPlaceholder);
        if (ids == 0 || !IsPlaceholder(segments[^1]))
            throw new ArgumentException($"'{pattern}' does not end in a placeholder.", nameof(pattern));
    }

    /// <summary>As written in the protos.</summary>
    public string Pattern { get; }

    /// <summary>The name of the resource with these ids, outermost first.</summary>
    public string Of(params ReadOnlySpan<Guid> parts)
    {
        if (parts.Length != ids)
            throw new ArgumentException($"'{Pattern}' takes {ids} ids, not {parts.Length}.", nameof(parts));

        var name = new StringBuilder(Pattern.Length + 36 * ids);
        var next = 0;
        foreach (var segment in segments)
        {
            if (name.Length > 0)
                name.Append('/');
            _ = IsPlaceholder(segment) ? name.Append(parts[next++]) : name.Append(segment);
        }

        return name.ToString();
    }

    /// <summary>The id of the resource itself: the last one. Throws NAME_MALFORMED.</summary>
    /// <param name="name">From a request.</param>
    /// <param name="field">The request field it stands in.</param>
    public Guid Parse(string name, string field = "name") => ParseAll(name, field)[^1];

    /// <summary>Every id of the name, outermost first. Throws NAME_MALFORMED.</summary>
    /// <param name="name">From a request.</param>
    /// <param name="field">The request field it stands in.</param>
    public IReadOnlyList<Guid> ParseAll(string name, string field = "name")
    {
        var found = new Guid[ids];
        Check.Rule(new NamesFollowTheirPattern(Pattern, field, TryParse(name, found), otherwise));
        return found;
    }

    private bool TryParse(string name, Span<Guid> found)
    {
        var position = 0;
        var next = 0;
        foreach (var part in name.AsSpan().Split('/'))
        {
            if (position == segments.Length)
                return false;

            var given = name.AsSpan()[part];
            var expected = segments[position++];
            var fits = IsPlaceholder(expected) ? IsId(given, out found[next++]) : given.SequenceEqual(expected);
            if (!fits)
                return false;
        }

        return position == segments.Length;
    }

    // One spelling only, so that names can be compared as text: ordinary parsing would take capitals and blanks too.
    private static bool IsId(ReadOnlySpan<char> text, out Guid id) =>
        Guid.TryParseExact(text, "D", out id) && text.IndexOfAnyExceptInRange('-', 'f') < 0 && text.IndexOfAnyInRange('A', 'F') < 0;

    private static bool IsPlaceholder(string segment) => segment.StartsWith('{');
}
