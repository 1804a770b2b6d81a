using SocialPolicy.Indicators.Domain.Charts;
using SocialPolicy.Indicators.UnitTests.Statistics;

namespace SocialPolicy.Indicators.UnitTests.Charts;

public sealed class DrawingABullet
{
    private static readonly BulletChart Coverage = new(new("Tỷ lệ bao phủ bảo hiểm y tế", "%", "Kỳ số liệu: năm 2025."), 93.5m)
    {
        Estimate = true,
        Target = 95,
        Before = 91.2m,
        Ranges = [new(100, "Tốt"), new(80, "Yếu"), new(90, "Trung bình"), new(95, "Khá")],
    };

    [Fact]
    public void Looks_as_it_was_looked_at() => Golden.ShouldBe("bullet.svg", Coverage.ToSvg());

    [Fact]
    public void Tells_what_is_to_be_seen() => Drawn.Of(Coverage.ToSvg()).Description.ShouldBe(
        "Ước thực hiện 93,5 %. Mục tiêu 95 %. Cùng kỳ năm trước 91,2 %. Các mức: Yếu đến 80 %; Trung bình đến 90 %; Khá đến 95 %; Tốt đến 100 %.");

    [Fact]
    public void Names_its_ranges_in_order() =>
        Drawn.Of(Coverage.ToSvg()).Saying("band").Take(4).ShouldBe(["Yếu", "Trung bình", "Khá", "Tốt"]);

    [Fact]
    public void Goes_on_behind_the_last_range() =>
        Drawn.Of((Coverage with { Ranges = [new(50, "Thấp")] }).ToSvg()).Saying("band").Take(2).ShouldBe(["Thấp", ""]);

    [Fact]
    public void Says_that_there_are_no_data() => Drawn.Of((Coverage with { Value = null }).ToSvg()).ShouldSatisfyAllConditions(
        drawn => drawn.Texts.ShouldContain("Chưa có số liệu"),
        drawn => drawn.Count("rect", "own").ShouldBe(0));

    [Fact]
    public void Is_drawn_of_nothing_at_all() => Drawn.Of(new BulletChart(new("", ""), null).ToSvg()).Description.ShouldBe("Chưa có số liệu.");

    [Fact]
    public void Stays_on_the_sheet_whatever_the_values()
    {
        foreach (var random in Chance.Times(300))
        {
            var size = (decimal)Math.Pow(10, random.Next(-3, 15));
            var chart = new BulletChart(Coverage.Head, random.Next(5) == 0 ? null : random.Value() * size)
            {
                Target = random.Next(5) == 0 ? null : random.Value() * size,
                Before = random.Next(2) == 0 ? null : random.Value() * size,
                Ranges = [.. Enumerable.Range(0, random.Next(5)).Select(number => new BulletRange(random.Value() * size, $"Mức {number}"))],
            };

            Drawn.Of(chart.ToSvg()).Covered().ShouldBeEmpty();
        }
    }

    [Fact]
    public void Escapes_whatever_comes_from_outside() => Hostile.ShouldBeHarmless(
        (Coverage with { Head = new(Hostile.Text, Hostile.Text, Hostile.Text), Ranges = [new(50, Hostile.Text)] }).ToSvg());
}
