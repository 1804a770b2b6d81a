using SocialPolicy.Indicators.Domain.Statistics;

namespace SocialPolicy.Indicators.UnitTests.Statistics;

public sealed class KeepingPace
{
    private static readonly YearValue[] Rising = [new(2023, 70), new(2021, 66), new(2025, 74)];

    [Fact]
    public void Says_what_each_year_left_has_to_add() =>
        Pace.Of(Rising, new(2030, 95), lessIsBetter: false).Said.ShouldBe(new(5, 21, 4.2m, 2, 84, false));

    [Fact]
    public void Is_enough_when_going_on_gets_there() =>
        Pace.Of(Rising, new(2030, 84), lessIsBetter: false).Said.ShouldBe(new(5, 10, 2, 2, 84, true));

    [Fact]
    public void Counts_a_fall_below_zero() =>
        Pace.Of([new(2020, 20), new(2025, 15)], new(2030, 12), lessIsBetter: true).Said.ShouldBe(new(5, -3, -0.6m, -1, 10, true));

    [Fact]
    public void Needs_nothing_once_it_is_there() =>
        Pace.Of([new(2020, 20), new(2025, 10)], new(2030, 12), lessIsBetter: true).Said.ShouldBe(new(5, 0, 0, -2, 0, true));

    [Fact]
    public void Sees_when_it_will_not_stay_there() =>
        Pace.Of([new(2020, 99), new(2025, 96)], new(2030, 95), lessIsBetter: false).Said.ShouldBe(new(5, 0, 0, -0.6m, 93, false));

    [Fact]
    public void Knows_no_pace_so_far_with_the_values_of_one_year()
    {
        Pace.Of([new(2025, 74)], new(2030, 95), lessIsBetter: false).Said.ShouldBe(new(5, 21, 4.2m, null, null, null));
        Pace.Of([new(2025, 97)], new(2030, 95), lessIsBetter: false).Said.ShouldBe(new(5, 0, 0, null, null, true));
    }

    [Fact]
    public void Arrives_by_the_year_when_each_year_adds_what_is_needed()
    {
        foreach (var random in Chance.Times(200))
        {
            var newest = new YearValue(random.Next(2015, 2030), random.Value());
            var demanded = new YearValue(2030, random.Value());
            var pace = Pace.Of([newest], demanded, demanded.Value < newest.Value).Said!;

            (newest.Value + pace.NeededPerYear * pace.YearsLeft).ShouldBe(demanded.Value, tolerance: 0.051m * pace.YearsLeft);
        }
    }

    [Theory]
    [InlineData(2025)]
    [InlineData(2024)]
    public void Is_refused_when_the_year_does_not_lie_ahead(int year) =>
        Pace.Of(Rising, new(year, 95), lessIsBetter: false).Refused!.Reason.ShouldBe("YEAR_NOT_AHEAD");

    [Fact]
    public void Is_refused_without_a_value() => Pace.Of([], new(2030, 95), lessIsBetter: false).Refused!.Reason.ShouldBe("TOO_FEW_VALUES");
}
