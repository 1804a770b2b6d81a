using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.PlanRegistry.Domain.Plans.Rules;

/// <summary>A person corrects what the plan says of itself; what was read from its text stays as it was read.</summary>
public sealed record OnlyHeaderFieldsCanBeCorrected(string Path) : IRule
{
    public bool IsBroken => !HeaderFields.Has(Path);
    public string Reason => "FIELD_NOT_CORRECTABLE";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"'{Path}' cannot be corrected; these can: {string.Join(", ", HeaderFields.Paths)}.";
    public string? Field => "update_mask";
    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string> { ["path"] = Path };
}

/// <summary>A period ends after it begins.</summary>
public sealed record PeriodsRunForward(int? From, int? To) : IRule
{
    public bool IsBroken => From > To;
    public string Reason => "PERIOD_REVERSED";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"A period ends after it begins; this one runs from {From} to {To}.";
    public string? Field => "plan.period_to";
}

/// <summary>All that must hold of a corrected header.</summary>
internal static class HeaderRules
{
    private static readonly string[] Years = ["period_from", "period_to", "vision_year"];

    public static IEnumerable<IRule> For(PlanHeader header, IReadOnlyCollection<string> corrected) =>
    [
        .. corrected.Select(path => TextFits(path, HeaderFields.TextOf(path, header))),
        .. corrected.Intersect(Years).Select(path => YearExists(path, HeaderFields.TextOf(path, header))),
        new DatesExist("plan.issued_on", header.IssuedOn?.IsValid ?? true, $"{header.IssuedOn}"),
        new PeriodsRunForward(header.PeriodFrom, header.PeriodTo),
    ];

    private static TextsFitTheirField TextFits(string path, string? text) =>
        new($"plan.{path}", text?.Length ?? 0, HeaderFields.MaxLengthOf(path));

    private static DatesExist YearExists(string path, string? text) =>
        new($"plan.{path}", text is null || (text.Length == 4 && text.All(char.IsAsciiDigit)), text ?? "");
}
