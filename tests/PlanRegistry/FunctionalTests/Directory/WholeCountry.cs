using System.Globalization;
using Sent = SocialPolicy.PlanRegistry.V1.ImportDirectoryRequest.Types;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Directory;

/// <summary>
/// A directory of national size: 34 provinces and the 63 before, 696 districts that ended, 3,321 communes and the 10,038 before, each with
/// its people's committee.
/// </summary>
internal static class WholeCountry
{
    private const int Provinces = 34;
    private const int OldProvinces = 63;
    private const int Districts = 696;
    private const int Communes = 3_321;
    private const int OldCommunes = 10_038;

    private static readonly Google.Type.Date LastDay = new() { Year = 2025, Month = 6, Day = 30 };
    private static readonly Google.Type.Date FirstDay = new() { Year = 2025, Month = 7, Day = 1 };

    public static IReadOnlyList<Sent.UnitRow> Units { get; } =
    [
        .. Rows("p", Provinces, V1.Unit.Types.Level.Province, "tỉnh", null, 1),
        .. Ended(Rows("op", OldProvinces, V1.Unit.Types.Level.Province, "tỉnh", null, 1), "p", Provinces),
        .. Ended(Rows("d", Districts, V1.Unit.Types.Level.District, "huyện", "op", OldProvinces), "c", Communes),
        .. Begun(Rows("c", Communes, V1.Unit.Types.Level.Commune, "xã", "p", Provinces)),
        .. Ended(Rows("o", OldCommunes, V1.Unit.Types.Level.Commune, "xã", "d", Districts), "c", Communes),
    ];

    public static IReadOnlyList<Sent.AgencyRow> Agencies { get; } = [.. Units.Select(CommitteeOf)];

    private static IEnumerable<Sent.UnitRow> Rows(string kind, int count, V1.Unit.Types.Level level, string word, string? above, int aboves) =>
        Enumerable.Range(0, count).Select(number => new Sent.UnitRow
        {
            Codes = { Code(kind, number) },
            DisplayName = string.Create(CultureInfo.InvariantCulture, $"{word} {kind} {number}"),
            Level = level,
            ParentCode = above is null ? "" : Code(above, number % aboves),
        });

    private static IEnumerable<Sent.UnitRow> Ended(IEnumerable<Sent.UnitRow> rows, string heir, int heirs) => rows.Select((row, number) =>
    {
        row.ValidTo = LastDay;
        row.SucceededByCodes.Add(Code(heir, number % heirs));
        return row;
    });

    private static IEnumerable<Sent.UnitRow> Begun(IEnumerable<Sent.UnitRow> rows) => rows.Select(row =>
    {
        row.ValidFrom = FirstDay;
        return row;
    });

    private static Sent.AgencyRow CommitteeOf(Sent.UnitRow unit) => new()
    {
        Codes = { $"{unit.Codes[0]}.ubnd" },
        DisplayName = $"Ủy ban nhân dân {unit.DisplayName}",
        Aliases = { $"UBND {unit.DisplayName}" },
        Kind = V1.Agency.Types.Kind.PeoplesCommittee,
        UnitCode = unit.Codes[0],
        ValidFrom = unit.ValidFrom,
        ValidTo = unit.ValidTo,
        SucceededByCodes = { unit.SucceededByCodes.Select(heir => $"{heir}.ubnd") },
        Email = $"{unit.Codes[0]["country:".Length..]}@example.test",
    };

    private static string Code(string kind, int number) => string.Create(CultureInfo.InvariantCulture, $"country:{kind}{number}");
}
