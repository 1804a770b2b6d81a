using SocialPolicy.Calendar;
using SocialPolicy.Indicators.Domain.Observations;
using SocialPolicy.Indicators.Domain.Ratings;

namespace SocialPolicy.Indicators.Service.Observations;

/// <summary>A row of observations_seen.</summary>
internal sealed class ObservationRow
{
    public Guid Id { get; init; }
    public Guid TargetId { get; init; }
    public Guid PlanId { get; init; }
    public Guid AgencyId { get; init; }
    public string Period { get; init; } = "";
    public decimal? Value { get; init; }
    public bool? Achieved { get; init; }
    public bool Estimate { get; init; }
    public string Source { get; init; } = "";
    public string Note { get; init; } = "";
    public int Revision { get; init; }
    public string Actor { get; init; } = "";
    public DateTimeOffset RecordedAt { get; init; }
    public bool Current { get; init; }

    public ReportingPeriod ReportingPeriod =>
        ReportingPeriod.TryParse(Period, out var period) ? period : throw new FormatException($"{Period} is no period.");

    public Observation ToDomain() => new(Id, TargetId, AgencyId, ReportingPeriod, new(Value, Achieved, Estimate, Source, Note), Revision);

    public Measured Measured(Level? baseline) => new(ReportingPeriod, Value, Achieved, Estimate, baseline);
}
