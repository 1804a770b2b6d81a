using SocialPolicy.Calendar;
using SocialPolicy.Indicators.Domain.Ratings;
using SocialPolicy.Indicators.Domain.Targets;
using SocialPolicy.Indicators.UnitTests.Statistics;

namespace SocialPolicy.Indicators.UnitTests.Ratings;

public sealed class KeepingToAPath
{
    private static readonly Waypoints FromBaseline = new(new(2025, 75), []);
    private static readonly Waypoints OverMilestone = new(new(2025, 75), [new(2027, 90)]);

    [Theory]
    [InlineData("2025", 75.0)]
    [InlineData("2026", 82.5)]
    [InlineData("2026-H1", 78.75)]
    [InlineData("2027", 90.0)]
    [InlineData("2028-Q2", 90.8333)]
    [InlineData("2030", 95.0)]
    [InlineData("2024", null)]
    [InlineData("2031", null)]
    public void Goes_straight_from_point_to_point(string period, double? value) =>
        TargetPath.To(new(2030, 95), OverMilestone)!.At(period.Period()).ShouldBe((decimal?)value);

    [Fact]
    public void Stays_between_its_points_and_meets_each_of_them()
    {
        foreach (var random in Chance.Times(200))
        {
            List<Milestone> milestones = [.. Enumerable.Range(2022, 8).Where(_ => random.Next(2) == 0).OrderBy(_ => random.Next()).Select(year => new Milestone(year, random.Value()))];
            var path = TargetPath.To(new(2030, random.Value()), new(new(2021, random.Value()), milestones))!;

            path.Points.Select(point => point.Year).ShouldBeInOrder();
            foreach (var point in path.Points)
                path.At($"{point.Year}".Period()).ShouldBe(point.Value);
            foreach (var period in Enumerable.Range(0, 36).Select(quarter => new ReportingPeriod(PeriodKind.Quarter, 2022 + quarter / 4, quarter % 4 + 1)))
                path.At(period)!.Value.ShouldBeInRange(path.Points.Min(point => point.Value), path.Points.Max(point => point.Value));
        }
    }

    [Theory]
    [InlineData("2027", 89.99, Verdict.OffPath)]
    [InlineData("2027", 90, Verdict.OnPath)]
    [InlineData("2026", 82.5, Verdict.OnPath)]
    [InlineData("2030-H1", 94, Verdict.OffPath)]
    [InlineData("2026", 96, Verdict.OnPath)]
    [InlineData("2030", 94.9, Verdict.NotMet)]
    [InlineData("2030", 95, Verdict.Met)]
    public void Is_rated_until_the_target_is_due(string period, double value, Verdict verdict) =>
        Rater.Of(ATarget.That("ge", 95), new(period.Period(), (decimal)value), new RatingRules(), OverMilestone).Verdict.ShouldBe(verdict);

    [Theory]
    [InlineData("down", 18.01, Verdict.OffPath)]
    [InlineData("down", 18, Verdict.OnPath)]
    [InlineData("down", 12, Verdict.OnPath)]
    [InlineData(null, 18.01, Verdict.OffPath)]
    [InlineData(null, 18, Verdict.OnPath)]
    public void Leads_down_where_less_is_better_or_where_it_begins_above(string? direction, double value, Verdict verdict) =>
        Of(ATarget.That("eq", 15, direction), (decimal)value, new(new(2025, 20), [new(2027, 18)])).Verdict.ShouldBe(verdict);

    [Theory]
    [InlineData("up", 69, Verdict.OnPath)]
    [InlineData("up", 68.9, Verdict.OffPath)]
    [InlineData("down", 86, Verdict.OnPath)]
    [InlineData("down", 86.1, Verdict.OffPath)]
    [InlineData(null, 70, Verdict.NotDue)]
    public void Leads_to_the_near_end_of_a_range(string? direction, double value, Verdict verdict) =>
        Of(ATarget.That("range", 75, direction, max: 80), (decimal)value, new(new(2025, direction == "down" ? 90 : 65), [])).Verdict.ShouldBe(verdict);

    [Theory]
    [InlineData(82.99, 0, Verdict.OffPath)]
    [InlineData(81, 10, Verdict.OnPath)]
    [InlineData(80.99, 10, Verdict.OffPath)]
    public void May_be_left_by_so_much_of_the_way(double value, int tolerance, Verdict verdict) =>
        Rater.Of(ATarget.That("ge", 95), new("2027".Period(), (decimal)value), new RatingRules(PathTolerance: tolerance), FromBaseline).Verdict.ShouldBe(verdict);

