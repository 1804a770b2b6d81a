using SocialPolicy.BuildingBlocks.Service.Files;
using SocialPolicy.BuildingBlocks.Service.Names;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.Indicators.Domain.Ratings;

namespace SocialPolicy.Indicators.Service.Observations;

/// <summary>Observations of targets; one file per RPC.</summary>
internal sealed partial class ObservationService(Requests requests, IFileStore files, RatingSettings settings, TimeProvider clock)
    : V1.ObservationService.ObservationServiceBase
{
    internal static readonly ResourceName ObservationName = new("observations/{observation}");
    internal static readonly ResourceName BatchName = new("observationBatches/{batch}");
}
