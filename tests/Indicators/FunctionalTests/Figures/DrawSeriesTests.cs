using Grpc.Core;
using SocialPolicy.Harness.Services;
using SocialPolicy.Indicators.FunctionalTests.Observations;
using SocialPolicy.Indicators.FunctionalTests.Targets;

namespace SocialPolicy.Indicators.FunctionalTests.Figures;

[Collection(nameof(Indicators))]
public sealed class DrawingASeries(Indicators indicators)
{
    [Fact]
    public async Task Tells_of_the_values_the_target_and_where_the_trend_leads()
    {
        var place = await APlace.In(indicators);
        var target = APlan.Target(place.Indicator.DisplayName) with { Comparator = "ge", Value = 95, Year = 2030, Direction = "up", Geography = null };
        await indicators.AdoptOf(place.Province, target with { TargetId = Guid.CreateVersion7(), Value = 80, Year = 2028 }, target);
        await place.Officer.Send(Rows.By(place.Agency), Enumerable.Range(0, 3).Select(year => Rows.Of(place.Indicator, place.Province, $"{66 + 4 * year}", $"{2023 + year}")));
        var request = new V1.DrawSeriesRequest { Series = new() { Indicator = place.Indicator.Name, Unit = place.Province.Codes[0], FromYear = 2022, ToYear = 2025 } };

        var next = (await indicators.Figures.DrawSeriesAsync(request)).Described();
        request.Target = $"targets/{target.TargetId}";
        var named = (await indicators.Figures.DrawSeriesAsync(request)).Described();

        next.ShouldContain(place.Province.Name);
        next.ShouldContain("Từ 66 % năm 2023 đến 74 % năm 2025. Không có số liệu năm 2022. Mục tiêu 80 % năm 2028. Dự báo theo xu hướng 86 % năm 2028.");
        named.ShouldContain("Mốc trung gian: 80 % năm 2028. Mục tiêu 95 % năm 2030. Dự báo theo xu hướng 94 % năm 2030.");
    }

    [Fact]
    public async Task Says_so_when_there_is_nothing_to_draw()
    {
        var place = await APlace.In(indicators);

        var picture = await indicators.Figures.DrawSeriesAsync(new() { Series = new() { Indicator = place.Indicator.Name, Unit = place.Province.Codes[0] } });

        picture.Described().ShouldContain("Chưa có số liệu.");
    }

    [Fact]
    public async Task Is_refused_by_name_for_what_is_wrong_with_it()
    {
        var place = await APlace.In(indicators);
        var series = new V1.GetSeriesRequest { Indicator = place.Indicator.Name, Unit = place.Province.Codes[0] };
        await ShouldBeRefused(new(), StatusCode.InvalidArgument, "NAME_MALFORMED");
        await ShouldBeRefused(new() { Series = new(series) { Kind = V1.PeriodKind.Month } }, StatusCode.InvalidArgument, "PICTURE_NEEDS_YEARS");
        await ShouldBeRefused(new() { Series = series, Target = $"targets/{Guid.CreateVersion7()}" }, StatusCode.InvalidArgument, "TARGET_NOT_OF_SERIES");
        await ShouldBeRefused(new() { Series = series, Target = "1" }, StatusCode.InvalidArgument, "NAME_MALFORMED");
        (await Refused.By(indicators.FiguresForNobody.DrawSeriesAsync(new() { Series = series }))).Code.ShouldBe(StatusCode.Unauthenticated);
    }

    private async Task ShouldBeRefused(V1.DrawSeriesRequest request, StatusCode code, string reason)
    {
        var refused = await Refused.By(indicators.Figures.DrawSeriesAsync(request));

        (refused.Code, refused.Reason).ShouldBe((code, reason));
    }
}
