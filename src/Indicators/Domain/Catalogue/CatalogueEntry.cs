namespace SocialPolicy.Indicators.Domain.Catalogue;

/// <summary>An indicator of the catalogue that comes with the service, as its file says it.</summary>
public sealed record CatalogueEntry
{
    public required string Code { get; init; }
    public required string Name { get; init; }
    public required string NameEn { get; init; }
    public IndicatorKind Kind { get; init; }
    public string Unit { get; init; } = "";
    public decimal? Scale { get; init; }
    public Tendency? Direction { get; init; }
    public string Population { get; init; } = "";
    public OverUnits OverUnits { get; init; } = OverUnits.None;
    public OverTime OverTime { get; init; } = OverTime.Last;
    public decimal? Least { get; init; }
    public decimal? Most { get; init; }
    public required string Theme { get; init; }
    public IReadOnlyList<Alias> Aliases { get; init; } = [];

    /// <summary>Names of dimensions that the file describes once for all its indicators.</summary>
    public IReadOnlyList<string> Dimensions { get; init; } = [];

    public IReadOnlyList<ReferenceEntry> References { get; init; } = [];
    public required IReadOnlyList<DefinitionEntry> Definitions { get; init; }
}

/// <summary>A code elsewhere. It is not verified unless the file says so.</summary>
public sealed record ReferenceEntry(string Scheme, string Code, string Edition = "", bool Verified = false);

/// <summary>A version of a definition. It is not verified unless the file says so.</summary>
public sealed record DefinitionEntry
{
    public DateOnly? ValidFrom { get; init; }
    public bool BreaksSeries { get; init; }
    public required string Text { get; init; }
    public string Numerator { get; init; } = "";
    public string Denominator { get; init; } = "";
    public required string SourceAgency { get; init; }
    public string Frequency { get; init; } = "năm";
    public string LegalBasis { get; init; } = "";
    public bool Verified { get; init; }
    public string Reason { get; init; } = "Danh mục kèm theo phần mềm.";
}
