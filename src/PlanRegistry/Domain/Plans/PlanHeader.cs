using SocialPolicy.PlanText;

namespace SocialPolicy.PlanRegistry.Domain.Plans;

/// <summary>What a plan says of itself. Null is: the document does not say.</summary>
public sealed record PlanHeader
{
    /// <summary>Nothing stated.</summary>
    public static readonly PlanHeader Empty = new();

    /// <summary>As printed: "43/KH-UBND".</summary>
    public string? Number { get; init; }

    /// <summary>The day of issue, partial when the document leaves parts blank.</summary>
    public DocumentDate? IssuedOn { get; init; }

    /// <summary>The issuing organ (cơ quan ban hành) as written.</summary>
    public string? Issuer { get; init; }

    /// <summary>The issuer's level of government.</summary>
    public GovernmentLevel? IssuerLevel { get; init; }

    /// <summary>State or Party.</summary>
    public GovernmentSystem? IssuerSystem { get; init; }

    /// <summary>The province as written.</summary>
    public string? Province { get; init; }

    /// <summary>As printed, white space collapsed.</summary>
    public string? Title { get; init; }

    /// <summary>Who signed (người ký).</summary>
    public string? Signer { get; init; }

    /// <summary>The signer's office: "Phó Chủ tịch".</summary>
    public string? SignerTitle { get; init; }

    /// <summary>First year.</summary>
    public int? PeriodFrom { get; init; }

    /// <summary>Last year.</summary>
    public int? PeriodTo { get; init; }

    /// <summary>Year of the vision (tầm nhìn).</summary>
    public int? VisionYear { get; init; }
}
