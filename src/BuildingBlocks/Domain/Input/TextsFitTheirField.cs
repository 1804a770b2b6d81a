using System.Globalization;
using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.BuildingBlocks.Domain.Input;

/// <summary>A text is no longer than its field takes.</summary>
public sealed record TextsFitTheirField(string Path, int Length, int MaxLength) : IRule
{
    public bool IsBroken => Length > MaxLength;
    public string Reason => "FIELD_TOO_LONG";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"'{Path}' takes at most {MaxLength} characters; this has {Length}.";
    public string? Field => Path;

    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string>
    {
        ["length"] = Length.ToString(CultureInfo.InvariantCulture),
        ["max_length"] = MaxLength.ToString(CultureInfo.InvariantCulture),
    };
}
