namespace SocialPolicy.PlanRegistry.Domain.Search;

/// <summary>How well an entry fits; the later the better. Among equals the kind decides, then the length of a name, then the newest.</summary>
public enum SearchTier
{
    /// <summary>Every word stands somewhere.</summary>
    Words,

    /// <summary>The words stand somewhere, one behind the other.</summary>
    Phrase,

    /// <summary>Every word stands in the head: title, name, sentence of a target, heading of a task.</summary>
    HeadWords,

    /// <summary>The words stand in the head, one behind the other.</summary>
    HeadPhrase,

    /// <summary>It has the number that was typed, or one that begins so.</summary>
    Number,
}
