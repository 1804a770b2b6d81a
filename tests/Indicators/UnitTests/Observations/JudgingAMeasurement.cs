using SocialPolicy.Indicators.Domain.Observations;

namespace SocialPolicy.Indicators.UnitTests.Observations;

public sealed class JudgingAMeasurement
{
    private static readonly MeasuredIndicator Share = new(1, Guid.CreateVersion7(), "tỷ lệ bao phủ bảo hiểm y tế", false, 100, new(0, 100));
    private static readonly MeasuredIndicator Count = new(2, Guid.CreateVersion7(), "số lao động có việc làm mới", false, null, new(0, null));
    private static readonly MeasuredIndicator State = new(3, Guid.CreateVersion7(), "nhà ở cho người có công", true, null, new(null, null));

    [Fact]
    public void Takes_a_number_in_the_range_of_its_indicator() => Broken(Share, new(99.5m)).ShouldBeEmpty();

    [Theory]
    [InlineData(-0.01)]
    [InlineData(100.01)]
    public void Refuses_what_its_indicator_cannot_be(double value) => Broken(Share, new((decimal)value)).ShouldBe(["VALUE_OUT_OF_RANGE"]);

    [Fact]
    public void Refuses_to_know_nothing() => Broken(Share, new(null)).ShouldBe(["VALUE_REQUIRED"]);

    [Fact]
    public void Refuses_a_judgement_of_a_number() => Broken(Share, new(90, Achieved: true, Note: "Biên bản")).ShouldBe(["VALUE_NOT_WANTED"]);

    [Fact]
    public void Refuses_a_number_for_a_state() => Broken(State, new(90, Achieved: true, Note: "Biên bản")).ShouldBe(["VALUE_NOT_WANTED"]);

    [Fact]
    public void Refuses_a_state_without_a_judgement() => Broken(State, new(null)).ShouldBe(["VALUE_REQUIRED"]);

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void Refuses_a_judgement_without_evidence(string note) => Broken(State, new(null, Achieved: false, Note: note)).ShouldBe(["EVIDENCE_REQUIRED"]);

    [Fact]
    public void Takes_a_judgement_with_its_evidence() => Broken(State, new(null, Achieved: false, Note: "Biên bản")).ShouldBeEmpty();

    [Theory]
    [InlineData("999999999999999", true)]
    [InlineData("1000000000000000", false)]
    [InlineData("0.000001", true)]
    [InlineData("0.0000001", false)]
    [InlineData("-1000000000000000", false)]
    public void Keeps_numbers_so_short_that_sums_are_exact(string value, bool taken) =>
        Broken(Count with { Range = new(null, null) }, new(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture))).ShouldBe(taken ? [] : ["VALUE_TOO_LONG"]);

    [Fact]
    public void Counts_a_rate_from_its_parts() =>
        new Measurement(null, 1, 3).Completed(100).ShouldBe(new Measurement(33.333333m, 1, 3));

    [Fact]
    public void Counts_the_part_from_rate_and_whole() =>
        new Measurement(12.5m, null, 400).Completed(100).ShouldBe(new Measurement(12.5m, 50, 400));

    [Fact]
    public void Leaves_a_rate_of_which_nothing_else_is_known() => new Measurement(12.5m).Completed(100).ShouldBe(new Measurement(12.5m));

    [Theory]
    [InlineData("33.3", true)]
    [InlineData("33.33", true)]
    [InlineData("33.4", true)]
    [InlineData("33.5", false)]
    [InlineData("34", true)]
    [InlineData("35", false)]
    public void Wants_a_value_that_is_what_its_parts_make_to_its_last_digit(string value, bool taken) =>
        Broken(Share, new(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), 1, 3)).ShouldBe(taken ? [] : ["VALUE_DISAGREES"]);

    [Fact]
    public void Judges_the_rate_that_the_parts_make() => Broken(Share, new(null, 5, 4)).ShouldBe(["VALUE_OUT_OF_RANGE"]);

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    [InlineData(-1)]
    public void Refuses_a_part_of_nothing(int? whole) => Broken(Share, new(null, 1, whole)).ShouldBe(["DENOMINATOR_REQUIRED"]);

    [Fact]
    public void Refuses_parts_of_what_is_no_ratio() => Broken(Count, new(5, 1, 2)).ShouldBe(["VALUE_NOT_WANTED"]);

    [Fact]
    public void Says_with_its_first_word_whether_there_is_any()
    {
        var check = new MeasurementCheck("");
        foreach (var said in new Measurement[] { new(50), new(101), new(null), new(50, 1, 2), new(60, 1, 2), new(50, Achieved: true, Note: "x"), new(1e15m) })
            check.FirstBroken(Share, said).ShouldBe(check.Broken(Share, said).FirstOrDefault());
    }

    private static IReadOnlyList<string> Broken(MeasuredIndicator indicator, Measurement said) =>
        [.. new MeasurementCheck("observation.").Broken(indicator, said).Select(rule => rule.Reason)];
}
