using SocialPolicy.Indicators.Domain.Statistics;

namespace SocialPolicy.Indicators.UnitTests.Statistics;

public sealed class RankingUnits
{
    private static readonly UnitValue[] Shares = [new("Sơn La", 75), new("Huế", 100), new("Lâm Đồng", 95), new("Cần Thơ", 95), new("Lai Châu", 60)];

    [Fact]
    public void Puts_the_best_first_and_lets_equals_share_a_rank() =>
        Ranking.Of(Shares, lessIsBetter: false).Places.Select(place => (place.Rank, place.Unit, place.Tied)).ShouldBe(
            [(1, "Huế", false), (2, "Lâm Đồng", true), (2, "Cần Thơ", true), (4, "Sơn La", false), (5, "Lai Châu", false)]);

    [Fact]
    public void Puts_the_lowest_first_where_less_is_better() =>
        Ranking.Of(Shares, lessIsBetter: true).Places.Select(place => (place.Rank, place.Unit)).ShouldBe(
            [(1, "Lai Châu"), (2, "Sơn La"), (3, "Lâm Đồng"), (3, "Cần Thơ"), (5, "Huế")]);

    // By R: quantile(c(1, 2, 4, 8, 16, 32), c(.25, .5, .75), type = 7).
    [Fact]
    public void Cuts_quarters_as_R_and_spreadsheets_do() => Quartiles.Of([32, 1, 16, 2, 8, 4]).ShouldBe(new(2.5m, 6, 14));

    [Fact]
    public void Cuts_a_single_value_everywhere_at_itself() => Quartiles.Of([7]).ShouldBe(new(7, 7, 7));

    [Fact]
    public void Says_which_quarter_a_unit_is_in()
    {
        var values = Enumerable.Range(1, 8).Select(number => new UnitValue($"{number}", number)).ToList();

        Ranking.Of(values, lessIsBetter: false).Places.Select(place => place.Quarter).ShouldBe([1, 1, 2, 2, 3, 3, 4, 4]);
        Ranking.Of(values, lessIsBetter: true).Places.Select(place => place.Quarter).ShouldBe([1, 1, 2, 2, 3, 3, 4, 4]);
    }

    [Fact]
    public void Ranks_nobody_among_nobody() => Ranking.Of([], lessIsBetter: false).ShouldSatisfyAllConditions(
        ranking => ranking.Places.ShouldBeEmpty(),
        ranking => ranking.Quartiles.ShouldBeNull());

    [Fact]
    public void Counts_everybody_who_is_better()
    {
        foreach (var random in Chance.Times(200))
        {
            UnitValue[] values = [.. Enumerable.Range(0, random.Next(1, 35)).Select(number => new UnitValue($"{number}", random.Next(10)))];
            var ranking = Ranking.Of(values, lessIsBetter: false);

            ranking.Places.Count.ShouldBe(values.Length);
            foreach (var place in ranking.Places)
            {
                place.Rank.ShouldBe(values.Count(other => other.Value > place.Value) + 1);
                place.Tied.ShouldBe(values.Count(other => other.Value == place.Value) > 1);
            }
            ranking.Places.Select(place => place.Quarter).ShouldBeInOrder();
        }
    }

    [Fact]
    public void Ranks_the_other_way_round_with_the_other_direction()
    {
        foreach (var random in Chance.Times(100))
        {
            UnitValue[] values = [.. Enumerable.Range(0, 12).Select(number => new UnitValue($"{number}", random.Value()))];
            UnitValue[] mirrored = [.. values.Select(value => value with { Value = -value.Value })];

            Ranking.Of(values, lessIsBetter: true).Places.Select(place => (place.Unit, place.Rank, place.Quarter))
                .ShouldBe(Ranking.Of(mirrored, lessIsBetter: false).Places.Select(place => (place.Unit, place.Rank, place.Quarter)));
        }
    }
}
