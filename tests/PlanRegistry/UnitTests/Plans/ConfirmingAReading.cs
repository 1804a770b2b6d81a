using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.PlanRegistry.Domain.Plans;
using SocialPolicy.PlanText;

namespace SocialPolicy.PlanRegistry.UnitTests.Plans;

public sealed class ConfirmingAReading
{
    [Fact]
    public void Needs_no_correction()
    {
        var plan = APlan.In(PlanState.Read);

        Confirm(plan, APlan.Header).ShouldBeEmpty();

        plan.State.ShouldBe(PlanState.Confirmed);
        plan.Version.ShouldBe(4);
        plan.Header.ShouldBe(APlan.Header);
    }

    [Fact]
    public void Takes_only_the_fields_that_are_named()
    {
        var plan = APlan.In(PlanState.Read);

        Confirm(plan, new PlanHeader { Number = "44/KH-UBND", Title = "not taken" }, "number");

        plan.Header.ShouldBe(APlan.Header with { Number = "44/KH-UBND" });
    }

    [Fact]
    public void Keeps_what_each_correction_changed()
    {
        var plan = APlan.In(PlanState.Read);
        var corrected = APlan.Header with { IssuedOn = new DocumentDate(2024, 10), IssuerLevel = GovernmentLevel.Commune, PeriodFrom = null };

        Confirm(plan, corrected, "issued_on", "issuer_level", "period_from").ShouldBe(
        [
            new Correction("issued_on", "2024-02-06", "2024-10", "officer", APlan.Now),
            new Correction("issuer_level", "province", "commune", "officer", APlan.Now),
            new Correction("period_from", "2024", "", "officer", APlan.Now),
        ]);
    }

    [Fact]
    public void Counts_a_field_that_had_the_value_already_as_no_correction() =>
        Confirm(APlan.In(PlanState.Read), APlan.Header, "number", "title").ShouldBeEmpty();

    [Fact]
    public void May_be_repeated_with_further_corrections_until_published()
    {
        var plan = APlan.In(PlanState.Confirmed);

        Confirm(plan, new PlanHeader { Signer = "Nguyễn Văn A" }, "signer").ShouldHaveSingleItem();

        plan.Header.Signer.ShouldBe("Nguyễn Văn A");
    }

    [Fact]
    public void Is_refused_once_the_plan_is_published() =>
        Refusal(APlan.In(PlanState.Published), APlan.Header).Reason.ShouldBe("PLAN_ALREADY_PUBLISHED");

    [Theory]
    [InlineData("state")]
    [InlineData("source.sha256")]
    [InlineData("*")]
    public void Is_refused_for_a_field_that_is_not_of_the_header(string path) =>
        Refusal(APlan.In(PlanState.Read), APlan.Header, path).Reason.ShouldBe("FIELD_NOT_CORRECTABLE");

    [Fact]
    public void Is_refused_for_a_period_that_ends_before_it_begins() =>
        Refusal(APlan.In(PlanState.Read), new PlanHeader { PeriodTo = 2020 }, "period_to").Reason.ShouldBe("PERIOD_REVERSED");

    [Theory]
    [InlineData(2023, 2, 29)]
    [InlineData(2024, 13, null)]
    [InlineData(2024, null, 6)]
    [InlineData(24, 2, 6)]
    public void Is_refused_for_a_day_that_does_not_exist(int year, int? month, int? day) =>
        Refusal(APlan.In(PlanState.Read), new PlanHeader { IssuedOn = new DocumentDate(year, month, day) }, "issued_on")
            .Reason.ShouldBe("DATE_INVALID");

    [Theory]
    [InlineData(30)]
    [InlineData(20300)]
    [InlineData(-204)]
    public void Is_refused_for_a_year_without_four_digits(int year)
    {
        var refusal = Refusal(APlan.In(PlanState.Read), new PlanHeader { VisionYear = year }, "vision_year");

        (refusal.Reason, refusal.Field).ShouldBe(("DATE_INVALID", "plan.vision_year"));
    }

    [Fact]
    public void Is_refused_for_a_text_longer_than_its_field()
    {
        var plan = APlan.In(PlanState.Read);
        Confirm(plan, new PlanHeader { Number = new string('9', 100) }, "number");

        Refusal(plan, new PlanHeader { Number = new string('9', 101) }, "number").Reason.ShouldBe("FIELD_TOO_LONG");
    }

    [Fact]
    public void Names_every_mistake_at_once()
    {
        var corrected = new PlanHeader { Signer = new string('a', 201), PeriodFrom = 2031 };

        var broken = Should.Throw<RuleBroken>(() => Confirm(APlan.In(PlanState.Read), corrected, "signer", "period_from"));

        broken.Rules.Select(rule => rule.Reason).ShouldBe(["FIELD_TOO_LONG", "PERIOD_REVERSED"]);
    }

    [Fact]
    public void Changes_nothing_when_it_is_refused()
    {
        var plan = APlan.In(PlanState.Read);

        Refusal(plan, new PlanHeader { PeriodTo = 2020, Number = "1" }, "number", "period_to");

        (plan.State, plan.Version, plan.Header).ShouldBe((PlanState.Read, 3, APlan.Header));
    }

    [Fact]
    public void Can_correct_every_field_of_the_header()
    {
        var plan = APlan.In(PlanState.Read, PlanHeader.Empty);
        var corrected = APlan.Header with
        {
            Province = "Sơn La",
            Signer = "Nguyễn Văn A",
            SignerTitle = "Chủ tịch",
            VisionYear = 2045,
        };

        Confirm(plan, corrected, [.. HeaderFields.Paths]).Count.ShouldBe(HeaderFields.Paths.Count);

        plan.Header.ShouldBe(corrected);
    }

    private static IReadOnlyList<Correction> Confirm(Plan plan, PlanHeader corrected, params string[] fields) =>
        plan.ConfirmReading(corrected, fields, "officer", APlan.Now);

    private static IRule Refusal(Plan plan, PlanHeader corrected, params string[] fields) =>
        APlan.ShouldBreak(() => Confirm(plan, corrected, fields));
}
