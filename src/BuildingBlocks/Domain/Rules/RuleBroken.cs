namespace SocialPolicy.BuildingBlocks.Domain.Rules;

/// <summary>The one exception of the domain: what was asked breaks these rules.</summary>
/// <param name="rules">Every broken rule; the first one names the refusal.</param>
public sealed class RuleBroken(IReadOnlyList<IRule> rules) : Exception(rules[0].Message)
{
    /// <summary>At least one.</summary>
    public IReadOnlyList<IRule> Rules { get; } = rules;

    /// <summary>The rule that names the refusal.</summary>
    public IRule First => Rules[0];
}
