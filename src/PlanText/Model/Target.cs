namespace SocialPolicy.PlanText;

/// <summary>One target (chỉ tiêu): one assertion about one indicator, population and place, with one value.</summary>
public sealed record Target
{
    /// <summary>The words of the target, white space collapsed.</summary>
    public required string Text { get; init; }

    /// <summary>Where it stands.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>What is measured, in the words of the text with an elided head put back.</summary>
    public string? Indicator { get; init; }

    /// <summary>With a number, or a state to be reached.</summary>
    public TargetKind Kind { get; init; }

    /// <summary>What the text says of the value; never what it may have meant.</summary>
    public Comparator Comparator { get; init; }

    /// <summary>The value, or the lower end of a range.</summary>
    public decimal? Value { get; init; }

    /// <summary>The upper end of a range.</summary>
    public decimal? ValueMax { get; init; }

    /// <summary>Unit with its denominator ("%", "điểm %/năm", "giường/10.000 dân").</summary>
    public string? Unit { get; init; }

    /// <summary>Year by which it is to be reached.</summary>
    public int? Year { get; init; }

    /// <summary>Of whom or what the value is a share or count.</summary>
    public string? Population { get; init; }

    /// <summary>Where, when the text narrows it ("ở nông thôn").</summary>
    public string? Geography { get; init; }

    /// <summary>Which way is better; null for a state to be reached.</summary>
    public Direction? Direction { get; init; }

    /// <summary>For decrease and increase: whether the value is a floor ("3% trở lên"), a ceiling or the lower end of a range.</summary>
    public Comparator? Bound { get; init; }

    /// <summary>Whether the change is meant for each year.</summary>
    public bool PerYear { get; init; }

    /// <summary>What the value is compared with ("so với cuối năm 2020").</summary>
    public string? Baseline { get; init; }

    /// <summary>Index of the target that this one is a part of ("trong đó").</summary>
    public int? Parent { get; init; }

    /// <summary>Words that the text leaves out because a neighbour says them.</summary>
    public string? ElidedHead { get; init; }

    /// <summary>Conditions that are to hold together.</summary>
    public IReadOnlyList<string> Conditions { get; init; } = [];

    /// <summary>Code of the indicator where its words point to one alone, as "bao_phu_bhyt"; the same code does not make two indicators comparable.</summary>
    public string? IndicatorCode { get; init; }

    /// <summary>Field of policy, as "y_te"; null when no word points to one.</summary>
    public string? Theme { get; init; }

    /// <summary>Why a person should look; codes of <see cref="Flag"/>.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];
}

/// <summary>Whether a target carries a number.</summary>
public enum TargetKind
{
    /// <summary>With a number.</summary>
    Quantitative,

    /// <summary>A state to be reached, without a number.</summary>
    Achieve,
}

/// <summary>How a value is meant.</summary>
public enum Comparator
{
    /// <summary>Đạt.</summary>
    Eq,

    /// <summary>Ít nhất, tối thiểu, trở lên.</summary>
    Ge,

    /// <summary>Trên, hơn.</summary>
    Gt,

    /// <summary>Không quá, tối đa, trở xuống.</summary>
    Le,

    /// <summary>Dưới.</summary>
    Lt,

    /// <summary>Từ ... đến ....</summary>
    Range,

    /// <summary>Khoảng.</summary>
    Approx,

    /// <summary>Giảm (bao nhiêu).</summary>
    DecreaseBy,

    /// <summary>Tăng (bao nhiêu).</summary>
    IncreaseBy,

    /// <summary>No value: a state to be reached.</summary>
    Achieve,
}

/// <summary>Which way an indicator is meant to move.</summary>
public enum Direction
{
    /// <summary>More is better.</summary>
    Up,

    /// <summary>Less is better.</summary>
    Down,
}
