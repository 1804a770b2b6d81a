using System.Globalization;
using System.Text;

namespace SocialPolicy.Documents.Samples;

/// <summary>Draws a page, in points from its upper left corner.</summary>
internal sealed class PdfPageContent
{
    private const int PageHeight = 842;
    private const int LineHeight = 14;

    private readonly StringBuilder content = new();

    /// <summary>Lines of text, the first at <paramref name="top"/>.</summary>
    public PdfPageContent Text(int left, int top, string lines)
    {
        foreach (var line in lines.Split('\n'))
        {
            content.Append(CultureInfo.InvariantCulture, $"BT /F1 11 Tf {left} {PageHeight - top - 10} Td ({line}) Tj ET\n");
            top += LineHeight;
        }

        return this;
    }

    /// <summary>A stroke.</summary>
    public PdfPageContent Line(int left, int top, int right, int bottom)
    {
        content.Append(CultureInfo.InvariantCulture, $"0.5 w {left} {PageHeight - top} m {right} {PageHeight - bottom} l S\n");
        return this;
    }

    /// <summary>A filled box: as thin as a line, it is how word processors draw the edges of cells.</summary>
    public PdfPageContent Bar(int left, int top, double width, double height)
    {
        content.Append(CultureInfo.InvariantCulture, $"{left} {PageHeight - top - height} {width} {height} re f\n");
        return this;
    }

    /// <summary>A table with a line around each cell; a null cell goes on with the one above.</summary>
    public PdfPageContent Table(int top, int[] across, int rowHeight, params string?[][] rows)
    {
        Line(across[0], top, across[^1], top);
        foreach (var row in rows)
        {
            for (var column = 0; column < row.Length; column++)
            {
                Line(across[column], top, across[column], top + rowHeight);
                if (row[column] is not { } cell)
                    continue;
                Line(across[column], top, across[column + 1], top);
                Text(across[column] + 4, top + 3, cell);
            }

            top += rowHeight;
            Line(across[^1], top - rowHeight, across[^1], top);
        }

        Line(across[0], top, across[^1], top);
        return this;
    }

    public override string ToString() => content.ToString();
}
