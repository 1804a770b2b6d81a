namespace SocialPolicy.PlanText;

/// <summary>One section of the tasks (nhiệm vụ) with what stands under it.</summary>
public sealed record PlanTask
{
    /// <summary>Full numbering within the section, as "1.6.a".</summary>
    public required string Numbering { get; init; }

    /// <summary>1 for the outermost.</summary>
    public required int Level { get; init; }

    /// <summary>Numbering of the section around it.</summary>
    public string? Parent { get; init; }

    /// <summary>Heading as printed.</summary>
    public required string Heading { get; init; }

    /// <summary>Where the heading stands.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>Lead agency (cơ quan chủ trì) as written; a group is kept whole; null when unstated.</summary>
    public string? Lead { get; init; }

    /// <summary>Where lead and coordinating agencies are named, when that is not in the heading.</summary>
    public TextSpan? LeadSpan { get; init; }

    /// <summary>Where time and deliverable are named, when nothing else is said there.</summary>
    internal IReadOnlyList<TextSpan> LabelSpans { get; init; } = [];

    /// <summary>Coordinating agencies (cơ quan phối hợp) as written.</summary>
    public IReadOnlyList<string> Coordinating { get; init; } = [];

    /// <summary>When, where the text says so ("Thời gian thực hiện: ..."); as written.</summary>
    public string? Time { get; init; }

    /// <summary>What is to come of it, where the text says so ("Sản phẩm: ..."); as written.</summary>
    public string? Deliverable { get; init; }

    /// <summary>Bullets and paragraphs directly under the heading.</summary>
    public IReadOnlyList<TextItem> Items { get; init; } = [];
}

/// <summary>One bullet or paragraph.</summary>
public sealed record TextItem(ItemKind Kind, string Text, TextSpan Span);

/// <summary>How an item stands in the text.</summary>
public enum ItemKind
{
    /// <summary>After a dash or another bullet.</summary>
    Bullet,

    /// <summary>Without one.</summary>
    Paragraph,
}
