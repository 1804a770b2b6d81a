namespace SocialPolicy.PlanRegistry.Domain.Directory;

/// <summary>Whom a document means by a name it wrote.</summary>
/// <param name="Text">As written.</param>
/// <param name="AgencyId">The one agency meant; null for a group and for a name that is not known.</param>
/// <param name="Group">The group meant; null for one agency and for a name that is not known.</param>
public sealed record Party(string Text, Guid? AgencyId, AgencyGroup? Group)
{
    /// <summary>Whether the directory knows who is meant.</summary>
    public bool IsKnown => AgencyId is not null || Group is not null;
}

/// <summary>All agencies of some kinds in some place: its members are found anew at each date.</summary>
/// <param name="UnitId">The place.</param>
/// <param name="Below">Whether the members are in the units right below the place and not in the place itself.</param>
/// <param name="Kinds">At least one.</param>
public sealed record AgencyGroup(Guid UnitId, bool Below, IReadOnlyList<AgencyKind> Kinds);
