using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using SocialPolicy.DirectoryCopy.Agencies;
using SocialPolicy.Indicators.Service.Targets;

namespace SocialPolicy.Indicators.Service.Observations;

/// <summary>Observations in the words of the contract.</summary>
internal static class ObservationMapping
{
    public static V1.Observation ToContract(this ObservationRow row)
    {
        var observation = new V1.Observation
        {
            Name = ObservationService.ObservationName.Of(row.Id),
            Target = TargetService.TargetName.Of(row.TargetId),
            Plan = TargetService.PlanName.Of(row.PlanId),
            Agency = AgencyNames.Pattern.Of(row.AgencyId),
            Period = row.Period,
            Value = row.Value?.ToString(CultureInfo.InvariantCulture) ?? "",
            Estimate = row.Estimate,
            Source = row.Source,
            Note = row.Note,
            Revision = row.Revision,
            Current = row.Current,
            Actor = row.Actor,
            RecordTime = row.RecordedAt.ToTimestamp(),
        };
        if (row.Achieved is { } achieved)
            observation.Achieved = achieved;
        return observation;
    }
}
