using SocialPolicy.Contracts.Events.PlanRegistry.V1;

namespace SocialPolicy.Indicators.Domain.Targets;

/// <summary>A target (chỉ tiêu) that a published plan put in force. The words are those of <see cref="PublishedTarget"/>.</summary>
/// <param name="Id">The same as in the plan; it survives amendments.</param>
/// <param name="Position">Its place in the plan's text, from 1.</param>
public sealed record TargetInForce(
    Guid Id,
    int Position,
    Guid? ParentId,
    string Section,
    string Indicator,
    string? Comparator,
    decimal? Value,
    decimal? ValueMax,
    string? Unit,
    string? Bound,
    bool PerYear,
    string? Population,
    string? Geography,
    int? Year,
    string? Direction);
