using System.Text;
using SocialPolicy.Workbooks;

namespace SocialPolicy.Indicators.Service.Observations.Templates;

/// <summary>Writes a template as office programs in Vietnam open a CSV file: UTF-8 with its mark, semicolons, a comma before the fraction.</summary>
internal static class CsvTemplate
{
    private const char Separator = ';';

    public static byte[] Write(TemplateTable table)
    {
        var file = new StringBuilder("\uFEFF");
        file.AppendFields(table.Columns.Select(column => CsvText.Field(column.Heading, Separator)), Separator);
        foreach (var row in table.Rows)
            file.AppendFields(row.Select(Field), Separator);
        return Encoding.UTF8.GetBytes(file.ToString());
    }

    private static string Field(TemplateCell cell) => cell.Said switch
    {
        null => "",
        decimal number => NumberText.Of(number).Replace('.', ','),
        var text => CsvText.Field($"{text}", Separator),
    };
}
