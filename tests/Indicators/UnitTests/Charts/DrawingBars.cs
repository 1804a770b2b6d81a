using SocialPolicy.Indicators.Domain.Charts;
using SocialPolicy.Indicators.UnitTests.Statistics;

namespace SocialPolicy.Indicators.UnitTests.Charts;

public sealed class DrawingBars
{
    private static readonly string[] Provinces =
    [
        "Hà Nội", "Huế", "Quảng Ninh", "Cao Bằng", "Lạng Sơn", "Lai Châu", "Điện Biên", "Sơn La", "Thanh Hóa", "Nghệ An", "Hà Tĩnh", "Tuyên Quang", "Lào Cai",
        "Thái Nguyên", "Phú Thọ", "Bắc Ninh", "Hưng Yên", "Hải Phòng", "Ninh Bình", "Quảng Trị", "Đà Nẵng", "Quảng Ngãi", "Gia Lai", "Khánh Hòa", "Lâm Đồng",
        "Đắk Lắk", "Thành phố Hồ Chí Minh", "Đồng Nai", "Tây Ninh", "Cần Thơ", "Vĩnh Long", "Đồng Tháp", "Cà Mau", "An Giang",
    ];

    private static readonly BarChart Stunting = new(
        new("Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể thấp còi", "%", "Kỳ số liệu: năm 2025."),
        [
            new("Bà Rịa - Vũng Tàu", 12.5m), new("Hòa Bình", 9.1m, Own: true), new("Sơn La", 22.25m), new("Lai Châu", null), new("Huế", 12.5m),
            new("Liên hiệp các xã vùng đồng bào dân tộc thiểu số và miền núi phía Tây Bắc", 24),
        ],
        LessIsBetter: true)
    {
        Target = 15,
    };

    [Fact]
    public void Looks_as_it_was_looked_at() => Golden.ShouldBe("bars.svg", Stunting.ToSvg());

    [Fact]
    public void Puts_the_best_first_and_those_without_data_last()
    {
        var drawn = Drawn.Of(Stunting.ToSvg());

        drawn.Texts.Where(text => text is "Hòa Bình" or "Bà Rịa - Vũng Tàu" or "Huế" or "Sơn La" or "Lai Châu")
            .ShouldBe(["Hòa Bình", "Bà Rịa - Vũng Tàu", "Huế", "Sơn La", "Lai Châu"]);
        drawn.Texts.Where(text => text.Length == 1).ShouldBe(["0", "5", "1", "2", "2", "4", "5"], "two ticks of the axis, then the ranks");
        drawn.Description.ShouldBe(
            "5 đơn vị có số liệu, thấp nhất là tốt nhất. Đứng đầu: Hòa Bình 9,1 %. Đứng cuối: Liên hiệp các xã vùng đồng bào dân tộc thiểu số và miền núi phía Tây Bắc 24 %. "
            + "Hòa Bình 9,1 %, xếp thứ 1. Mục tiêu 15 %. 1 đơn vị chưa có số liệu.");
    }

    [Fact]
    public void Marks_the_unit_it_is_made_for_by_more_than_a_colour() => Drawn.Of(Stunting.ToSvg()).ShouldSatisfyAllConditions(
        drawn => drawn.Saying("own")[0].ShouldBe("Hòa Bình: 9,1 %"),
        drawn => drawn.Count("text", "strong").ShouldBe(3, "its name, its value and the target"),
        drawn => drawn.Count("rect", "row").ShouldBe(1));

    [Fact]
    public void Wraps_a_long_name_and_keeps_the_whole_for_readers() => Drawn.Of(Stunting.ToSvg()).ShouldSatisfyAllConditions(
        drawn => drawn.Texts.ShouldContain("Liên hiệp các xã vùng đồng bào"),
        drawn => drawn.Texts.ShouldContain(text => text.StartsWith("dân tộc thiểu số", StringComparison.Ordinal) && text.EndsWith('…')),
        drawn => drawn.Saying("ink").ShouldContain("Liên hiệp các xã vùng đồng bào dân tộc thiểu số và miền núi phía Tây Bắc"));

    [Fact]
    public void Takes_one_unit_to_all_thirty_four()
    {
        foreach (var count in Enumerable.Range(1, Provinces.Length))
        {
            var random = new Random(count);
            var drawn = Drawn.Of(new BarChart(Stunting.Head, [.. Provinces.Take(count).Select(name => new UnitBar(name, random.Next(100)))]) { Target = 50 }.ToSvg());

            drawn.Count("rect", "bar").ShouldBe(count);
            drawn.Covered().ShouldBeEmpty();
            drawn.Height.ShouldBeInRange(120, 1000);
        }
    }

    [Fact]
    public void Stays_on_the_sheet_whatever_the_values()
    {
        foreach (var random in Chance.Times(300))
        {
            var size = (decimal)Math.Pow(10, random.Next(-3, 15));
            var sign = random.Next(3) - 1;
            UnitBar[] units = [.. Provinces.Take(random.Next(1, 35)).Select(name => new UnitBar(name, Signed(random.Value() * size), random.Next(9) == 0))];

            Drawn.Of(new BarChart(Stunting.Head, units, random.Next(2) == 0) { Target = random.Next(2) == 0 ? Signed(random.Value() * size) : null }.ToSvg()).Covered().ShouldBeEmpty();

            decimal Signed(decimal value) => sign == 0 ? value : Math.Abs(value) * sign;
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(-100)]
    public void Bears_values_that_are_all_the_same(int value) =>
        Drawn.Of(new BarChart(Stunting.Head, [new("Huế", value), new("Sơn La", value)]) { Target = value }.ToSvg()).Count("rect", "bar").ShouldBe(2);

    [Fact]
    public void Does_not_print_a_little_beside_a_lot_as_nothing()
    {
        var drawn = Drawn.Of(new BarChart(new("Thu ngân sách", "đồng"), [new("Huế", 123_456_789_012_345_678m), new("Sơn La", 12_345), new("Lai Châu", 0)]).ToSvg());

        drawn.Texts.ShouldContain("123,46");
        drawn.Texts.ShouldContain("≈ 0");
        drawn.Saying("bar").ShouldContain("Sơn La: 12.345 đồng");
    }

    [Fact]
    public void Is_drawn_without_any_unit_or_value()
    {
        Drawn.Of(new BarChart(Stunting.Head, []) { Target = 15 }.ToSvg()).Texts.ShouldContain("Chưa có số liệu");
        Drawn.Of(new BarChart(Stunting.Head, [new("Huế", null)]).ToSvg()).Texts.ShouldContain("chưa có số liệu");
    }

    [Fact]
    public void Escapes_whatever_comes_from_outside() => Hostile.ShouldBeHarmless(
        new BarChart(new(Hostile.Text, Hostile.Text, Hostile.Text), [new(Hostile.Text, 5, Own: true), new(Hostile.Text, 5), new("", null)]).ToSvg());
}
