namespace SocialPolicy.Documents.Word;

/// <summary>How one level of a list is numbered.</summary>
internal sealed class ListLevel
{
    public int Start { get; set; }

    /// <summary>"decimal", "lowerLetter", "bullet" ...</summary>
    public string Format { get; set; } = "decimal";

    /// <summary>As "%1.%2.": the numbers of the levels, and what stands around them.</summary>
    public string Text { get; set; } = "";

    /// <summary>The level, counted from 1, whose use begins this one anew; 0: nothing does; null: any above.</summary>
    public int? RestartedBy { get; set; }

    /// <summary>Whether all levels are shown in Arabic numbers.</summary>
    public bool IsLegal { get; set; }

    /// <summary>The paragraph style that stands at this level.</summary>
    public string? Style { get; set; }
}

/// <summary>A list as it is defined once and used by many.</summary>
internal sealed class ListDefinition
{
    public Dictionary<int, ListLevel> Levels { get; } = [];

    /// <summary>The style of lists that holds the levels, when they are not here.</summary>
    public string? StyleLink { get; set; }
}

/// <summary>A use of a definition, with what differs from it.</summary>
internal sealed class ListUse
{
    public string Definition { get; set; } = "";

    public Dictionary<int, int> Starts { get; } = [];

    public Dictionary<int, ListLevel> Levels { get; } = [];
}

/// <summary>Everything the numbering part says.</summary>
internal sealed record ListDefinitions(IReadOnlyDictionary<string, ListDefinition> Definitions, IReadOnlyDictionary<string, ListUse> Uses);
