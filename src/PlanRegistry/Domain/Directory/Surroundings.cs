namespace SocialPolicy.PlanRegistry.Domain.Directory;

/// <summary>What a document takes for granted: a name without a place is meant in the issuer's unit or above it.</summary>
/// <param name="Unit">The unit of the document's issuer.</param>
/// <param name="Above">The units above it, the nearest first.</param>
/// <param name="Agencies">The agencies in force in all of these units.</param>
public sealed record Surroundings(DirectoryUnit Unit, IReadOnlyList<DirectoryUnit> Above, IReadOnlyList<DirectoryAgency> Agencies)
{
    /// <summary>
    /// The level of the units right below <see cref="Unit"/>; null when not known, which stands for the next level. Below
    /// a province it is the commune since districts ended.
    /// </summary>
    public UnitLevel? Below { get; init; }

    /// <summary>The issuer's unit, then those above it.</summary>
    public IEnumerable<DirectoryUnit> Units => Above.Prepend(Unit);

    /// <summary>The level of the units right below one of <see cref="Units"/>; null when there is none.</summary>
    public UnitLevel? LevelBelow(DirectoryUnit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        if (Units.FirstOrDefault(x => x.ParentId == unit.Id) is { } child)
            return child.Level;
        return unit.Level is UnitLevel.Commune ? null : Below ?? unit.Level + 1;
    }
}
