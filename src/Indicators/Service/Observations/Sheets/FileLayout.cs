using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.Indicators.Domain.Observations;
using SocialPolicy.Indicators.Service.Catalogue;
using SocialPolicy.Workbooks.Reading;

namespace SocialPolicy.Indicators.Service.Observations.Sheets;

/// <summary>A column whose cells are values of an indicator, of a period, or of both.</summary>
/// <param name="Column">From 0.</param>
/// <param name="Heading">As it stands there.</param>
/// <param name="Indicator">Empty: the row says it.</param>
/// <param name="Period">Empty: the row says it.</param>
internal sealed record ValueColumn(int Column, string Heading, string Indicator, string Period)
{
    /// <summary>The heading without what explains it: what a seal is kept under.</summary>
    public string Key => $"{Indicator} {Period}".Trim();
}

/// <summary>Where a file of values has what.</summary>
/// <param name="Fields">Columns of fields, from 0.</param>
/// <param name="Values">Columns of values; none where a row is one value.</param>
internal sealed record FileLayout(IReadOnlyDictionary<string, int> Fields, IReadOnlyList<ValueColumn> Values)
{
    private static readonly string[] OneValue = [ColumnWords.Value, ColumnWords.Numerator, ColumnWords.Denominator, ColumnWords.Achieved];

    /// <summary>Throws COLUMN_UNKNOWN, COLUMN_REPEATED, COLUMN_REQUIRED.</summary>
    public static FileLayout Of(TableRow headings)
    {
        var fields = new Dictionary<string, int>(StringComparer.Ordinal);
        var values = new List<ValueColumn>();
        foreach (var (column, cell) in headings.Cells.Index())
        {
            var heading = cell.Text.Trim();
            if (heading.Length == 0 || ColumnWords.Explains(heading))
                continue;
            if (ColumnWords.FieldOf(heading) is { } field)
                Check.Rule(new ColumnsAreNamedOnce(fields.TryAdd(field, column) ? null : heading));
            else
                values.Add(ValuesOf(column, heading));
        }

        var layout = new FileLayout(fields, values);
        layout.MustBeWhole();
        return layout;
    }

    private static ValueColumn ValuesOf(int column, string heading)
    {
        var words = Unexplained(heading).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Check.Rule(new ColumnsAreKnown(words.Length > 0 ? null : heading));
        var indicator = IsIndicator(words[0]) ? words[0] : "";
        var period = words.Length == (indicator.Length > 0 ? 2 : 1) && ObservedPeriod.TryParse(words[^1], out _) ? words[^1] : "";
        Check.Rule(new ColumnsAreKnown(words.Length == (indicator.Length > 0 ? 1 : 0) + (period.Length > 0 ? 1 : 0) ? null : heading));
        return new(column, heading, indicator, period);
    }

    // "spp:code (Tỷ lệ hộ nghèo, %)": what stands in brackets is for people.
    private static string Unexplained(string heading) =>
        heading.EndsWith(')') && heading.IndexOf('(', StringComparison.Ordinal) is >= 0 and var at ? heading[..at] : heading;

    private static bool IsIndicator(string word) =>
        word.StartsWith(IndicatorService.Scheme, StringComparison.Ordinal) || word.StartsWith("indicators/", StringComparison.Ordinal);

    private void MustBeWhole()
    {
        var twice = Values.GroupBy(column => (column.Indicator, column.Period)).FirstOrDefault(same => same.Count() > 1)?.Last().Heading
            ?? (Values.Count > 0 ? OneValue.FirstOrDefault(Fields.ContainsKey) : null);
        Check.Rule(new ColumnsAreNamedOnce(twice));
        Check.Rule(new FilesHaveTheirColumns(Missing()));
    }

    private string? Missing()
    {
        if (!Fields.ContainsKey(ColumnWords.Indicator) && (Values.Count == 0 || Values.Any(column => column.Indicator.Length == 0)))
            return ColumnWords.HeadingOf(ColumnWords.Indicator);
        if (!Fields.ContainsKey(ColumnWords.Period) && (Values.Count == 0 || Values.Any(column => column.Period.Length == 0)))
            return ColumnWords.HeadingOf(ColumnWords.Period);
        return Values.Count > 0 || OneValue.Any(Fields.ContainsKey) ? null : ColumnWords.HeadingOf(ColumnWords.Value);
    }
}
