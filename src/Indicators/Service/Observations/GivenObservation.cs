using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.Indicators.Domain.Observations;
using SocialPolicy.Indicators.Service.Targets;

namespace SocialPolicy.Indicators.Service.Observations;

/// <summary>An observation as a request has it, well-formed in itself.</summary>
/// <param name="Target">The target that stands for the indicator; null for none.</param>
/// <param name="Period">What it is about.</param>
/// <param name="Said">What is said.</param>
internal sealed record GivenObservation(Guid? Target, ObservedPeriod Period, Measurement Said)
{
    public const int LongestSource = 500;
    public const int LongestNote = 2000;

    public static GivenObservation Of(V1.Observation observation)
    {
        Guid? target = observation.Target.Length > 0 || observation.Indicator.Length == 0
            ? TargetService.TargetName.Parse(observation.Target, "observation.target")
            : null;
        var period = PeriodOf(observation.Period, "observation.period");
        Check.All(
            new TextsFitTheirField("observation.source", observation.Source.Length, LongestSource),
            new TextsFitTheirField("observation.note", observation.Note.Length, LongestNote));
        return new(target, period, new(
            WrittenNumber.Parse(observation.Value, "observation.value"),
            WrittenNumber.Parse(observation.Numerator, "observation.numerator"),
            WrittenNumber.Parse(observation.Denominator, "observation.denominator"),
            observation.HasAchieved ? observation.Achieved : null,
            observation.Official,
            Storable(observation.Note)));
    }

    /// <summary>Throws PERIOD_MALFORMED.</summary>
    public static ObservedPeriod PeriodOf(string text, string field)
    {
        Check.Rule(new PeriodsAreWellFormed(field, text, ObservedPeriod.TryParse(text, out var period)));
        return period!.Value;
    }

    /// <summary>No database text holds a NUL.</summary>
    public static string Storable(string text) => text.Replace("\0", "", StringComparison.Ordinal).Trim();
}
