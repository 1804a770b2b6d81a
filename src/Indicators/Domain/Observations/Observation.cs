using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.Calendar;
using SocialPolicy.Indicators.Domain.Targets;

namespace SocialPolicy.Indicators.Domain.Observations;

/// <summary>One value (số liệu) of a target for a period, given by an agency. A later one is a revision that takes its place.</summary>
public sealed record Observation(
    Guid Id,
    Guid TargetId,
    Guid AgencyId,
    ReportingPeriod Period,
    Measurement Measurement,
    int Revision)
{
    /// <summary>What is to be kept: the observation there is when it says the same, else a new one, its next revision.</summary>
    /// <param name="target">What it is measured for.</param>
    /// <param name="agency">Who gives it.</param>
    /// <param name="period">What it is about.</param>
    /// <param name="measurement">What is said.</param>
    /// <param name="current">What the agency said of the period before; null when nothing.</param>
    /// <param name="at">Now, which the id of a new one is made of.</param>
    /// <param name="today">The day it is where the agencies are.</param>
    public static Observation Record(
        TargetInForce target, Guid agency, ReportingPeriod period, Measurement measurement, Observation? current, DateTimeOffset at, DateOnly today)
    {
        Check.All([new PeriodsHaveBegun(period, today), .. MeasurementRules.For(target, measurement)]);
        if (current?.Measurement == measurement)
            return current;
        return new(Guid.CreateVersion7(at), target.Id, agency, period, measurement, (current?.Revision ?? 0) + 1);
    }
}
