using Grpc.Core;
using SocialPolicy.Harness.Services;
using SocialPolicy.Indicators.FunctionalTests.Observations;

namespace SocialPolicy.Indicators.FunctionalTests.Figures;

[Collection(nameof(Indicators))]
public sealed class DrawingAComparison(Indicators indicators)
{
    [Fact]
    public async Task Tells_who_is_first_who_is_last_and_where_the_unit_stands_that_it_is_made_for()
    {
        var place = await APlace.In(indicators, communes: 4);
        await place.Officer.Send(Rows.By(place.Agency), place.Row(0, "10"), place.Row(1, "30"), place.Row(2, "20"));

        var picture = await indicators.Figures.DrawComparisonAsync(new() { Comparison = Below(place), Unit = place.Communes[2].Codes[0] });

        var told = picture.Described();
        told.ShouldContain("tháng 01/2025");
        told.ShouldContain($"3 đơn vị có số liệu, cao nhất là tốt nhất. Đứng đầu: {place.Communes[1].Name} 30 %. Đứng cuối: {place.Communes[0].Name} 10 %.");
        told.ShouldContain($"{place.Communes[2].Name} 20 %, xếp thứ 2.");
        told.ShouldContain("1 đơn vị chưa có số liệu.");
    }

    [Fact]
    public async Task Is_refused_by_name_for_what_is_wrong_with_it()
    {
        var comparison = Below(await APlace.In(indicators));
        (await Refused.By(indicators.Figures.DrawComparisonAsync(new()))).Reason.ShouldBe("PERIOD_MALFORMED");
        (await Refused.By(indicators.Figures.DrawComparisonAsync(new() { Comparison = comparison, Unit = "gso:none" }))).Reason.ShouldBe("UNIT_NOT_FOUND");
        (await Refused.By(indicators.FiguresForNobody.DrawComparisonAsync(new() { Comparison = comparison }))).Code.ShouldBe(StatusCode.Unauthenticated);
    }

    private static V1.CompareUnitsRequest Below(APlace place) => new() { Indicator = place.Indicator.Name, Period = "2025-01", Area = place.Province.Codes[0] };
}
