namespace SocialPolicy.PlanRegistry.Domain.Alignment;

/// <summary>What a check of a plan against the one above it can find.</summary>
public enum FindingKind
{
    /// <summary>The plan above states it, this one does not.</summary>
    Missing,

    /// <summary>Less is demanded than above.</summary>
    Weaker,

    /// <summary>More is demanded than above.</summary>
    Stronger,

    /// <summary>To be reached in a later year than above.</summary>
    Later,

    /// <summary>To be reached in an earlier year than above.</summary>
    Earlier,

    /// <summary>Counted in another unit, its denominator included.</summary>
    OtherUnit,

    /// <summary>Measured on others.</summary>
    OtherPopulation,

    /// <summary>Of another place or kind, from another baseline, a change instead of a level, a year's change instead of all of it.</summary>
    OtherDefinition,

    /// <summary>Of the same thing, but no rule says which of the two demands more.</summary>
    NotComparable,

    /// <summary>Several targets fit equally well: a person has to say which one is meant.</summary>
    Ambiguous,
}
