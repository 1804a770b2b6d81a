using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.Workbooks;

namespace SocialPolicy.Indicators.Service.Observations.Sheets;

/// <summary>
/// What a value said when a template was handed out, in sixteen characters of a hidden column. What comes back the same was not touched
/// by anybody, so that it does not undo what others gave meanwhile.
/// </summary>
internal static class Seal
{
    private const int Length = 16;
    private const char Between = '\u001f';

    /// <summary>Of a value; empty when nothing is said.</summary>
    public static string Of(V1.ObservationRow row)
    {
        var said = string.Join(
            Between, Plain(row.Value), Plain(row.Numerator), Plain(row.Denominator), row.HasAchieved ? $"{row.Achieved}" : "", $"{row.Estimate}", $"{row.Official}", Plain(row.Part),
            XmlText.Of(row.Note).Replace("\r\n", "\n", StringComparison.Ordinal).Trim());
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said)))[..Length];
    }

    /// <summary>Of the columns of values of one row.</summary>
    public static string Of(IEnumerable<(string Heading, string Seal)> columns) => string.Join(';', columns.Select(column => $"{column.Heading}={column.Seal}"));

    /// <summary>The seals of a row by the headings of its columns of values; one alone by none.</summary>
    public static IReadOnlyDictionary<string, string> Read(string cell)
    {
        var seals = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var one in cell.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            seals[one.LastIndexOf('=') is > 0 and var at ? one[..at] : ""] = one[(one.LastIndexOf('=') + 1)..];
        return seals;
    }

    private static string Plain(string text) => WrittenNumber.TryRead(text, out var number) && number is { } value
        ? value.ToString("0.############################", CultureInfo.InvariantCulture)
        : text;
}
