namespace SocialPolicy.Indicators.Domain.Catalogue;

/// <summary>An indicator (chỉ tiêu thống kê): what is measured, the same for every plan that asks for it.</summary>
public sealed record Indicator
{
    public required Guid Id { get; init; }

    /// <summary>Grows with every change.</summary>
    public long Version { get; init; } = 1;

    /// <summary>Lower-case words joined by underscores; never changes.</summary>
    public required string Code { get; init; }

    /// <summary>In Vietnamese.</summary>
    public required string Name { get; init; }

    /// <summary>May be empty.</summary>
    public string NameEn { get; init; } = "";

    /// <summary>What gives its numbers their meaning.</summary>
    public required Measure Measure { get; init; }

    /// <summary>Which way is better; null: neither.</summary>
    public Tendency? Direction { get; init; }

    /// <summary>Whom or what it is measured on; empty: nobody in particular.</summary>
    public string Population { get; init; } = "";

    /// <summary>The least value; null: no such end.</summary>
    public decimal? Least { get; init; }

    /// <summary>The greatest value; null: no such end.</summary>
    public decimal? Most { get; init; }

    /// <summary>The field of policy, a word.</summary>
    public required string Theme { get; init; }

    public required Origin Origin { get; init; }

    /// <summary>Tells the entry of the catalogue file that it was last made of from others; null when it was not made of one.</summary>
    public string? Seed { get; init; }

    /// <summary>When a person first changed it; null: nobody has.</summary>
    public DateTimeOffset? CuratedAt { get; init; }

    /// <summary>Null while it is in use.</summary>
    public DateTimeOffset? RetiredAt { get; init; }

    public IReadOnlyList<Alias> Aliases { get; init; } = [];

    public IReadOnlyList<Category> Dimensions { get; init; } = [];

    public IReadOnlyList<Reference> References { get; init; } = [];

    /// <summary>The oldest version first.</summary>
    public IReadOnlyList<Definition> Definitions { get; init; } = [];

    /// <summary>The same, its lists compared by what is in them.</summary>
    public bool Says(Indicator other) =>
        Aliases.SequenceEqual(other.Aliases) && Dimensions.SequenceEqual(other.Dimensions) && References.SequenceEqual(other.References)
        && Definitions.SequenceEqual(other.Definitions)
        && this == other with { Aliases = Aliases, Dimensions = Dimensions, References = References, Definitions = Definitions };
}

/// <summary>What gives an indicator's numbers their meaning: it stays once there are any.</summary>
/// <param name="Kind">A number, or a judgement.</param>
/// <param name="Unit">As targets write it; empty for a judgement.</param>
/// <param name="Scale">Value = scale * numerator / denominator; null: counted, no ratio.</param>
/// <param name="OverUnits">How units add up.</param>
/// <param name="OverTime">How periods add up.</param>
public sealed record Measure(IndicatorKind Kind, string Unit, decimal? Scale, OverUnits OverUnits, OverTime OverTime)
{
    /// <summary>Whether something is achieved, in a person's judgement.</summary>
    public static Measure Judgement { get; } = new(IndicatorKind.Judgement, "", null, OverUnits.None, OverTime.Last);
}

/// <summary>Another name of the same number.</summary>
/// <param name="Name">As texts write it.</param>
/// <param name="Population">Said of whom, when the name alone could mean another number; null: as of the indicator.</param>
/// <param name="Geography">Said of where; null: anywhere.</param>
public sealed record Alias(string Name, string? Population = null, string? Geography = null);

/// <summary>A part (phân tổ) of an indicator: one category of one of its dimensions.</summary>
public sealed record Category(string Dimension, string Code, string Name);

/// <summary>What another system calls an indicator.</summary>
/// <param name="Verified">False: nobody has compared the code with its source.</param>
public sealed record Reference(string Scheme, string Edition, string Code, bool Verified);

/// <summary>What kind of value an indicator has.</summary>
public enum IndicatorKind
{
    Number,
    Judgement,
}

/// <summary>Which way is better.</summary>
public enum Tendency
{
    Up,
    Down,
}

/// <summary>How the value of a unit comes from those of the units below it.</summary>
public enum OverUnits
{
    Sum,
    Weighted,
    Average,
    None,
}

/// <summary>How the value of a long period comes from those of the periods in it.</summary>
public enum OverTime
{
    Sum,
    Last,
    Average,
    Weighted,
    None,
}

/// <summary>Where an indicator comes from.</summary>
public enum Origin
{
    Catalogue,
    Plan,
    Person,
}
