using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.Indicators.Domain.Ratings;

namespace SocialPolicy.Indicators.Service.Figures;

/// <summary>Figures of indicators: over time, beside each other, and missing; one file per RPC.</summary>
internal sealed partial class FigureService(Requests requests, RatingSettings settings, TimeProvider clock) : V1.FigureService.FigureServiceBase;
