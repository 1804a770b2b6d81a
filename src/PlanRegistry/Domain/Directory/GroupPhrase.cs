namespace SocialPolicy.PlanRegistry.Domain.Directory;

/// <summary>Words that stand for a group of agencies.</summary>
/// <param name="Kinds">Whom they stand for.</param>
/// <param name="In">The levels at which the group sits in its unit; empty for a group below its unit.</param>
/// <param name="Below">The levels of the units whose agencies are meant; empty for a group in its unit.</param>
internal sealed record GroupPhrase(IReadOnlyList<AgencyKind> Kinds, IReadOnlyList<UnitLevel> In, IReadOnlyList<UnitLevel> Below)
{
    public bool IsBelow => Below.Count > 0;

    /// <summary>Whether the group can be one of <paramref name="unit"/>: a district has no "sở".</summary>
    public bool Suits(DirectoryUnit unit, Surroundings around) =>
        IsBelow ? around.LevelBelow(unit) is { } level && Below.Contains(level) : In.Contains(unit.Level);
}
