using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.BuildingBlocks.Service.Callers;

/// <summary>An agency that a request names is in the directory.</summary>
/// <param name="Name">As the request has it: <c>agencies/{agency}</c> or <c>scheme:code</c>.</param>
/// <param name="Path">The request field it stands in.</param>
/// <param name="Known">Whether it was found.</param>
public sealed record AgenciesAreKnown(string Name, string Path, bool Known) : IRule
{
    public bool IsBroken => !Known;
    public string Reason => "AGENCY_NOT_FOUND";
    public RuleKind Kind => RuleKind.Missing;
    public string Message => $"The directory has no agency {Name}.";
    public string? Field => Path;
    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string> { ["agency"] = Name };
}

/// <summary>A caller acts for its own agency, or for one that it is listed for.</summary>
/// <param name="Agency">The agency acted for: <c>agencies/{agency}</c>.</param>
/// <param name="Allowed">Whether the caller may.</param>
public sealed record CallersActForTheirAgencies(string Agency, bool Allowed) : IRule
{
    public bool IsBroken => !Allowed;
    public string Reason => "AGENCY_NOT_YOURS";
    public RuleKind Kind => RuleKind.Forbidden;
    public string Message => $"The caller neither belongs to {Agency} nor may act for it.";
    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string> { ["agency"] = Agency };
}

/// <summary>Nothing new is asked of, or taken from, an agency that has yet to begin.</summary>
/// <param name="Agency">The agency: <c>agencies/{agency}</c>.</param>
/// <param name="Begun">Whether it has, by the day that counts.</param>
public sealed record AgenciesHaveBegun(string Agency, bool Begun) : IRule
{
    public bool IsBroken => !Begun;
    public string Reason => "AGENCY_NOT_THERE_YET";
    public string Message => $"{Agency} is not there yet.";
    public string? Field { get; init; }
    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string> { ["agency"] = Agency };
}

/// <summary>A plan is changed by those who keep it.</summary>
/// <param name="Id">The plan.</param>
/// <param name="Kept">Whether the caller does.</param>
public sealed record PlansAreKeptByTheirOwn(Guid Id, bool Kept) : IRule
{
    public bool IsBroken => !Kept;
    public string Reason => "PLAN_NOT_YOURS";
    public RuleKind Kind => RuleKind.Forbidden;
    public string Message => $"plans/{Id} is kept by the agency that took it in, by its issuer, and by those above; the caller acts for none of them.";
    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string> { ["plan"] = $"plans/{Id}" };
}
