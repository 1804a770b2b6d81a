namespace SocialPolicy.PlanRegistry.Domain.Documents;

/// <summary>What one document says of another.</summary>
public enum RelationKind
{
    /// <summary>Thực hiện, triển khai.</summary>
    Implements,

    /// <summary>Căn cứ.</summary>
    PursuantTo,

    /// <summary>Theo đề nghị của.</summary>
    OnProposalOf,

    /// <summary>Sửa đổi, bổ sung.</summary>
    Amends,

    /// <summary>Thay thế.</summary>
    Replaces,

    /// <summary>Bãi bỏ.</summary>
    Repeals,

    /// <summary>Hướng dẫn.</summary>
    Guides,

    /// <summary>Only mentioned.</summary>
    Cites,
}

/// <summary>What kinds of relations mean for the order of documents.</summary>
public static class RelationKinds
{
    /// <summary>Who says them stands below: no document may stand above itself by them.</summary>
    public static readonly IReadOnlyList<RelationKind> Ordering =
        [RelationKind.Implements, RelationKind.PursuantTo, RelationKind.Guides, RelationKind.Amends, RelationKind.Replaces, RelationKind.Repeals];

    /// <summary>Who says them does so in order to carry the other out: what walks follow when nobody says otherwise.</summary>
    public static readonly IReadOnlyList<RelationKind> Carrying = [RelationKind.Implements, RelationKind.PursuantTo, RelationKind.Guides];

    /// <summary>The other one counts no more once they take effect.</summary>
    public static readonly IReadOnlyList<RelationKind> Ending = [RelationKind.Replaces, RelationKind.Repeals];
}
