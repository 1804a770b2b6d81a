using SocialPolicy.Indicators.Domain.Observations;

namespace SocialPolicy.Indicators.Service.Observations;

/// <summary>A row of a batch that can be kept. The part is one of the batch's own until the batch knows its keys.</summary>
internal readonly record struct JudgedRow(ObservationKey Key, Measurement Said);
