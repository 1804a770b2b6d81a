using System.Globalization;
using SocialPolicy.BuildingBlocks.Domain.Text;

namespace SocialPolicy.PlanRegistry.Domain.Plans;

/// <summary>The header fields a person may correct, under the paths of the wire.</summary>
public static class HeaderFields
{
    private static readonly Dictionary<string, HeaderField> All = new()
    {
        ["number"] = new(h => h.Number, (h, from) => h with { Number = from.Number }, MaxLength: 100),
        ["issued_on"] = new(h => h.IssuedOn?.ToString(), (h, from) => h with { IssuedOn = from.IssuedOn }),
        ["issuer"] = new(h => h.Issuer, (h, from) => h with { Issuer = from.Issuer }, MaxLength: 500),
        ["issuer_level"] = new(h => Words.OfAny(h.IssuerLevel), (h, from) => h with { IssuerLevel = from.IssuerLevel }),
        ["issuer_system"] = new(h => Words.OfAny(h.IssuerSystem), (h, from) => h with { IssuerSystem = from.IssuerSystem }),
        ["province"] = new(h => h.Province, (h, from) => h with { Province = from.Province }, MaxLength: 100),
        ["title"] = new(h => h.Title, (h, from) => h with { Title = from.Title }, MaxLength: 4000),
        ["signer"] = new(h => h.Signer, (h, from) => h with { Signer = from.Signer }, MaxLength: 200),
        ["signer_title"] = new(h => h.SignerTitle, (h, from) => h with { SignerTitle = from.SignerTitle }, MaxLength: 200),
        ["period_from"] = new(h => Text(h.PeriodFrom), (h, from) => h with { PeriodFrom = from.PeriodFrom }),
        ["period_to"] = new(h => Text(h.PeriodTo), (h, from) => h with { PeriodTo = from.PeriodTo }),
        ["vision_year"] = new(h => Text(h.VisionYear), (h, from) => h with { VisionYear = from.VisionYear }),
    };

    /// <summary>The paths, in the order of the wire.</summary>
    public static IReadOnlyCollection<string> Paths => All.Keys;

    /// <summary>Whether a person may correct it.</summary>
    public static bool Has(string path) => All.ContainsKey(path);

    /// <summary>The longest text the field takes.</summary>
    public static int MaxLengthOf(string path) => All[path].MaxLength;

    /// <summary>The field's value in text form, null when not stated.</summary>
    public static string? TextOf(string path, PlanHeader header) => All[path].Text(header);

    internal static PlanHeader Take(string path, PlanHeader header, PlanHeader from) => All[path].Take(header, from);

    internal static IReadOnlyList<Correction> Compare(PlanHeader before, PlanHeader after, string actor, DateTimeOffset at) =>
    [
        .. Paths
            .Select(path => new Correction(path, TextOf(path, before) ?? "", TextOf(path, after) ?? "", actor, at))
            .Where(correction => correction.Before != correction.After),
    ];

    private static string? Text(int? year) => year?.ToString(CultureInfo.InvariantCulture);

    private sealed record HeaderField(
        Func<PlanHeader, string?> Text, Func<PlanHeader, PlanHeader, PlanHeader> Take, int MaxLength = int.MaxValue);
}
