using System.Globalization;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.Indicators.Domain.Allocations;
using SocialPolicy.Indicators.Domain.Observations;
using SocialPolicy.Indicators.Service.Observations.Sheets;
using SocialPolicy.Indicators.Service.Observations.Templates;
using SocialPolicy.Workbooks;
using SocialPolicy.Workbooks.Reading;

namespace SocialPolicy.Indicators.Service.Targets.Allocations;

/// <summary>Shares as a table: a row for each unit, a column for each year.</summary>
internal static class SheetOfShares
{
    private const string Sheet = "Giao chỉ tiêu";
    private const string Target = "target";
    private const double OfCode = 26;
    private const double OfName = 44;
    private const double OfValue = 16;

    /// <summary>A table to fill in, with the shares that there are.</summary>
    public static TemplateTable Write(string target, IReadOnlyList<TemplateUnit> units, IReadOnlyList<int> years, IReadOnlyList<ShareRow> shares)
    {
        var values = shares.ToDictionary(share => (share.Code, (int)share.Year), share => share.Value);
        return new(
            [(Target, OfCode), (ColumnWords.HeadingOf(ColumnWords.Unit), OfCode), (ColumnWords.NameOfUnit, OfName), .. years.Select(year => (Written(year), OfValue))],
            units.Select(unit => (IReadOnlyList<TemplateCell>)
            [
                new(target), new(unit.Code), new(unit.Name),
                .. years.Select(year => new TemplateCell(values.TryGetValue((unit.Code, year), out var value) ? value : null, CellUse.Number)),
            ]))
        {
            Sheet = Sheet, Guidance = TemplateGuidance.OfShares,
        };
    }

    /// <summary>
    /// The shares of a table. Throws TABLE_UNREADABLE, DOCUMENT_UNPACKS_TOO_LARGE, COLUMN_UNKNOWN, COLUMN_REPEATED, COLUMN_REQUIRED,
    /// SHARES_OF_ANOTHER_TARGET, NUMBER_AMBIGUOUS.
    /// </summary>
    public static IReadOnlyList<WrittenShare> Read(Stream content, string target)
    {
        var table = TableFile.Read(content, Sheet);
        Columns? columns = null;
        var shares = new List<WrittenShare>();
        foreach (var row in table.Rows.Where(row => !row.IsEmpty))
        {
            if (columns is null)
                columns = Columns.Of(row);
            else
                shares.AddRange(SharesIn(row, columns, table.Mark, target));
        }

        Check.Rule(new FilesHaveTheirColumns(columns is null ? ColumnWords.HeadingOf(ColumnWords.Unit) : null));
        return shares;
    }

    private static IEnumerable<WrittenShare> SharesIn(TableRow row, Columns columns, DecimalMark mark, string target)
    {
        var handed = columns.Target is { } at ? row[at].Text : "";
        Check.Rule(new SharesBelongToTheirTarget(target, handed.Length > 0 && handed != target ? handed : null));
        foreach (var (column, year) in columns.Years.Where(year => row[year.Column].Text.Length > 0))
        {
            var cell = Cells.Reference(column, row.Number);
            if (!WrittenAsText.TryPlain(row[column], mark, out var plain))
                throw new RuleBroken([new NumbersAreUnambiguous(cell, row[column].Text)]);
            yield return new(row[columns.Unit].Text, year, plain, Cells.Reference(columns.Unit, row.Number), cell);
        }
    }

    private static string Written(int year) => year.ToString(CultureInfo.InvariantCulture);

    /// <summary>Where the table has what.</summary>
    private sealed record Columns(int? Target, int Unit, IReadOnlyList<(int Column, int Year)> Years)
    {
        public static Columns Of(TableRow headings)
        {
            var (target, unit, years) = ((int?)null, (int?)null, new List<(int Column, int Year)>());
            foreach (var (column, heading) in headings.Cells.Select((cell, column) => (column, cell.Text)).Where(heading => heading.Text.Length > 0 && !ColumnWords.Explains(heading.Text)))
            {
                if (heading == SheetOfShares.Target)
                    target = Once(target, column, heading);
                else if (ColumnWords.FieldOf(heading) is ColumnWords.Unit)
                    unit = Once(unit, column, heading);
                else
                    years.Add((column, YearOf(heading)));
            }

            Check.Rule(new ColumnsAreNamedOnce(years.GroupBy(year => year.Year).Where(same => same.Count() > 1).Select(same => Written(same.Key)).FirstOrDefault()));
            Check.Rule(new FilesHaveTheirColumns(unit is null ? ColumnWords.HeadingOf(ColumnWords.Unit) : null));
            return new(target, unit!.Value, years);
        }

        private static int Once(int? before, int column, string heading)
        {
            Check.Rule(new ColumnsAreNamedOnce(before is null ? null : heading));
            return column;
        }

        private static int YearOf(string heading)
        {
            var isYear = heading.Length == 4 & int.TryParse(heading, NumberStyles.None, CultureInfo.InvariantCulture, out var year);
            Check.Rule(new ColumnsAreKnown(isYear ? null : heading));
            return year;
        }
    }
}
