namespace SocialPolicy.Reporting.Domain.Duties;

/// <summary>Whom a duty names: one agency, a group, or nobody the directory knows.</summary>
/// <param name="Text">As written.</param>
/// <param name="AgencyId">The one agency; null for a group and for an unknown name.</param>
/// <param name="Group">The group; null for one agency and for an unknown name.</param>
public sealed record Party(string Text, Guid? AgencyId = null, PartyGroup? Group = null);

/// <summary>All agencies of some kinds in some place ("các sở, ban, ngành"); who they are is found when a round opens.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Below">False: in the unit itself; true: in the units right below it.</param>
/// <param name="Kinds">Kinds of agencies.</param>
public sealed record PartyGroup(Guid UnitId, bool Below, IReadOnlyList<string> Kinds);
