namespace SocialPolicy.Reporting.Domain.Reports;

/// <summary>One row of the standard table (biểu tổng hợp) as it stood when the report was made. Numbers are in plain notation.</summary>
public sealed record PinnedLine
{
    public required Guid Target { get; init; }
    public required string Indicator { get; init; }
    public required PinnedThreshold Threshold { get; init; }

    /// <summary>The year to meet it in; 0 when not stated.</summary>
    public int Year { get; init; }

    /// <summary>The value the agency gave for the period; empty when it gave none.</summary>
    public string Value { get; init; } = "";

    public bool Estimate { get; init; }

    /// <summary>The value of the same period a year before; empty when there is none.</summary>
    public string YearBefore { get; init; } = "";

    /// <summary>The observation pinned; null without one.</summary>
    public Guid? Observation { get; init; }

    /// <summary>The contract's word.</summary>
    public required string Verdict { get; init; }

    /// <summary>Empty where a percentage says nothing.</summary>
    public string PercentOfTarget { get; init; } = "";
}

/// <summary>What the plan demanded, in the contract's words.</summary>
public sealed record PinnedThreshold(string Comparator, string Value, string ValueMax, string Unit, string Bound, bool PerYear);
