using System.Globalization;
using System.Text.RegularExpressions;
using Google.Protobuf;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using Sent = SocialPolicy.PlanRegistry.V1.ImportDirectoryRequest.Types;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Directory;

/// <summary>The sample directory and the five sample plans.</summary>
internal static partial class SampleFiles
{
    public static readonly string[] Plans = ["dak-nong", "huong-tra", "phung-hiep", "son-la", "van-ninh"];

    private static readonly string Samples = Path.Combine(Root(), "samples");

    public static IReadOnlyList<SampleRow> Units { get; } = Rows("units");

    public static IReadOnlyList<SampleRow> Agencies { get; } = Rows("agencies");

    /// <summary>The directory as it stood before a day: what ended on its eve is in force, without heirs.</summary>
    public static Task<V1.ImportDirectoryResponse> ImportAsBefore(this Registry registry, DateOnly day) =>
        registry.Directory.Import([.. Units.Select(row => row.ToUnit(day))], [.. Agencies.Select(row => row.ToAgency(day))]);

    public static async Task<V1.Plan> Publish(this Registry registry, string plan)
    {
        var read = await registry.Import(ByteString.CopyFrom(await File.ReadAllBytesAsync(Path.Combine(Samples, "plans", $"{plan}.txt"))));
        await registry.Registrar.ConfirmReadingAsync(new() { Name = read.Name });
        return await registry.Registrar.PublishPlanAsync(new() { Name = read.Name });
    }

    private static List<SampleRow> Rows(string table)
    {
        var lines = File.ReadAllLines(Path.Combine(Samples, "directory", table + ".csv"));
        var header = Cells(lines[0]);
        return [.. lines.Skip(1).Select(line => new SampleRow(header.Zip(Cells(line)).ToDictionary(cell => cell.First, cell => cell.Second)))];
    }

    private static string[] Cells(string line) =>
        [.. Cell().Matches(line).Select(cell => (cell.Groups["quoted"].Value + cell.Groups["plain"].Value).Replace("\"\"", "\"", StringComparison.Ordinal))];

    [GeneratedRegex("""(?:^|,)(?:"(?<quoted>(?:[^"]|"")*)"|(?<plain>[^,"]*))""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Cell();

    /// <summary>The folder of the repository.</summary>
    public static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "SocialPolicyPlatform.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests run outside the repository.");
        return folder.FullName;
    }
}

/// <summary>A row of the sample directory.</summary>
internal sealed record SampleRow(IReadOnlyDictionary<string, string> Cells)
{
    public string Code => List("codes")[0];

    public string Unit => Cells["unit"];

    public DateOnly? LastDay => Cells["valid_to"] is { Length: > 0 } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    public IReadOnlyList<string> Heirs => List("succeeded_by");

    public Sent.UnitRow ToUnit(DateOnly before) => new()
    {
        Codes = { List("codes") },
        DisplayName = Cells["name"],
        Level = Word<V1.Unit.Types.Level>("level"),
        ParentCode = Cells["parent"],
        ValidFrom = Day(Cells["valid_from"]),
        ValidTo = Ends(before) ? null : Day(Cells["valid_to"]),
        SucceededByCodes = { Ends(before) ? [] : Heirs },
    };

    public Sent.AgencyRow ToAgency(DateOnly before) => new()
    {
        Codes = { List("codes") },
        DisplayName = Cells["name"],
        Aliases = { List("aliases") },
        Kind = Word<V1.Agency.Types.Kind>("kind"),
        UnitCode = Cells["unit"],
        ParentCode = Cells["parent"],
        Binding = Word<V1.Agency.Types.Binding>("binding"),
        ValidFrom = Day(Cells["valid_from"]),
        ValidTo = Ends(before) ? null : Day(Cells["valid_to"]),
        SucceededByCodes = { Ends(before) ? [] : Heirs },
        Email = Cells["email"],
    };

    /// <summary>Whether its last day is the one before.</summary>
    public bool Ends(DateOnly day) => LastDay == day.AddDays(-1);

    private string[] List(string column) => Cells[column].Split(';', StringSplitOptions.RemoveEmptyEntries);

    private T Word<T>(string column) where T : struct, Enum => Enum.Parse<T>(Cells[column].Replace("_", "", StringComparison.Ordinal), ignoreCase: true);

    private static Google.Type.Date? Day(string cell) => cell.Length == 0 ? null
        : new() { Year = int.Parse(cell[..4], CultureInfo.InvariantCulture), Month = int.Parse(cell[5..7], CultureInfo.InvariantCulture), Day = int.Parse(cell[8..], CultureInfo.InvariantCulture) };
}
