namespace SocialPolicy.BuildingBlocks.Domain.Rules;

/// <summary>Where rules are asked.</summary>
public static class Check
{
    /// <summary>Throws <see cref="RuleBroken"/> for the first broken rule: states are checked one by one.</summary>
    public static void Rule(IRule rule)
    {
        if (rule.IsBroken)
            throw new RuleBroken([rule]);
    }

    /// <summary>Throws <see cref="RuleBroken"/> with all broken rules: a person wants every mistake of an input at once.</summary>
    public static void All(params IEnumerable<IRule> rules)
    {
        var broken = rules.Where(rule => rule.IsBroken).ToList();
        if (broken.Count > 0)
            throw new RuleBroken(broken);
    }
}
