using SocialPolicy.Contracts.Events;
using SocialPolicy.Contracts.Events.PlanRegistry.V1;

namespace SocialPolicy.Indicators.Domain.Targets;

/// <summary>The act of taking over the targets of one version of a plan: from here on they are the ones in force.</summary>
/// <param name="EventId">Of the announcement.</param>
/// <param name="PlanId">The plan.</param>
/// <param name="PlanVersion">Of the plan.</param>
/// <param name="At">When it is taken over.</param>
/// <param name="Targets">In the order of the text.</param>
/// <param name="UnitId">The unit whose plan it is: what its targets are measured in; null when the issuer is not known.</param>
/// <param name="FromYear">The first year of the plan; null when it is not stated.</param>
public sealed record Adoption(Guid EventId, Guid PlanId, long PlanVersion, DateTimeOffset At, IReadOnlyList<TargetInForce> Targets, Guid? UnitId = null, int? FromYear = null)
{
    /// <summary>What a plan asks for: all of it, whether this service had heard of the plan before or not.</summary>
    public static Adoption Of(PlanAmended amended, Envelope announcement, DateTimeOffset at) => Of(amended.Plan, announcement, at);

    /// <inheritdoc cref="Of(PlanAmended, Envelope, DateTimeOffset)"/>
    public static Adoption Of(PlanPublished plan, Envelope announcement, DateTimeOffset at) =>
        new(announcement.Id, plan.PlanId, announcement.AggregateVersion, at, [.. plan.Targets.Select(InForce)], plan.UnitId, plan.PeriodFrom);

    private static TargetInForce InForce(PublishedTarget target, int index) => new(
        target.TargetId,
        index + 1,
        target.ParentId,
        target.Section,
        target.Indicator,
        target.Comparator,
        target.Value,
        target.ValueMax,
        target.Unit,
        target.Bound,
        target.PerYear,
        target.Population,
        target.Geography,
        target.Year,
        target.Direction);
}
