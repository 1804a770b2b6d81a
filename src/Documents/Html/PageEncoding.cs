using System.Text;
using System.Text.RegularExpressions;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.Documents.Rules;
using SocialPolicy.Documents.Text;

namespace SocialPolicy.Documents.Html;

/// <summary>
/// Decodes a page: by its byte order mark, else as UTF-8, else as its meta element says. Valid UTF-8 comes first because
/// pages that were converted often still name the encoding they once had.
/// </summary>
internal static partial class PageEncoding
{
    private const int Opening = 4096;

    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        var encoding = Encodings.Of(bytes, out var content);
        if (TryDecode(encoding, content, out var text) || (Declared(bytes) is { } declared && TryDecode(declared, content, out text)))
            return text;
        throw new RuleBroken([new TextsHaveAKnownEncoding(IsKnown: false)]);
    }

    private static bool TryDecode(Encoding encoding, ReadOnlySpan<byte> content, out string text)
    {
        try
        {
            text = encoding.GetString(content);
            return true;
        }
        catch (DecoderFallbackException)
        {
            text = "";
            return false;
        }
    }

    private static Encoding? Declared(ReadOnlySpan<byte> bytes)
    {
        var name = Charset().Match(Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Opening)])).Groups["name"].Value;
        try
        {
            return name.Length == 0 ? null
                : CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                ?? Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    [GeneratedRegex("""<(meta|\?xml)[^>]*(charset|encoding)\s*=\s*["']?\s*(?<name>[A-Za-z0-9_:.-]+)""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Charset();
}
