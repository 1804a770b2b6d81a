using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.Indicators.Domain.Observations;
using SocialPolicy.Workbooks.Reading;

namespace SocialPolicy.Indicators.Service.Observations.Sheets;

/// <summary>Makes rows of a batch of the rows of a file, whose first names the columns.</summary>
internal sealed class FileRows
{
    private readonly DecimalMark mark;
    private readonly FileLayout layout;
    private readonly IReadOnlyList<(ValueColumn Values, IReadOnlyDictionary<string, int> Where)> columns;

    private FileRows(DecimalMark mark, FileLayout layout)
    {
        (this.mark, this.layout) = (mark, layout);
        columns = [.. layout.Values.Select(column => (column, WhereOf(column)))];
    }

    /// <summary>Rows of a batch, read while they are asked for. Throws what <see cref="TableFile"/> and <see cref="FileLayout"/> throw.</summary>
    public static IEnumerable<FileRow> Of(Table table)
    {
        FileRows? rows = null;
        foreach (var row in table.Rows.Where(row => !row.IsEmpty))
        {
            if (rows is null)
                rows = new(table.Mark, FileLayout.Of(row));
            else
                foreach (var value in rows.ValuesIn(row))
                    yield return value;
        }

        Check.Rule(new FilesHaveTheirColumns(rows is null ? ColumnWords.HeadingOf(ColumnWords.Indicator) : null));
    }

    private IEnumerable<FileRow> ValuesIn(TableRow row)
    {
        var seals = Seal.Read(Text(row, ColumnWords.Handed));
        return columns.Count == 0
            ? [Value(row, null, layout.Fields, seals.GetValueOrDefault("", ""))]
            : columns.Select(column => Value(row, column.Values, column.Where, seals.GetValueOrDefault(column.Values.Key, "")));
    }

    private FileRow Value(TableRow row, ValueColumn? column, IReadOnlyDictionary<string, int> where, string seal)
    {
        IRule? broken = null;
        var said = new V1.ObservationRow
        {
            Indicator = column is { Indicator.Length: > 0 } ? column.Indicator : Text(row, ColumnWords.Indicator),
            Unit = Text(row, ColumnWords.Unit),
            Period = column is { Period.Length: > 0 } ? column.Period : Text(row, ColumnWords.Period),
            Value = Number(row, where, ColumnWords.Value, ref broken),
            Numerator = Number(row, where, ColumnWords.Numerator, ref broken),
            Denominator = Number(row, where, ColumnWords.Denominator, ref broken),
            Part = Text(row, ColumnWords.Part),
            Estimate = Flag(row, ColumnWords.Estimate, ref broken) ?? false,
            Official = Flag(row, ColumnWords.Official, ref broken) ?? false,
            Note = Text(row, ColumnWords.Note),
        };
        if (Flag(row, ColumnWords.Achieved, ref broken) is { } achieved)
            said.Achieved = achieved;
        return new(row.Number, said, where)
        {
            Broken = broken,
            IsEmpty = broken is null && seal.Length == 0 && said is { Value: "", Numerator: "", Denominator: "", HasAchieved: false } && (column is not null || said.Note.Length == 0),
            IsUntouched = broken is null && seal.Length > 0 && seal == Seal.Of(said),
        };
    }

    private string Text(TableRow row, string field) => layout.Fields.TryGetValue(field, out var column) ? row[column].Text : "";

    private string Number(TableRow row, IReadOnlyDictionary<string, int> where, string field, ref IRule? broken)
    {
        if (!where.TryGetValue(field, out var column))
            return "";
        if (!WrittenAsText.TryPlain(row[column], mark, out var plain))
            broken ??= new NumbersAreUnambiguous(field, row[column].Text);
        return plain;
    }

    private bool? Flag(TableRow row, string field, ref IRule? broken)
    {
        var text = Text(row, field);
        if (!ColumnWords.TryFlag(text, out var flag))
            broken ??= new FlagsAreYesOrNo(field, text);
        return flag;
    }

    private Dictionary<string, int> WhereOf(ValueColumn column)
    {
        var where = new Dictionary<string, int>(layout.Fields, StringComparer.Ordinal) { [ColumnWords.Value] = column.Column };
        if (column.Indicator.Length > 0)
            where[ColumnWords.Indicator] = column.Column;
        if (column.Period.Length > 0)
            where[ColumnWords.Period] = column.Column;
        return where;
    }
}
