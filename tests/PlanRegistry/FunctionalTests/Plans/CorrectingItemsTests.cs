using Google.Protobuf.WellKnownTypes;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.Harness.Services;
using SocialPolicy.Types.V1;
using Date = Google.Type.Date;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Plans;

public sealed class CorrectingItems(Registry registry) : IClassFixture<Registry>
{
    [Fact]
    public async Task Keeps_what_was_read_and_shows_what_a_person_made_of_it()
    {
        var read = await registry.Import(SamplePlan.Text());
        var target = read.Targets[0].Clone();
        target.Threshold.Value = "3.5";
        target.Year = 2028;
        target.Text = "not in the mask";

        var confirmed = await As("hoa").ConfirmReadingAsync(Confirmation(read, Changed(target, "threshold", "year")));

        (confirmed.Targets[0].Threshold.Value, confirmed.Targets[0].Year, confirmed.Targets[0].Text).ShouldBe(("3.5", 2028, read.Targets[0].Text));
        confirmed.Targets.Skip(1).ShouldBe(read.Targets.Skip(1));
        confirmed.Corrections.Select(correction => (correction.Field, correction.Before, correction.After, correction.Actor)).ShouldBe(
        [
            ($"{Within(read, target.Name)}.threshold", "lt 4 %", "lt 3.5 %", "hoa"),
            ($"{Within(read, target.Name)}.year", "2030", "2028", "hoa"),
        ]);
        (await registry.Registrar.GetPlanAsync(new() { Name = read.Name })).ShouldBe(confirmed);
    }

    [Fact]
    public async Task Takes_one_part_of_a_threshold_and_leaves_the_others()
    {
        var read = await registry.Import(SamplePlan.Text());
        var value = new V1.Target { Name = read.Targets[0].Name, Threshold = new() { Value = "3.5" } };

        var confirmed = await registry.Registrar.ConfirmReadingAsync(Confirmation(read, Changed(value, "threshold.value")));

        var expected = read.Targets[0].Threshold.Clone();
        expected.Value = "3.5";
        confirmed.Targets[0].Threshold.ShouldBe(expected);
        confirmed.Corrections.Select(correction => (correction.Field, correction.Before, correction.After))
            .ShouldBe([($"{Within(read, read.Targets[0].Name)}.threshold.value", "4", "3.5")]);
    }