    [Fact]
    public void Never_turns_to_failure_with_a_better_value()
    {
        foreach (var random in Chance.Times(300))
        {
            var down = random.Next(2) == 0;
            var target = ATarget.That(down ? "le" : "ge", random.Value(), down ? "down" : "up", unit: "người");
            var (value, rules, way) = (random.Value(), new RatingRules(PathTolerance: random.Next(20)), new Waypoints(new(2025, random.Value()), [new(2028, random.Value())]));

            if (Rater.Of(target, new("2027".Period(), value), rules, way).Verdict is Verdict.OnPath)
                Rater.Of(target, new("2027".Period(), value + (down ? -5 : 5)), rules, way).Verdict.ShouldBe(Verdict.OnPath);
        }
    }

    [Fact]
    public void Explains_itself_with_every_input()
    {
        var rating = Of(ATarget.That("ge", 95), 82.5m, FromBaseline);

        (rating.Verdict, rating.Rule, rating.Satisfied, rating.PercentOfTarget).ShouldBe((Verdict.OffPath, "PATH", false, "86.8"));
        rating.Explanation.ShouldBe(new(
            "On the way to the end of 2030: Value 82.5 % for 2027; demanded is at least 95 %, more is better; its path is at 83 % by then (tolerance 0 % of the way): off path.",
            "Trên đường đến hết năm 2030: Giá trị 82,5 % kỳ 2027; yêu cầu ít nhất 95 %, càng cao càng tốt; lộ trình ở mức 83 % (dung sai 0 % quãng đường): chậm so với lộ trình."));
        rating.Inputs.Select(input => (input.Name, input.Value.English, input.Value.Vietnamese)).ShouldBe(
        [
            ("VALUE", "82.5 %", "82,5 %"), ("PERIOD", "2027", "2027"), ("DEMANDED", "at least 95 %", "ít nhất 95 %"), ("TARGET_YEAR", "2030", "2030"),
            ("PATH", "83 %", "83 %"), ("PATH_TOLERANCE", "0 % of the way", "0 % quãng đường"),
        ]);
    }

    [Fact]
    public void Is_not_known_without_a_baseline_or_a_milestone()
    {
        var target = ATarget.That("ge", 95);

        Of(target, 50, new(null, [])).Verdict.ShouldBe(Verdict.NotDue);
        Of(target, 50, new(new(2030, 75), [new(2031, 80)])).Verdict.ShouldBe(Verdict.NotDue);
        Of(target, 50, new(null, [new(2028, 80)])).Rule.ShouldBe(RatingRule.BeforeTargetYear);
        Of(target with { Year = null }, 50, FromBaseline).Verdict.ShouldBe(Verdict.NotMet);
    }

    [Fact]
    public void Begins_at_the_first_milestone_without_a_baseline() =>
        Rater.Of(ATarget.That("ge", 95), new("2028".Period(), 79), new RatingRules(), new(null, [new(2028, 80)])).Verdict.ShouldBe(Verdict.OffPath);

    [Theory]
    [InlineData(39, Verdict.OffPath)]
    [InlineData(40, Verdict.OnPath)]
    public void Begins_with_no_change_for_a_change_as_a_whole(int built, Verdict verdict)
    {
        var schools = ATarget.Change("increase_by", 100, "ge", "trường", perYear: false);

        Of(schools, 500 + built, new(null, []), baseline: 500).Verdict.ShouldBe(verdict);
    }

    [Fact]
    public void Begins_with_once_for_a_change_in_times()
    {
        var income = ATarget.Change("increase_by", 2, "ge", "lần", perYear: false);

        Of(income, 139, new(null, []), baseline: 100).Verdict.ShouldBe(Verdict.OffPath);
        Of(income, 140, new(null, []), baseline: 100).Verdict.ShouldBe(Verdict.OnPath);
    }

    [Theory]
    [InlineData(7, Verdict.OnPath)]
    [InlineData(7.1, Verdict.OffPath)]
    public void Asks_for_the_same_each_year_where_the_target_does(double value, Verdict verdict) =>
        Of(ATarget.Change("decrease_by", 1, "ge"), (decimal)value, new(null, []), baseline: 8, from: "2026").Verdict.ShouldBe(verdict);

    [Fact]
    public void Is_none_for_a_change_that_is_not_to_be_exceeded() =>
        Of(ATarget.Change("increase_by", 100, "le", "trường", perYear: false), 510, new(null, []), baseline: 500).Verdict.ShouldBe(Verdict.NotDue);

    private static Rating Of(TargetInForce target, decimal value, Waypoints way, decimal? baseline = null, string from = "2025") =>
        Rater.Of(target, new("2027".Period(), value, Baseline: baseline is { } level ? new(from.Period(), level) : null), new RatingRules(), way);
}
