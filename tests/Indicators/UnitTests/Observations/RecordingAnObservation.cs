using System.Globalization;
using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.Calendar;
using SocialPolicy.Indicators.Domain.Observations;
using SocialPolicy.Indicators.Domain.Targets;
using SocialPolicy.Indicators.UnitTests.Samples;

namespace SocialPolicy.Indicators.UnitTests.Observations;

public sealed class RecordingAnObservation
{
    private static readonly DateTimeOffset Now = new(2026, 11, 10, 3, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 11, 10);
    private static readonly Guid Agency = Guid.CreateVersion7(Now);
    private static readonly TargetInForce Share = ATarget.That("ge", 95);
    private static readonly TargetInForce State = ATarget.That("achieve", null, null, unit: null);

    [Fact]
    public void Begins_with_revision_one() => Record(Share, Number(90)).ShouldSatisfyAllConditions(
        observation => observation.Revision.ShouldBe(1),
        observation => observation.TargetId.ShouldBe(Share.Id),
        observation => observation.AgencyId.ShouldBe(Agency));

    [Fact]
    public void Makes_another_value_the_next_revision()
    {
        var first = Record(Share, Number(90));

        var second = Record(Share, Number(91), current: first);

        second.Revision.ShouldBe(2);
        second.Id.ShouldNotBe(first.Id);
    }

    [Fact]
    public void Changes_nothing_when_it_says_the_same()
    {
        var first = Record(Share, Number(90.50m));

        Record(Share, Number(90.5m), current: first).ShouldBeSameAs(first);
    }

    [Fact]
    public void Is_a_revision_when_an_estimate_becomes_final()
    {
        var estimate = Record(Share, Number(90) with { Estimate = true });

        Record(Share, Number(90), current: estimate).Revision.ShouldBe(2);
    }

    [Theory]
    [InlineData("2026")]
    [InlineData("2026-11")]
    [InlineData("2026-Q4")]
    [InlineData("2026-H2")]
    public void Takes_a_period_that_has_begun(string period) => Record(Share, Number(90), period).Period.ToString().ShouldBe(period);

    [Theory]
    [InlineData("2027")]
    [InlineData("2026-12")]
    [InlineData("2027-Q1")]
    public void Is_refused_for_a_period_to_come(string period) =>
        ShouldBreak(() => Record(Share, Number(90), period)).ShouldBe(["PERIOD_IN_FUTURE"]);

    [Fact]
    public void Is_refused_without_the_number_a_target_asks_for() => ShouldBreak(() => Record(Share, Number(null))).ShouldBe(["VALUE_REQUIRED"]);

    [Fact]
    public void Is_refused_without_the_judgement_a_target_asks_for() => ShouldBreak(() => Record(State, Number(null))).ShouldBe(["VALUE_REQUIRED"]);

    [Fact]
    public void Is_refused_with_a_judgement_of_a_number() =>
        ShouldBreak(() => Record(Share, Judgement(true) with { Value = 90 })).ShouldBe(["VALUE_NOT_WANTED"]);

    [Fact]
    public void Is_refused_with_a_number_for_a_state() =>
        ShouldBreak(() => Record(State, Judgement(true) with { Value = 90 })).ShouldBe(["VALUE_NOT_WANTED"]);

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void Is_refused_as_a_judgement_without_evidence(string note) =>
        ShouldBreak(() => Record(State, Judgement(false) with { Note = note })).ShouldBe(["EVIDENCE_REQUIRED"]);

    [Fact]
    public void Takes_whatever_is_known_of_a_demand_that_was_not_understood()
    {
        var unclear = ATarget.That(null, null, null, unit: null);

        Record(unclear, Number(7)).Measurement.Value.ShouldBe(7);
        Record(unclear, Judgement(true)).Measurement.Achieved.ShouldBe(true);
        ShouldBreak(() => Record(unclear, Number(null))).ShouldBe(["VALUE_REQUIRED"]);
    }

    [Fact]
    public void Names_every_mistake_at_once() =>
        ShouldBreak(() => Record(Share, Number(101), "2027")).ShouldBe(["PERIOD_IN_FUTURE", "VALUE_OUT_OF_RANGE"]);

    [Theory]
    [InlineData("ge", 95, "%", 100, true)]
    [InlineData("ge", 95, "%", 100.01, false)]
    [InlineData("ge", 95, "%", -0.01, false)]
    [InlineData("gt", 100, "%", 104, true)]
    [InlineData("ge", 105, "%", 104, true)]
    [InlineData("eq", 100, "%", 104, false)]
    [InlineData("eq", 200, "giường", 5000, true)]
    [InlineData("eq", 200, "giường", -1, false)]
    [InlineData("decrease_by", 3, "điểm %/năm", -2, true)]
    [InlineData("decrease_by", 3, "điểm %/năm", 101, false)]
    [InlineData("increase_by", 10, "%", 5000, true)]
    [InlineData("increase_by", 1.5, "lần", -1, false)]
    public void Keeps_a_value_in_the_range_of_its_unit(string comparator, double demanded, string unit, double value, bool taken)
    {
        var target = ATarget.That(comparator, (decimal)demanded, unit: unit);

        if (taken)
            Record(target, Number((decimal)value)).Measurement.Value.ShouldBe((decimal)value);
        else
            ShouldBreak(() => Record(target, Number((decimal)value))).ShouldBe(["VALUE_OUT_OF_RANGE"]);
    }

    [Fact]
    public void Takes_what_each_target_of_the_samples_demands()
    {
        foreach (var target in SampleTargets.All)
            Record(target, target.Comparator == "achieve" ? Judgement(true) : Number(target.Value)).Revision.ShouldBe(1);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("99.50")]
    [InlineData("-1.5")]
    [InlineData("123456789012345678")]
    [InlineData("0.12345678901234567")]
    public void Reads_numbers_in_plain_notation(string text) => WrittenNumber.Parse(text, "observation.value")?.ToString(CultureInfo.InvariantCulture).ShouldBe(text);

    [Fact]
    public void Reads_nothing_as_no_number() => WrittenNumber.Parse("", "observation.value").ShouldBeNull();

    [Theory]
    [InlineData("1,5")]
    [InlineData("1e3")]
    [InlineData("+1")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData(" 5")]
    [InlineData("5\n")]
    [InlineData("٣")]
    [InlineData("NaN")]
    [InlineData("1234567890123456789")]
    [InlineData("1234567890123456.789")]
    public void Is_refused_for_anything_else(string text) => ShouldBreak(() => WrittenNumber.Parse(text, "observation.value")).ShouldBe(["VALUE_MALFORMED"]);

    private static Observation Record(TargetInForce target, Measurement given, string period = "2026", Observation? current = null) =>
        Observation.Record(target, Agency, ReportingPeriod.TryParse(period, out var parsed) ? parsed : throw new FormatException(period), given, current, Now, Today);

    private static Measurement Number(decimal? value) => new(value, null, false, "Báo cáo số 12", "");

    private static Measurement Judgement(bool achieved) => new(null, achieved, false, "", "Quyết định số 5");

    private static IReadOnlyList<string> ShouldBreak(Action act) => [.. Should.Throw<RuleBroken>(act).Rules.Select(rule => rule.Reason)];
}
