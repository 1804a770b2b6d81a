using System.Globalization;
using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.BuildingBlocks.Domain.Input;

/// <summary>A batch asks for no more resources at once than its method takes.</summary>
public sealed record BatchesAreSmall(int Count, int Max, string Path = "names") : IRule
{
    public bool IsBroken => Count > Max;
    public string Reason => "TOO_MANY_NAMES";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"At most {Max} can be asked for at once; these are {Count}.";
    public string? Field => Path;

    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string>
    {
        ["max"] = Max.ToString(CultureInfo.InvariantCulture),
    };
}
