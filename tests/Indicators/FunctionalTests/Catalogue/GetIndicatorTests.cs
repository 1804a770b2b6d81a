using Google.Type;
using Grpc.Core;
using SocialPolicy.Harness;
using SocialPolicy.Harness.Services;

namespace SocialPolicy.Indicators.FunctionalTests.Catalogue;

[Collection(nameof(Indicators))]
public sealed class GettingAnIndicator(Indicators indicators)
{
    [Fact]
    public async Task Shows_one_of_the_catalogue_by_its_code_and_by_its_name()
    {
        await indicators.CatalogueIsIn();

        var poor = await indicators.Catalogue.GetIndicatorAsync(new() { Name = "spp:ty_le_ho_ngheo" });

        (await indicators.Catalogue.GetIndicatorAsync(new() { Name = poor.Name })).ShouldBe(poor);
        (poor.DisplayName, poor.DisplayNameEn, poor.Unit, poor.Scale, poor.Origin).ShouldBe(
            ("Tỷ lệ hộ nghèo", "Share of poor households", "%", "100", V1.Indicator.Types.Origin.Catalogue));
        poor.Definitions.Select(version => (version.Number, $"{version.ValidFrom}", version.BreaksSeries)).ShouldBe(
            [(1, "", false), (2, $"{new Date { Year = 2027, Month = 1, Day = 1 }}", true)]);
        poor.Dimensions.Select(dimension => dimension.Code).ShouldBe(["area", "ethnicity"]);
        poor.References.ShouldAllBe(reference => !reference.Verified);
    }

    [Theory]
    [InlineData("spp:khong_co", StatusCode.NotFound, "INDICATOR_NOT_FOUND")]
    [InlineData("indicators/0199d0de-0000-7000-8000-000000000000", StatusCode.NotFound, "INDICATOR_NOT_FOUND")]
    [InlineData("indicators/1", StatusCode.InvalidArgument, "NAME_MALFORMED")]
    [InlineData("", StatusCode.InvalidArgument, "NAME_MALFORMED")]
    public async Task Is_refused_what_is_not_there(string name, StatusCode code, string reason)
    {
        var refused = await Refused.By(indicators.Catalogue.GetIndicatorAsync(new() { Name = name }));

        (refused.Code, refused.Reason).ShouldBe((code, reason));
    }
}

internal static class WaitingForTheCatalogue
{
    /// <summary>Returns when the job at start has put the catalogue in.</summary>
    public static Task CatalogueIsIn(this Indicators indicators) =>
        Eventually.Holds(() => indicators.Ask<bool>("select count(*) >= 87 from indicators where origin = 'catalogue'"));
}
