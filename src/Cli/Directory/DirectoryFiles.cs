using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Rows = SocialPolicy.PlanRegistry.V1.ImportDirectoryRequest.Types;
using SocialPolicy.Cli.Output;
using SocialPolicy.PlanRegistry.V1;

namespace SocialPolicy.Cli.Directory;

/// <summary>The rows of the directory's files.</summary>
internal sealed record DirectoryRows(IReadOnlyList<Rows.UnitRow> Units, IReadOnlyList<Rows.AgencyRow> Agencies);

/// <summary>Reads units.csv and agencies.csv: a header row, lists inside a cell separated by semicolons.</summary>
internal static class DirectoryFiles
{
    private const string UnitsFile = "units.csv";
    private const string AgenciesFile = "agencies.csv";

    private static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture) { TrimOptions = TrimOptions.Trim };

    /// <summary>The rows of files of these names, and of those in the folders.</summary>
    /// <exception cref="IOException">A file is none of the two, lacks a column, or has a cell that cannot be read.</exception>
    public static DirectoryRows In(IEnumerable<FileSystemInfo> paths)
    {
        var units = new List<Rows.UnitRow>();
        var agencies = new List<Rows.AgencyRow>();
        foreach (var file in paths.SelectMany(FilesOf))
        {
            if (file.Name == UnitsFile)
                units.AddRange(Read(file, Unit));
            else if (file.Name == AgenciesFile)
                agencies.AddRange(Read(file, Agency));
            else
                throw new IOException($"{file.Name} is neither {UnitsFile} nor {AgenciesFile}.");
        }

        return new(units, agencies);
    }

    private static IEnumerable<FileInfo> FilesOf(FileSystemInfo path)
    {
        if (path is not DirectoryInfo folder)
            return [new FileInfo(path.FullName)];
        var files = folder.EnumerateFiles("*.csv").Where(file => file.Name is UnitsFile or AgenciesFile).OrderByDescending(file => file.Name, StringComparer.Ordinal).ToList();
        return files.Count > 0 ? files : throw new IOException($"{folder} holds neither {UnitsFile} nor {AgenciesFile}.");
    }

    private static List<T> Read<T>(FileInfo file, Func<CsvReader, T> row)
    {
        using var reader = new CsvReader(file.OpenText(), Format);
        var rows = new List<T>();
        try
        {
            reader.Read();
            reader.ReadHeader();
            while (reader.Read())
                rows.Add(row(reader));
        }
        catch (CsvHelperException wrong)
        {
            throw new IOException($"{file.Name}, row {reader.Context.Parser?.Row}: {wrong.Message.Split('\n')[0]}", wrong);
        }
        catch (IOException wrong)
        {
            throw new IOException($"{file.Name}, row {reader.Context.Parser?.Row}: {wrong.Message}", wrong);
        }

        return rows;
    }

    private static Rows.UnitRow Unit(CsvReader row) => new()
    {
        Row = row.Context.Parser!.Row,
        Codes = { List(row, "codes") },
        DisplayName = row.GetField("name"),
        Level = Word<Unit.Types.Level>(row, "level"),
        ParentCode = row.GetField("parent"),
        ValidFrom = Day(row, "valid_from"),
        ValidTo = Day(row, "valid_to"),
        SucceededByCodes = { List(row, "succeeded_by") },
    };

    private static Rows.AgencyRow Agency(CsvReader row) => new()
    {
        Row = row.Context.Parser!.Row,
        Codes = { List(row, "codes") },
        DisplayName = row.GetField("name"),
        Aliases = { List(row, "aliases") },
        Kind = Word<Agency.Types.Kind>(row, "kind"),
        UnitCode = row.GetField("unit"),
        ParentCode = row.GetField("parent"),
        Binding = Word<Agency.Types.Binding>(row, "binding"),
        ValidFrom = Day(row, "valid_from"),
        ValidTo = Day(row, "valid_to"),
        SucceededByCodes = { List(row, "succeeded_by") },
        Email = row.GetField("email"),
    };

    private static string[] List(CsvReader row, string column) =>
        row.GetField(column)!.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static Google.Type.Date? Day(CsvReader row, string column) => row.GetField(column) is { Length: > 0 } day ? Said.Day(day) : null;

    private static T Word<T>(CsvReader row, string column)
        where T : struct, Enum =>
        row.GetField(column) is not { Length: > 0 } word ? default
        : Enum.TryParse<T>(word.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var value) && Enum.IsDefined(value) ? value
        : throw new IOException($"'{word}' is no {column}; these are: {string.Join(", ", Enum.GetNames<T>().Skip(1))}.");
}
