using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.Calendar;
using SocialPolicy.Indicators.Domain.Observations;
using SocialPolicy.Indicators.Service.Targets;

namespace SocialPolicy.Indicators.Service.Observations;

/// <summary>An observation as a request has it, well-formed in itself.</summary>
internal sealed record GivenObservation(Guid Target, string Agency, ReportingPeriod Period, Measurement Measurement)
{
    private const int LongestSource = 500;
    private const int LongestNote = 2000;

    public static GivenObservation Of(V1.Observation observation)
    {
        var target = TargetService.TargetName.Parse(observation.Target, "observation.target");
        var period = PeriodOf(observation.Period, "observation.period");
        Check.All(
            new TextsFitTheirField("observation.source", observation.Source.Length, LongestSource),
            new TextsFitTheirField("observation.note", observation.Note.Length, LongestNote));
        return new(target, observation.Agency, period, new(
            WrittenNumber.Parse(observation.Value, "observation.value"),
            observation.HasAchieved ? observation.Achieved : null,
            observation.Estimate,
            Storable(observation.Source),
            Storable(observation.Note)));
    }

    /// <summary>Throws PERIOD_MALFORMED.</summary>
    public static ReportingPeriod PeriodOf(string text, string field)
    {
        Check.Rule(new PeriodsAreWellFormed(field, text, ReportingPeriod.TryParse(text, out var period)));
        return period!;
    }

    // No database text holds a NUL.
    private static string Storable(string text) => text.Replace("\0", "", StringComparison.Ordinal).Trim();
}
