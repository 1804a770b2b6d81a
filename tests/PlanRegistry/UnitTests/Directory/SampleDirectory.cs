using System.Globalization;
using System.Text.RegularExpressions;
using SocialPolicy.PlanRegistry.Domain.Directory;

namespace SocialPolicy.PlanRegistry.UnitTests.Directory;

/// <summary>The sample directory as it stood on 2024-11-18.</summary>
internal static partial class SampleDirectory
{
    private static readonly DateOnly Day = new(2024, 11, 18);

    private static readonly Dictionary<string, Guid> Ids = new(StringComparer.Ordinal);

    public static string Samples { get; } = Path.Combine(Root(), "samples");

    public static IReadOnlyList<Dictionary<string, string>> UnitRows { get; } = Rows("units");

    public static IReadOnlyList<Dictionary<string, string>> AgencyRows { get; } = Rows("agencies");

    public static IReadOnlyList<DirectoryUnit> Units { get; } =
        [.. UnitRows.Where(InForce).Select(x => new DirectoryUnit(Id(List(x["codes"])[0]), Value<UnitLevel>(x["level"]), AnyId(x["parent"]), x["name"]))];

    public static IReadOnlyList<DirectoryAgency> Agencies { get; } =
        [.. AgencyRows.Where(InForce).Select(x => new DirectoryAgency(Id(List(x["codes"])[0]), x["name"], List(x["aliases"]), Value<AgencyKind>(x["kind"]), Id(x["unit"])))];

    public static IReadOnlyList<(DirectoryAgency Agency, DirectoryUnit Unit)> Candidates { get; } =
        [.. Agencies.Select(x => (x, Units.Single(unit => unit.Id == x.UnitId)))];

    public static Guid Id(string code)
    {
        if (!Ids.TryGetValue(code, out var id))
            Ids.Add(code, id = Guid.CreateVersion7());
        return id;
    }

    public static string? CodeOf(Guid? id) => Ids.SingleOrDefault(x => x.Value == id).Key;

    public static string[] List(string cell) => cell.Split(';', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What surrounds the documents of a unit.</summary>
    public static Surroundings Around(string unit)
    {
        var own = Units.Single(x => x.Id == Id(unit));
        List<DirectoryUnit> above = [];
        for (var next = own.ParentId; next is not null; next = above[^1].ParentId)
            above.Add(Units.Single(x => x.Id == next));
        return new Surroundings(own, above, [.. Agencies.Where(x => x.UnitId == own.Id || above.Any(unit => unit.Id == x.UnitId))]);
    }

    /// <summary>The codes of the agencies a group has.</summary>
    public static IReadOnlyList<string> MembersOf(AgencyGroup group) =>
    [
        .. Candidates
            .Where(x => (group.Below ? x.Unit.ParentId : x.Unit.Id) == group.UnitId && group.Kinds.Contains(x.Agency.Kind))
            .Select(x => CodeOf(x.Agency.Id)!),
    ];

    private static bool InForce(Dictionary<string, string> row) =>
        (row["valid_from"] is "" || DayOf(row["valid_from"]) <= Day) && (row["valid_to"] is "" || Day <= DayOf(row["valid_to"]));

    private static DateOnly DayOf(string cell) => DateOnly.ParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Guid? AnyId(string code) => code is "" ? null : Id(code);

    private static T Value<T>(string word) where T : struct, Enum => Enum.Parse<T>(word.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);

    private static List<Dictionary<string, string>> Rows(string table)
    {
        var lines = File.ReadAllLines(Path.Combine(Samples, "directory", table + ".csv"));
        var header = Cells(lines[0]);
        return [.. lines.Skip(1).Select(line => header.Zip(Cells(line)).ToDictionary(x => x.First, x => x.Second))];
    }

    private static string[] Cells(string line) =>
        [.. Cell().Matches(line).Select(x => (x.Groups["quoted"].Value + x.Groups["plain"].Value).Replace("\"\"", "\"", StringComparison.Ordinal))];

    [GeneratedRegex("""(?:^|,)(?:"(?<quoted>(?:[^"]|"")*)"|(?<plain>[^,"]*))""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Cell();

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SocialPolicyPlatform.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("The repository is not above the tests.");
    }
}
