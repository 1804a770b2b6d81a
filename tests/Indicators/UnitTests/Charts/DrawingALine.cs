using System.Globalization;
using SocialPolicy.Indicators.Domain.Charts;
using SocialPolicy.Indicators.Domain.Ratings;
using SocialPolicy.Indicators.UnitTests.Statistics;

namespace SocialPolicy.Indicators.UnitTests.Charts;

public sealed class DrawingALine
{
    private static readonly LineChart Coverage = new(
        new("Tỷ lệ bao phủ bảo hiểm y tế", "%", "Nguồn: Bảo hiểm xã hội tỉnh, số liệu đến 14/12/2025."),
        [.. Points((2018, 84.2), (2019, 86.1), (2020, 88), (2021, 87.3), (2022, null), (2023, 91.2), (2024, 92.9)), new(2025, 93.5m, Estimate: true)])
    {
        Baseline = new(2021, 87.3m),
        Milestones = [new(2025, 93)],
        Target = new(2030, 98),
        Forecast = new(2030, 99.1m),
    };

    [Fact]
    public void Looks_as_it_was_looked_at() => Golden.ShouldBe("line.svg", Coverage.ToSvg());

    [Fact]
    public void Tells_what_is_to_be_seen() => Drawn.Of(Coverage.ToSvg()).ShouldSatisfyAllConditions(
        drawn => drawn.Title.ShouldBe("Tỷ lệ bao phủ bảo hiểm y tế"),
        drawn => drawn.Description.ShouldBe(
            "Từ 84,2 % năm 2018 đến 93,5 % năm 2025. Không có số liệu năm 2022. Năm gốc 2021: 87,3 %. Mốc trung gian: 93 % năm 2025. Mục tiêu 98 % năm 2030. Dự báo theo xu hướng 99,1 % năm 2030."));

    [Fact]
    public void Breaks_where_a_year_is_missing() => Drawn.Of(Coverage.ToSvg()).ShouldSatisfyAllConditions(
        drawn => drawn.PointsOf("series").ShouldBe([4, 3]),
        drawn => drawn.PointsOf("path").ShouldBe([3]),
        drawn => drawn.PointsOf("forecast").ShouldBe([2]));

    [Fact]
    public void Does_not_break_what_is_surveyed_every_other_year() =>
        Drawn.Of(new LineChart(Coverage.Head, Points((2016, 70), (2018, 72), (2020, 75), (2024, 80))).ToSvg()).PointsOf("series").ShouldBe([3]);

    [Fact]
    public void Says_each_value_where_a_mouse_rests_on_it() => Drawn.Of(Coverage.ToSvg()).ShouldSatisfyAllConditions(
        drawn => drawn.Saying("dot").Take(2).ShouldBe(["2018: 84,2 %", "2019: 86,1 %"]),
        drawn => drawn.Saying("stone")[0].ShouldBe("Mục tiêu 2030: 98 %"),
        drawn => drawn.Saying("hollow").ShouldContain("Ước thực hiện 2025: 93,5 %"));

    [Fact]
    public void Draws_a_level_line_to_a_target_without_a_path() =>
        Drawn.Of((Coverage with { Baseline = null, Milestones = [] }).ToSvg()).PointsOf("path").ShouldBe([2]);

    [Fact]
    public void Says_that_there_are_no_data()
    {
        var drawn = Drawn.Of(new LineChart(Coverage.Head, Points((2024, null))) { Target = new(2030, 95) }.ToSvg());

        drawn.Texts.ShouldContain("Chưa có số liệu");
        drawn.Description.ShouldBe("Chưa có số liệu. Không có số liệu năm 2024. Mục tiêu 95 % năm 2030.");
    }

    [Fact]
    public void Is_drawn_of_nothing_at_all() => Drawn.Of(new LineChart(new("", ""), []).ToSvg()).Texts.ShouldContain("Chưa có số liệu");

    [Theory]
    [InlineData("0")]
    [InlineData("-7.5")]
    [InlineData("100")]
    [InlineData("100000000000000000")]
    [InlineData("999999999999999999")]
    [InlineData("0.00000000000000001")]
    public void Bears_values_that_are_all_the_same(string value)
    {
        var same = decimal.Parse(value, CultureInfo.InvariantCulture);

        Drawn.Of(new LineChart(new("Như nhau", "đồng"), [new(2023, same), new(2024, same)]).ToSvg()).PointsOf("series").ShouldBe([2]);
        Drawn.Of(new LineChart(new("Một năm", "đồng"), [new(2023, same)]).ToSvg()).Count("circle", "dot").ShouldBe(2, "one value and its sample");
    }

    [Fact]
    public void Counts_what_is_huge_in_larger_units()
    {
        var drawn = Drawn.Of(new LineChart(new("Thu ngân sách", "đồng"), [new(2023, 123_456_789_012_345_678m), new(2024, 150_000_000_000_000_000m)]).ToSvg());

        drawn.Texts.ShouldContain("Đơn vị: triệu tỷ đồng");
        drawn.Texts.ShouldContain("123,46");
        drawn.Saying("dot")[0].ShouldBe("2023: 123.456.789.012.345.678 đồng");
    }

    [Fact]
    public void Never_covers_one_value_with_another()
    {
        foreach (var random in Chance.Times(300))
        {
            var chart = new LineChart(new("Ngẫu nhiên", "%"), [.. Enumerable.Range(2012, random.Next(1, 14)).Select(year => new ChartPoint(year, random.Next(6) == 0 ? null : random.Value()))])
            {
                Baseline = random.Next(2) == 0 ? new(2014, random.Value()) : null,
                Milestones = [.. Enumerable.Range(2026, random.Next(3)).Select(year => new Milestone(year, random.Value()))],
                Target = random.Next(4) == 0 ? null : new(2030, random.Value()),
                Forecast = random.Next(2) == 0 ? new(2030, random.Value()) : null,
            };

            Drawn.Of(chart.ToSvg()).Covered().ShouldBeEmpty();
        }
    }

    [Fact]
    public void Is_the_same_in_every_culture()
    {
        var (svg, before) = (Coverage.ToSvg(), CultureInfo.CurrentCulture);
        try
        {
            foreach (var culture in new[] { "vi-VN", "ar-SA", "fa-IR", "de-DE" })
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                Coverage.ToSvg().ShouldBe(svg, culture);
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Escapes_whatever_comes_from_outside() => Hostile.ShouldBeHarmless((Coverage with { Head = new(Hostile.Text, Hostile.Text, Hostile.Text) }).ToSvg());

    [Fact]
    public void Cuts_a_title_that_is_too_long_and_keeps_it_for_readers()
    {
        var title = string.Join(' ', Enumerable.Repeat("Tỷ lệ hộ nghèo theo chuẩn nghèo đa chiều", 20));
        var drawn = Drawn.Of((Coverage with { Head = new(title, "%") }).ToSvg());

        drawn.Title.ShouldBe(title);
        drawn.Texts.Count(text => text.EndsWith('…')).ShouldBe(1);
    }

    private static ChartPoint[] Points(params (int Year, double? Value)[] points) => [.. points.Select(point => new ChartPoint(point.Year, (decimal?)point.Value))];
}
