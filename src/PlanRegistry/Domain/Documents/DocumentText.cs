using System.Text;
using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.PlanRegistry.Domain.Documents;

/// <summary>The text of a document's bytes.</summary>
public static class DocumentText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>
    /// Decodes UTF-8, with or without a byte order mark; anything else is DOCUMENT_NOT_TEXT. What is too long to be read is
    /// DOCUMENT_TEXT_TOO_LONG, before memory is taken for it.
    /// </summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        var content = bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;

        // NUL is valid UTF-8 but never text: it is the first sign of a binary file, and nothing stores it.
        Check.Rule(new DocumentsAreText(!content.Contains((byte)0)));
        try
        {
            Check.Rule(new TextsAreShortEnoughToRead(Strict.GetCharCount(content)));
            return Strict.GetString(content);
        }
        catch (DecoderFallbackException)
        {
            throw new RuleBroken([new DocumentsAreText(IsText: false)]);
        }
    }
}
