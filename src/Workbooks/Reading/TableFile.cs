using System.Text;
using System.Xml;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.Documents.Archives;
using SocialPolicy.Documents.Rules;

namespace SocialPolicy.Workbooks.Reading;

/// <summary>Reads tables as office programs save them: CSV, and one sheet of a workbook. What the file is its first bytes say, not its name.</summary>
public static class TableFile
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Throws TABLE_UNREADABLE, DOCUMENT_UNPACKS_TOO_LARGE.</summary>
    /// <param name="content">The file; stays open while rows are read.</param>
    /// <param name="sheet">The sheet of a workbook; where it has none of that name, its first.</param>
    public static Table Read(Stream content, string sheet)
    {
        if (!IsArchive(content))
            return CsvTable.Of(TextOf(content));
        return new(DecimalMark.Either, Guarded(Sheet()));

        IEnumerable<TableRow> Sheet()
        {
            OfficeArchive.MustUnpackModestly(content);
            using var book = WorkbookArchive.Open(content);
            foreach (var row in book.Rows(sheet))
                yield return row;
        }
    }

    private static bool IsArchive(Stream content)
    {
        Span<byte> first = stackalloc byte[2];
        var read = content.ReadAtLeast(first, first.Length, throwOnEndOfStream: false);
        content.Position = 0;
        return read == first.Length && first is [(byte)'P', (byte)'K'];
    }

    private static string TextOf(Stream content)
    {
        try
        {
            using var reader = new StreamReader(content, Strict, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
            var text = reader.ReadToEnd();
            Check.Rule(new TablesAreReadable(!text.Contains('\0', StringComparison.Ordinal), "it holds characters that no text has"));
            return text.Length > 0 && text[0] == '\uFEFF' ? text[1..] : text;
        }
        catch (DecoderFallbackException)
        {
            throw new RuleBroken([new TablesAreReadable(false, "it is not in UTF-8")]);
        }
    }

    private static IEnumerable<TableRow> Guarded(IEnumerable<TableRow> rows)
    {
        using var each = rows.GetEnumerator();
        while (MoveNext(each))
            yield return each.Current;
    }

    private static bool MoveNext(IEnumerator<TableRow> rows)
    {
        try
        {
            return rows.MoveNext();
        }
        catch (Exception problem) when (problem is RuleBroken { First: not (DocumentsUnpackModestly or TablesAreReadable) } || IsDamage(problem))
        {
            throw new RuleBroken([new TablesAreReadable(false, "it is damaged, or no .xlsx")]);
        }
    }

    // What the archive and the XML in it say when they cannot go on. Nothing here touches a disk.
    private static bool IsDamage(Exception problem) => problem is IOException or InvalidDataException or XmlException or FormatException
        or NotSupportedException or ArgumentException or InvalidOperationException or OverflowException;
}
