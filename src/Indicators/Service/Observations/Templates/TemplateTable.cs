using SocialPolicy.Indicators.Service.Observations.Sheets;

namespace SocialPolicy.Indicators.Service.Observations.Templates;

/// <summary>What a cell of a template is for.</summary>
internal enum CellUse
{
    /// <summary>It explains.</summary>
    Shown,

    /// <summary>A text is entered.</summary>
    Text,

    /// <summary>A number is entered.</summary>
    Number,
}

/// <summary>A cell of a template.</summary>
/// <param name="Said">A text, a number, or nothing.</param>
/// <param name="Use">What it is for.</param>
internal readonly record struct TemplateCell(object? Said, CellUse Use = CellUse.Shown);

/// <summary>A template as a table; the first column is for the machine.</summary>
/// <param name="Columns">Headings with widths in characters.</param>
/// <param name="Rows">Below them.</param>
internal sealed record TemplateTable(IReadOnlyList<(string Heading, double Width)> Columns, IEnumerable<IReadOnlyList<TemplateCell>> Rows)
{
    /// <summary>The name of the sheet of a workbook.</summary>
    public string Sheet { get; init; } = ColumnWords.Sheet;

    /// <summary>What a second sheet says to those who fill it in.</summary>
    public IReadOnlyList<string> Guidance { get; init; } = TemplateGuidance.OfValues;
}
