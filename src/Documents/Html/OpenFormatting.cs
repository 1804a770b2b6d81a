using System.Buffers;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.Documents.Rules;

namespace SocialPolicy.Documents.Html;

/// <summary>
/// Bold, fonts and the like that nobody closed are opened again in every element that follows: HTML asks for it, and a few
/// kilobytes of it can ask for gigabytes. What will be opened again is estimated before the page is parsed.
/// </summary>
internal static class OpenFormatting
{
    private const int MostReopened = 500_000;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Names = new HashSet<string>(
        ["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"], StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    public static void MustBeModest(ReadOnlySpan<char> page)
    {
        var (open, reopened) = (0, 0L);
        for (var at = page.IndexOf('<'); at >= 0 && at + 1 < page.Length;)
        {
            var isEnd = page[at + 1] == '/';
            var tag = page[(at + (isEnd ? 2 : 1))..];
            var length = NameLength(tag);
            if (!Names.Contains(tag[..length]))
                reopened += !isEnd && length > 0 ? open : 0;
            else
                open = Math.Max(0, open + (isEnd ? -1 : 1));
            Check.Rule(new DocumentsUnpackModestly(reopened <= MostReopened));

            var next = tag.IndexOf('<');
            at = next < 0 ? -1 : page.Length - tag.Length + next;
        }
    }

    // A name ends with a blank or with the tag: in "i<a.length" of a script there is none.
    private static int NameLength(ReadOnlySpan<char> tag)
    {
        var length = tag.IndexOfAnyExcept(Letters);
        return length > 0 && (tag[length] is '>' or '/' || char.IsWhiteSpace(tag[length])) ? length : 0;
    }
}
