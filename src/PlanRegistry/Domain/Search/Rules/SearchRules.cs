using System.Globalization;
using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.PlanRegistry.Domain.Search.Rules;

/// <summary>A search is for words: letters or digits.</summary>
public sealed record QueriesHaveWords(int Count) : IRule
{
    public bool IsBroken => Count == 0;
    public string Reason => "QUERY_WITHOUT_WORDS";
    public RuleKind Kind => RuleKind.Input;
    public string Message => "A search is for words: type letters or digits.";
    public string? Field => "query";
}

/// <summary>A search is for a few words.</summary>
public sealed record QueriesHaveFewWords(int Count, int Max) : IRule
{
    public bool IsBroken => Count > Max;
    public string Reason => "QUERY_HAS_TOO_MANY_WORDS";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"A search takes at most {Max} words; these are {Count}.";
    public string? Field => "query";
    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string> { ["max"] = Max.ToString(CultureInfo.InvariantCulture) };
}
