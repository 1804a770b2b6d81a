using SocialPolicy.Indicators.Domain.Catalogue;
using SocialPolicy.Indicators.Domain.Charts;

namespace SocialPolicy.Indicators.Service.Figures;

/// <summary>What all pictures share.</summary>
internal static class Pictures
{
    public static V1.Picture Of(string svg) => new() { ContentType = "image/svg+xml", Svg = svg };

    /// <param name="indicator">What is shown.</param>
    /// <param name="about">Where, or when.</param>
    public static ChartHead Head(Indicator indicator, string about) => new($"{indicator.Name}, {about}", indicator.Measure.Unit);
}
