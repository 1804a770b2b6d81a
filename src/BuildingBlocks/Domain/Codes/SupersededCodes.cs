using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.BuildingBlocks.Domain.Codes;

/// <summary>Who took over from one that ended.</summary>
/// <param name="Code"><c>scheme:code</c>, to be named instead.</param>
/// <param name="Name">Its name.</param>
public sealed record Successor(string Code, string Name);

/// <summary>Nothing new is written of a unit that has ended: its heirs are named instead.</summary>
/// <param name="Code">The code that was named, or its first.</param>
/// <param name="EndedOn">Its last day.</param>
/// <param name="Ended">Whether that is before the day that counts.</param>
/// <param name="Heirs">Who took over; empty when nobody did.</param>
public sealed record SupersededUnitsGiveWay(string Code, DateOnly? EndedOn, bool Ended, IReadOnlyList<Successor> Heirs) : IRule
{
    public bool IsBroken => Ended;
    public string Reason => "UNIT_SUPERSEDED";
    public string Message => $"{Code} ended on {EndedOn:yyyy-MM-dd}; {SupersededCodes.Instead(Heirs)}";
    public IReadOnlyDictionary<string, string> Facts => SupersededCodes.Facts(Code, EndedOn, Heirs);
}

/// <summary>Nothing new is asked of, or taken from, an agency that has heirs: they are named instead.</summary>
/// <param name="Code">The code that was named, or its first.</param>
/// <param name="EndedOn">Its last day.</param>
/// <param name="Ended">Whether that is before the day that counts.</param>
/// <param name="Heirs">Who took over; empty when nobody did.</param>
public sealed record SupersededAgenciesGiveWay(string Code, DateOnly? EndedOn, bool Ended, IReadOnlyList<Successor> Heirs) : IRule
{
    public bool IsBroken => Ended;
    public string Reason => "AGENCY_SUPERSEDED";
    public string Message => $"{Code} ended on {EndedOn:yyyy-MM-dd}; {SupersededCodes.Instead(Heirs)}";
    public string? Field { get; init; }
    public IReadOnlyDictionary<string, string> Facts => SupersededCodes.Facts(Code, EndedOn, Heirs);
}

internal static class SupersededCodes
{
    public static string Instead(IReadOnlyList<Successor> heirs) => heirs.Count == 0
        ? "nobody took over."
        : $"name instead {string.Join(" or ", heirs.Select(heir => $"{heir.Code} ({heir.Name})"))}.";

    public static IReadOnlyDictionary<string, string> Facts(string code, DateOnly? endedOn, IReadOnlyList<Successor> heirs) => new Dictionary<string, string>
    {
        ["code"] = code,
        ["ended_on"] = $"{endedOn:yyyy-MM-dd}",
        ["heirs"] = string.Join(';', heirs.Select(heir => heir.Code)),
        ["heir_names"] = string.Join(';', heirs.Select(heir => heir.Name)),
    };
}
