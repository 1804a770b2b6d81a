using SocialPolicy.Indicators.Domain.Targets;

namespace SocialPolicy.Indicators.Domain.Catalogue;

/// <summary>Which indicators targets ask for.</summary>
/// <param name="Made">New ones, for targets that none fitted.</param>
/// <param name="Chosen">By target.</param>
public sealed record IndicatorChoices(IReadOnlyList<Indicator> Made, IReadOnlyList<IndicatorChoice> Chosen)
{
    /// <summary>One for each target. Targets of the same words share one, also when it is new.</summary>
    /// <param name="targets">As plans state them.</param>
    /// <param name="catalogue">In the order in which they came into it; those that cannot fit may be left out.</param>
    /// <param name="isTaken">Whether a code is one of the whole catalogue.</param>
    /// <param name="newId">Ids of new ones.</param>
    public static IndicatorChoices Of(IEnumerable<TargetInForce> targets, IEnumerable<Indicator> catalogue, Func<string, bool> isTaken, Func<Guid> newId)
    {
        var known = new Dictionary<string, List<Indicator>>(StringComparer.Ordinal);
        foreach (var indicator in catalogue)
            Add(known, indicator);
        var made = new List<Indicator>();
        var chosen = new List<IndicatorChoice>();
        foreach (var target in targets)
        {
            if (IndicatorMatcher.Find(target, known.GetValueOrDefault(IndicatorMatcher.WordsOf(target), [])) is not { } indicator)
            {
                indicator = IndicatorOfATarget.Make(target, newId(), code => isTaken(code) || made.Exists(other => other.Code == code));
                Add(known, indicator);
                made.Add(indicator);
            }

            chosen.Add(new(target.Id, indicator.Id, made.Contains(indicator) ? IndicatorBasis.Made : IndicatorBasis.Matched));
        }

        return new(made, chosen);
    }

    private static void Add(Dictionary<string, List<Indicator>> known, Indicator indicator)
    {
        foreach (var words in IndicatorMatcher.WordsOf(indicator))
        {
            if (!known.TryAdd(words, [indicator]))
                known[words].Add(indicator);
        }
    }

    /// <summary>Whether an amendment made the target another as far as its indicator goes.</summary>
    public static bool AskAnew(TargetInForce before, TargetInForce after) =>
        (before.Indicator, before.Unit, before.Population, before.Geography, before.Comparator)
        != (after.Indicator, after.Unit, after.Population, after.Geography, after.Comparator);
}

/// <summary>The indicator of a target.</summary>
public sealed record IndicatorChoice(Guid TargetId, Guid IndicatorId, IndicatorBasis Basis);

/// <summary>How a target came to its indicator.</summary>
public enum IndicatorBasis
{
    Matched,
    Made,
    Person,
}
