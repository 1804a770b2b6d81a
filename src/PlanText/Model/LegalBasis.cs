namespace SocialPolicy.PlanText;

/// <summary>One cited document (văn bản được dẫn chiếu), at its first mention.</summary>
public sealed record LegalBasis
{
    /// <summary>Number and symbol without inner spaces; null for documents cited by name.</summary>
    public string? Number { get; init; }

    /// <summary>Kind of document as the text names it ("Nghị quyết"); null when the text does not.</summary>
    public string? Type { get; init; }

    /// <summary>Name of an unnumbered document, as "Luật Việc làm".</summary>
    public string? Name { get; init; }

    /// <summary>Date of the cited document.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>How the plan stands to the cited document.</summary>
    public LegalRelationship Relationship { get; init; }

    /// <summary>First mention.</summary>
    public TextSpan Span { get; init; }

    /// <summary>All mentions, the first included.</summary>
    public IReadOnlyList<TextSpan> Occurrences { get; init; } = [];
}

/// <summary>How a plan stands to a document it cites.</summary>
public enum LegalRelationship
{
    /// <summary>Only mentioned.</summary>
    Cites,

    /// <summary>Thực hiện, triển khai.</summary>
    Implements,

    /// <summary>Căn cứ.</summary>
    PursuantTo,

    /// <summary>Theo đề nghị của ... tại Tờ trình.</summary>
    OnProposalOf,

    /// <summary>Sửa đổi, bổ sung.</summary>
    Amends,

    /// <summary>Thay thế, bãi bỏ.</summary>
    Replaces,
}
