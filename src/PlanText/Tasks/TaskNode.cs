namespace SocialPolicy.PlanText.Tasks;

/// <summary>A task section while it is read.</summary>
internal sealed class TaskNode
{
    public required int Rank { get; init; }

    public required string Numbering { get; init; }

    public required string Label { get; init; }

    public required int Level { get; init; }

    public string? Parent { get; init; }

    public required string Heading { get; init; }

    public required TextSpan Span { get; init; }

    /// <summary>The section around it.</summary>
    public TaskNode? Above { get; init; }

    /// <summary>The first section opened below it.</summary>
    public TaskNode? FirstBelow { get; set; }

    /// <summary>The last section opened below it.</summary>
    public TaskNode? LastBelow { get; set; }

    /// <summary>Whether sections stand below it, before the last, of which none has a lead of its own.</summary>
    public bool HasOnlyUnled { get; set; }

    public string? Lead { get; set; }

    public TextSpan? LeadSpan { get; set; }

    public List<string> Coordinating { get; init; } = [];

    public string? Time { get; set; }

    public string? Deliverable { get; set; }

    public List<TextSpan> Said { get; } = [];

    public List<TextItem> Items { get; } = [];

    public TextItem? Itself { get; set; }

    public PlanTask ToTask() => new()
    {
        Numbering = Numbering,
        Level = Level,
        Parent = Parent,
        Heading = Heading,
        Span = Span,
        Lead = Lead,
        LeadSpan = LeadSpan,
        Coordinating = Coordinating,
        Time = Time,
        Deliverable = Deliverable,
        LabelSpans = Said,
        Items = Items.Count == 0 && Itself is not null ? [Itself] : Items,
    };
}
