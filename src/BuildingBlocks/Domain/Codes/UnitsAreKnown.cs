using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.BuildingBlocks.Domain.Codes;

/// <summary>A unit that a request names is in the directory.</summary>
/// <param name="Name">As the request has it.</param>
/// <param name="Path">The request field it stands in.</param>
/// <param name="Known">Whether it was found.</param>
public sealed record UnitsAreKnown(string Name, string Path, bool Known) : IRule
{
    public bool IsBroken => !Known;
    public string Reason => "UNIT_NOT_FOUND";
    public RuleKind Kind => RuleKind.Missing;
    public string Message => $"The directory has no unit {Name}.";
    public string? Field => Path;
    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string> { ["unit"] = Name };
}
