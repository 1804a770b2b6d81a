namespace SocialPolicy.PlanRegistry.Domain.Documents;

/// <summary>A document (văn bản) of the graph.</summary>
/// <param name="Id">A UUIDv7 that never changes.</param>
/// <param name="Version">1 for a new one; one more with every change.</param>
/// <param name="Said">What is known of it.</param>
/// <param name="IsStub">Known from citations alone.</param>
public sealed record Document(Guid Id, long Version, DocumentDescription Said, bool IsStub)
{
    /// <summary>First day in force; null: the day of issue.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Last day in force; null while no end is known.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>The plan of the register that it is.</summary>
    public Guid? PlanId { get; init; }

    /// <summary>The agency that its issuer's name means.</summary>
    public Guid? IssuerAgency { get; init; }

    /// <summary>A stub that fits several documents: a person decides.</summary>
    public bool IsAmbiguous { get; init; }

    /// <summary>The document that took over what cites this stub.</summary>
    public Guid? MergedInto { get; init; }

    /// <summary>What tells it apart.</summary>
    public DocumentKey Key => DocumentKey.Of(Said);

    /// <summary>Whether citations may be found to mean it.</summary>
    public bool IsOpen => !IsAmbiguous && MergedInto is null;
}

/// <summary>What a document says of another.</summary>
/// <param name="To">The other one.</param>
/// <param name="Kind">What is said.</param>
/// <param name="EffectiveOn">From when on; null: the day of issue of who says it.</param>
/// <param name="Span">Where a plan says it; null when a person said it.</param>
public sealed record SaidRelation(Guid To, RelationKind Kind, DateOnly? EffectiveOn = null, PlanText.TextSpan? Span = null);
