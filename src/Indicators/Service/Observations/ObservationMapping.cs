using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using SocialPolicy.DirectoryCopy.Agencies;
using SocialPolicy.Indicators.Service.Catalogue;
using SocialPolicy.Indicators.Service.Targets;

namespace SocialPolicy.Indicators.Service.Observations;

/// <summary>Observations in the words of the contract.</summary>
internal static class ObservationMapping
{
    /// <param name="row">The observation.</param>
    /// <param name="target">The target that it was asked for by; null for none.</param>
    public static V1.Observation ToContract(this ObservationRow row, TargetRow? target = null)
    {
        var observation = new V1.Observation
        {
            Name = ObservationService.ObservationName.Of(row.Id),
            Target = target is null ? "" : TargetService.TargetName.Of(target.Id),
            Plan = target is null ? "" : TargetService.PlanName.Of(target.PlanId),
            Indicator = IndicatorService.IndicatorName.Of(row.IndicatorId),
            Unit = UnitNames.Pattern.Of(row.UnitId),
            Part = row.PartOf ?? "",
            Agency = AgencyNames.Pattern.Of(row.AgencyId),
            Batch = ObservationService.BatchName.Of(row.BatchId),
            Period = row.ObservedPeriod.ToString(),
            Value = Written(row.Value),
            Numerator = Written(row.Numerator),
            Denominator = Written(row.Denominator),
            Estimate = row.Estimate,
            Official = row.Official,
            Source = row.Source,
            Note = row.Note ?? "",
            Revision = row.Revision,
            Current = row.Current,
            Actor = row.Actor,
            RecordTime = row.RecordedAt.ToTimestamp(),
        };
        if (row.Achieved is { } achieved)
            observation.Achieved = achieved;
        return observation;
    }

    private static string Written(decimal? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