    [Fact]
    public async Task Drops_what_the_document_does_not_say()
    {
        var read = await registry.Import(SamplePlan.Text());

        var confirmed = await registry.Registrar.ConfirmReadingAsync(Confirmation(read, new V1.ItemCorrection { Target = new() { Name = read.Targets[0].Name }, Drop = true }));

        confirmed.Targets.ShouldBe(read.Targets.Skip(1));
        confirmed.Summary.TargetCount.ShouldBe(read.Summary.TargetCount - 1);
        confirmed.Corrections.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            correction => correction.Field.ShouldBe(Within(read, read.Targets[0].Name)),
            correction => correction.Before.ShouldBe(read.Targets[0].Text),
            correction => correction.After.ShouldBeEmpty());
    }

    [Fact]
    public async Task Adds_what_the_reading_missed()
    {
        var read = await registry.Import(SamplePlan.Text());
        var missed = new V1.Target
        {
            Text = "giảm 2% số hộ nghèo",
            Indicator = "số hộ nghèo",
            Threshold = new() { Comparator = Comparator.DecreaseBy, Value = "2", Unit = "%", Bound = Comparator.Equal },
            Section = V1.Target.Types.Section.Targets,
            Span = new() { Start = 10, End = 30 },
        };

        var confirmed = await registry.Registrar.ConfirmReadingAsync(Confirmation(read, new V1.ItemCorrection { Target = missed }));

        var added = confirmed.Targets.Except(read.Targets).ShouldHaveSingleItem();
        (added.Text, added.Threshold, added.Span).ShouldBe((missed.Text, missed.Threshold, missed.Span));
        confirmed.Summary.TargetCount.ShouldBe(read.Summary.TargetCount + 1);
        confirmed.Corrections.ShouldHaveSingleItem().After.ShouldBe(missed.Text);
    }

    [Fact]
    public async Task Reaches_what_is_announced_and_due()
    {
        var read = await registry.Import(SamplePlan.Text());
        var duty = read.ReportingDuties.First(duty => duty.Deadline is not null).Clone();
        duty.Deadline = new Date { Month = 3, Day = 31 };
        duty.DeadlineInclusive = true;

        var confirmed = await registry.Registrar.ConfirmReadingAsync(Confirmation(read, new V1.ItemCorrection { ReportingDuty = duty, UpdateMask = Mask("deadline", "deadline_inclusive") }));
        var published = await registry.Registrar.PublishPlanAsync(new() { Name = read.Name });

        confirmed.Summary.NextDeadline.ShouldSatisfyAllConditions(next => next.Month.ShouldBe(3), next => next.Day.ShouldBe(31));
        published.ReportingDuties.Single(one => one.Name == duty.Name).Deadline.ShouldBe(duty.Deadline);
    }

    [Fact]
    public async Task May_be_repeated_and_the_last_word_counts()
    {
        var read = await registry.Import(SamplePlan.Text());
        var target = read.Targets[0].Clone();
        target.Year = 2027;
        var first = await registry.Registrar.ConfirmReadingAsync(Confirmation(read, Changed(target, "year")));
        target.Year = 2029;
        target.Population = "lao động";

        var second = await registry.Registrar.ConfirmReadingAsync(Confirmation(first, Changed(target, "year", "population")));

        (second.Targets[0].Year, second.Targets[0].Population).ShouldBe((2029, "lao động"));
        second.Corrections.Where(correction => correction.Field.EndsWith(".year", StringComparison.Ordinal)).Select(correction => correction.After).ShouldBe(["2027", "2029"]);
    }

    [Fact]
    public async Task Names_every_broken_rule_and_stores_nothing()
    {
        var read = await registry.Import(SamplePlan.Text());
        var incomplete = read.Targets[0].Clone();
        incomplete.Threshold.Value = "";
        var impossible = read.ReportingDuties.First().Clone();
        impossible.Deadline = new Date { Month = 2, Day = 30 };

        var refused = await Refused.By(registry.Registrar.ConfirmReadingAsync(Confirmation(
            read,
            Changed(incomplete, "threshold"),
            new V1.ItemCorrection { ReportingDuty = impossible, UpdateMask = Mask("deadline") },
            new V1.ItemCorrection { Task = new() { Heading = "Không có chỗ" } })));

        refused.Fields.ShouldBe(
            ["item_corrections[0].target.threshold", "item_corrections[1].reporting_duty.deadline", "item_corrections[2]"], ignoreOrder: true);
        (await registry.Registrar.GetPlanAsync(new() { Name = read.Name })).ShouldBe(read);
    }

    [Fact]
    public async Task Is_refused_for_an_item_that_the_plan_has_not()
    {
        var (read, other) = (await registry.Import(SamplePlan.Text()), await registry.Import(SamplePlan.Text()));
        var unknown = new V1.Target { Name = $"{read.Name}/targets/{Guid.CreateVersion7()}" };

        foreach (var target in (V1.Target[])[unknown, other.Targets[0].Clone()])
            (await Refused.By(registry.Registrar.ConfirmReadingAsync(Confirmation(read, Changed(target, "year"))))).Reason.ShouldBe("ITEM_NOT_FOUND");
    }

    [Theory]
    [InlineData("text", "ITEM_FIELD_NOT_CORRECTABLE")]
    [InlineData("name", "ITEM_FIELD_NOT_CORRECTABLE")]
    public async Task Is_refused_for_what_the_document_says_in_its_own_words(string field, string reason)
    {
        var read = await registry.Import(SamplePlan.Text());

        (await Refused.By(registry.Registrar.ConfirmReadingAsync(Confirmation(read, Changed(read.Targets[0].Clone(), field))))).Reason.ShouldBe(reason);
    }

    [Fact]
    public async Task Is_refused_for_a_number_that_is_none_and_for_an_item_twice()
    {
        var read = await registry.Import(SamplePlan.Text());
        var malformed = read.Targets[0].Clone();
        malformed.Threshold.Value = "3,5";

        (await Refused.By(registry.Registrar.ConfirmReadingAsync(Confirmation(read, Changed(malformed, "threshold"))))).ShouldSatisfyAllConditions(
            refused => refused.Reason.ShouldBe("VALUE_MALFORMED"), refused => refused.Fields.ShouldBe(["item_corrections[0].target.threshold.value"]));
        (await Refused.By(registry.Registrar.ConfirmReadingAsync(Confirmation(read, Changed(read.Targets[0].Clone(), "year"), Changed(read.Targets[0].Clone(), "unit"))))).Reason
            .ShouldBe("ITEM_CORRECTED_TWICE");
    }

    [Fact]
    public async Task Takes_its_flags_from_the_list_of_what_needs_a_look()
    {
        var read = await registry.Import(SamplePlan.Text().Replace("dưới 4%", "trên 120%", StringComparison.Ordinal));
        var flag = read.Flags.Single(flag => flag.Code == "IMPOSSIBLE_VALUE");
        var before = await registry.Registrar.ListFlagsAsync(new() { Plan = read.Name });
        var target = read.Targets.Single(target => target.Name == flag.Item).Clone();
        target.Threshold.Value = "20";

        var confirmed = await registry.Registrar.ConfirmReadingAsync(Confirmation(read, Changed(target, "threshold")));

        before.Flags[0].ShouldSatisfyAllConditions(
            first => first.Flag.ShouldBe(flag), first => first.Flag.Severity.ShouldBe(V1.Flag.Types.Severity.High), first => first.Plan.ShouldBe(read.Name), first => first.Title.ShouldBe(read.Title));
        before.Flags.Select(one => one.Flag.Severity).ShouldBe(before.Flags.Select(one => one.Flag.Severity).OrderDescending());
        (await registry.Registrar.ListFlagsAsync(new() { Plan = read.Name })).Flags.ShouldBe(before.Flags.Skip(1));
        confirmed.Flags.ShouldNotContain(flag);
    }

    [Fact]
    public async Task Leaves_a_list_that_comes_in_pages_worst_first()
    {
        for (var i = 0; i < 3; i++)
            await registry.Import(SamplePlan.Text().Replace("dưới 4%", "trên 120%", StringComparison.Ordinal).Replace("Số: ", "Số:      ", StringComparison.Ordinal));
        var all = await registry.Registrar.ListFlagsAsync(new() { PageSize = 1000 });

        var request = new V1.ListFlagsRequest { PageSize = 2 };
        var pages = new List<V1.ListFlagsResponse>();
        do
        {
            pages.Add(await registry.Registrar.ListFlagsAsync(request));
            request.PageToken = pages[^1].NextPageToken;
        }
        while (request.PageToken.Length > 0);

        pages.SelectMany(page => page.Flags).ShouldBe(all.Flags);
        all.Flags.Select(one => one.Flag.Severity).ShouldBe(all.Flags.Select(one => one.Flag.Severity).OrderDescending());
        (await Refused.By(registry.Registrar.ListFlagsAsync(new() { Plan = $"plans/{Guid.CreateVersion7()}" }))).Reason.ShouldBe("PLAN_NOT_FOUND");
    }

    private static string Within(V1.Plan plan, string item) => item[(plan.Name.Length + 1)..];

    private static FieldMask Mask(params string[] paths) => new() { Paths = { paths } };

    private static V1.ItemCorrection Changed(V1.Target target, params string[] paths) => new() { Target = target, UpdateMask = Mask(paths) };

    private static V1.ConfirmReadingRequest Confirmation(V1.Plan read, params V1.ItemCorrection[] items) => new() { Name = read.Name, Etag = read.Etag, ItemCorrections = { items } };

    private V1.PlanService.PlanServiceClient As(string subject) => registry.As(subject, Role.Registrar);
}
