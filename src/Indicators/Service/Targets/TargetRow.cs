using SocialPolicy.Indicators.Domain.Targets;

namespace SocialPolicy.Indicators.Service.Targets;

/// <summary>A row of targets_in_force.</summary>
internal sealed class TargetRow
{
    public Guid Id { get; init; }
    public Guid PlanId { get; init; }
    public DateTimeOffset AdoptedAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
    public int Position { get; init; }
    public Guid? ParentId { get; init; }
    public string Section { get; init; } = "";
    public string Indicator { get; init; } = "";
    public string? Comparator { get; init; }
    public decimal? Value { get; init; }
    public decimal? ValueMax { get; init; }
    public string? Unit { get; init; }
    public string? Bound { get; init; }
    public bool PerYear { get; init; }
    public string? Population { get; init; }
    public string? Geography { get; init; }
    public int? Year { get; init; }
    public string? Direction { get; init; }
    public Guid? UnitId { get; init; }

    /// <summary>The first year of the plan; null when it is not stated.</summary>
    public int? PlanFromYear { get; init; }

    public Guid? IndicatorId { get; init; }

    /// <summary>Grows when it is given another indicator; 0 before it has one.</summary>
    public long IndicatorVersion { get; init; }

    public bool IndicatorByPerson { get; init; }

    public TargetInForce ToDomain() => new(
        Id, Position, ParentId, Section, Indicator, Comparator, Value, ValueMax, Unit, Bound, PerYear, Population, Geography, Year, Direction);
}
