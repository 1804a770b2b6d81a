namespace SocialPolicy.PlanText.Layout;

/// <summary>What a section is about.</summary>
internal enum SectionKind
{
    /// <summary>Before the first section.</summary>
    Preamble,
    Purpose,
    Scope,
    Targets,
    Tasks,
    Budget,
    Organisation,
    Reporting,

    /// <summary>Recipients and signature.</summary>
    Closing,

    /// <summary>Phụ lục.</summary>
    Annex,

    /// <summary>What a page on the web has behind a document.</summary>
    Chrome,
    Other,
}

/// <summary>Blocks under one outermost heading; the heading is null for preamble and closing.</summary>
internal sealed record Section(SectionKind Kind, Block? Heading, IReadOnlyList<Block> Blocks);
