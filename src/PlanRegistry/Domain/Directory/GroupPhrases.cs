using static SocialPolicy.PlanRegistry.Domain.Directory.AgencyKind;
using static SocialPolicy.PlanRegistry.Domain.Directory.UnitLevel;

namespace SocialPolicy.PlanRegistry.Domain.Directory;

/// <summary>The phrases for groups, and what may stand around them.</summary>
internal static class GroupPhrases
{
    private static readonly UnitLevel[] Nowhere = [];
    private static readonly UnitLevel[] Anywhere = [Country, Province, District, Commune];
    private static readonly AgencyKind[] Offices = [Department, ServiceUnit];
    private static readonly AgencyKind[] OfficesAndMass = [Department, ServiceUnit, MassOrganisation];

    // "Các đơn vị, địa phương" also means the committees below, which one group cannot say: it stands for the offices.
    private static readonly (AgencyKind[] Kinds, UnitLevel[] In, string[] Phrases)[] InTheUnit =
    [
        (Offices, [Province], ["các sở", "các sở, ban", "các sở, ngành", "các sở, ban, ngành", "sở, ban, ngành"]),
        (OfficesAndMass, [Province], ["các sở, ban, ngành, đoàn thể", "các sở, ngành, đoàn thể"]),
        (Offices, [District, Commune], ["các phòng", "các phòng, ban", "các phòng, ban, ngành", "các phòng, ban, đơn vị", "các phòng, ban chuyên môn"]),
        (OfficesAndMass, [District, Commune], ["các phòng, ban, đoàn thể", "các phòng, ban, ngành, đoàn thể"]),
        (Offices, Anywhere,
        [
            "các cơ quan", "các đơn vị", "các cơ quan, đơn vị", "các cơ quan, ban, ngành", "các cơ quan chuyên môn",
            "các ban, ngành", "các đơn vị, địa phương", "các cơ quan, đơn vị, địa phương", "các cơ quan, địa phương",
        ]),
        (OfficesAndMass, Anywhere, ["các ban, ngành, đoàn thể", "các cơ quan, ban, ngành, đoàn thể"]),
        ([MassOrganisation], Anywhere,
        [
            "các đoàn thể", "các hội, đoàn thể", "các tổ chức chính trị - xã hội", "các đoàn thể chính trị - xã hội",
            "các tổ chức thành viên", "các tổ chức thành viên của MTTQ", "các tổ chức thành viên của MTTQ Việt Nam",
        ]),
    ];

    private static readonly string[] Fronts = ["MTTQ", "MTTQ Việt Nam", "Ủy ban MTTQ", "Ủy ban MTTQ Việt Nam"];

    private static readonly string[] Allies = ["các đoàn thể", "các tổ chức chính trị - xã hội", "các đoàn thể chính trị - xã hội", "các tổ chức thành viên"];

    private static readonly (UnitLevel[] Below, string[] Phrases)[] UnitsBelow =
    [
        ([District],
        [
            "các huyện", "các huyện, thành phố", "các huyện, thị xã", "các huyện, thị xã, thành phố", "các thành phố, huyện",
            "các quận, huyện", "các quận, huyện, thị xã", "huyện, thành phố", "huyện, thị xã, thành phố", "cấp huyện",
        ]),
        ([Commune],
        [
            "các xã", "các phường", "các xã, thị trấn", "các xã, phường", "các phường, xã", "các xã, phường, thị trấn",
            "các xã, phường, đặc khu", "các xã, phường và đặc khu", "xã, thị trấn", "xã, phường", "xã, phường, thị trấn", "cấp xã",
        ]),
        ([Province, District, Commune], ["các địa phương"]),
    ];

    private static readonly (string Body, AgencyKind[] Kinds)[] Bodies =
    [
        ("", [PeoplesCommittee]),
        ("UBND", [PeoplesCommittee]),
        ("HĐND", [PeoplesCouncil]),
        ("HĐND, UBND", [PeoplesCouncil, PeoplesCommittee]),
    ];

    /// <summary>What each phrase, in folded words, stands for.</summary>
    public static IReadOnlyDictionary<string, GroupPhrase> All { get; } =
        OfTheUnit().Concat(OfTheFront()).Concat(OfUnitsBelow()).DistinctBy(x => x.Words).ToDictionary(x => x.Words, x => x.Phrase, StringComparer.Ordinal);

    /// <summary>What may follow a phrase without changing whom it means; the place may, too.</summary>
    public static IReadOnlyList<string> Endings { get; } =
        [.. new[] { "có liên quan", "liên quan", "trực thuộc", "trên địa bàn", "của" }.Select(NameWords.Of)];

    /// <summary>What may come before a name without changing whom it means: the head of an agency stands for the agency.</summary>
    public static IReadOnlyList<string> Openings { get; } =
        [.. new[] { "đề nghị", "giao", "đồng chí", "thủ trưởng", "lãnh đạo", "giám đốc", "chủ tịch", "trưởng" }.Select(NameWords.Of)];

    private static IEnumerable<(string Words, GroupPhrase Phrase)> OfTheUnit() =>
        from row in InTheUnit
        from phrase in row.Phrases
        select (NameWords.Of(phrase), new GroupPhrase(row.Kinds, row.In, Nowhere));

    private static IEnumerable<(string Words, GroupPhrase Phrase)> OfTheFront() =>
        from front in Fronts
        from allies in Allies
        select (NameWords.Of($"{front}, {allies}"), new GroupPhrase([Front, MassOrganisation], Anywhere, Nowhere));

    private static IEnumerable<(string Words, GroupPhrase Phrase)> OfUnitsBelow() =>
        from body in Bodies
        from row in UnitsBelow
        from phrase in row.Phrases
        select (NameWords.Of($"{body.Body} {phrase}"), new GroupPhrase(body.Kinds, Nowhere, row.Below));
}
