namespace SocialPolicy.PlanRegistry.Domain.Directory;

/// <summary>Whom a document means by a name it wrote.</summary>
/// <param name="Text">As written.</param>
/// <param name="AgencyId">The one agency meant; null for a group and for a name that is not known.</param>
/// <param name="Group">The group meant; null for one agency and for a name that is not known.</param>
public sealed record Party(string Text, Guid? AgencyId, AgencyGroup? Group)
{
    /// <summary>Whether the directory knows who is meant.</summary>
    public bool IsKnown => AgencyId is not null || Group is not null;

    /// <summary>Whether both mean the same, whatever they are called.</summary>
    public bool MeansTheSameAs(Party other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return AgencyId == other.AgencyId && (Group is null) == (other.Group is null) && (Group is null || Group.IsTheSameAs(other.Group!));
    }
}

/// <summary>All agencies of some kinds in some place: its members are found anew at each date.</summary>
/// <param name="UnitId">The place.</param>
/// <param name="Below">Whether the members are in the units right below the place and not in the place itself.</param>
/// <param name="Kinds">At least one.</param>
public sealed record AgencyGroup(Guid UnitId, bool Below, IReadOnlyList<AgencyKind> Kinds)
{
    /// <summary>Whether both have the same members on every day.</summary>
    public bool IsTheSameAs(AgencyGroup other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return UnitId == other.UnitId && Below == other.Below && Kinds.ToHashSet().SetEquals(other.Kinds);
    }
}
