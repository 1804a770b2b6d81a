namespace SocialPolicy.PlanText;

/// <summary>One row of a table of tasks, as annexes (phụ lục) have them; each cell as written, null when empty or absent.</summary>
public sealed record TaskRow
{
    /// <summary>What stands under STT.</summary>
    public string? Number { get; init; }

    /// <summary>The row above that groups this one.</summary>
    public string? Group { get; init; }

    /// <summary>What is to be done.</summary>
    public required string Text { get; init; }

    /// <summary>Lead agency (cơ quan chủ trì).</summary>
    public string? Lead { get; init; }

    /// <summary>Coordinating agencies (cơ quan phối hợp).</summary>
    public IReadOnlyList<string> Coordinating { get; init; } = [];

    /// <summary>Time or deadline (thời gian).</summary>
    public string? Time { get; init; }

    /// <summary>Product or result (sản phẩm).</summary>
    public string? Deliverable { get; init; }

    /// <summary>The row.</summary>
    public required TextSpan Span { get; init; }
}
