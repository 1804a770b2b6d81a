using SocialPolicy.PlanRegistry.Domain.Plans;
using SocialPolicy.PlanText;

namespace SocialPolicy.PlanRegistry.UnitTests.Plans;

public sealed class RegisteringAReading
{
    private const string Text = "0123456789 một đoạn   chưa đọc được";

    [Fact]
    public void Leaves_empty_what_the_document_does_not_say() =>
        RegisteredReading.HeaderOf(new Reading()).ShouldBe(PlanHeader.Empty);

    [Fact]
    public void Collapses_white_space_of_the_title() =>
        RegisteredReading.HeaderOf(new Reading { Title = " Đổi mới\n chính  sách\0 " }).Title.ShouldBe("Đổi mới chính sách");

    [Theory]
    [InlineData("title", 4000)]
    [InlineData("issuer", 500)]
    [InlineData("signer", 200)]
    public void Shortens_a_header_text_to_what_a_person_could_have_entered_and_flags_it(string field, int longest)
    {
        var text = new string('a', longest + 1);
        var reading = field switch
        {
            "title" => new Reading { Title = text },
            "issuer" => new Reading { Issuer = new Issuer(text, GovernmentLevel.Province, GovernmentSystem.State) },
            _ => new Reading { Signer = new Signer(text, null) },
        };

        HeaderFields.TextOf(field, RegisteredReading.HeaderOf(reading)).ShouldBe(text[..(longest - 1)] + "…");
        Register(reading).Flags.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            flag => flag.Code.ShouldBe("HEADER_SHORTENED"),
            flag => flag.Quote.ShouldBe(text[..199] + "…"));
    }

    [Fact]
    public void Leaves_a_header_text_whole_that_a_person_could_have_entered()
    {
        var reading = new Reading { Title = new string('a', 4000) };

        RegisteredReading.HeaderOf(reading).Title.ShouldBe(reading.Title);
        Register(reading).Flags.ShouldBeEmpty();
    }

    [Fact]
    public void Keeps_a_partial_day_of_issue() =>
        RegisteredReading.HeaderOf(new Reading { IssuedOnPartial = new PartialDate(2024, 10) }).IssuedOn
            .ShouldBe(new DocumentDate(2024, 10));

    [Fact]
    public void Puts_the_targets_of_all_sections_in_the_order_of_the_text()
    {
        var content = Register(new Reading
        {
            Targets = [ATarget("b", 20), ATarget("d", 40)],
            VisionTargets = [ATarget("c", 30)],
            TargetsInTasks = [ATarget("a", 10)],
        });

        content.Targets.Select(target => (target.Text, target.Section)).ShouldBe(
        [
            ("a", TargetSection.Tasks), ("b", TargetSection.Targets), ("c", TargetSection.Vision), ("d", TargetSection.Targets),
        ]);
    }

    [Fact]
    public void Ties_a_part_to_its_whole()
    {
        var content = Register(new Reading { Targets = [ATarget("whole", 0), ATarget("part", 9) with { Parent = 0 }] });

        content.Targets[0].ParentId.ShouldBeNull();
        content.Targets[1].ParentId.ShouldBe(content.Targets[0].Id);
    }

    [Fact]
    public void Calls_an_indicator_that_has_no_name_by_its_sentence() =>
        Register(new Reading { Targets = [ATarget("xoá nhà tạm", 0)] }).Targets[0].Indicator.ShouldBe("xoá nhà tạm");

    [Fact]
    public void Ties_a_task_to_the_nearest_section_of_its_parents_number()
    {
        var content = Register(new Reading
        {
            Tasks = [ATask("1"), ATask("a", "1"), ATask("1"), ATask("a", "1")],
        });

        content.Tasks[1].ParentId.ShouldBe(content.Tasks[0].Id);
        content.Tasks[3].ParentId.ShouldBe(content.Tasks[2].Id);
    }

    [Fact]
    public void Spans_a_task_from_its_heading_to_its_last_item()
    {
        var item = new TextItem(ItemKind.Bullet, "làm", new TextSpan(10, 30));

        var task = Register(new Reading { Tasks = [ATask("1") with { Items = [item] }] }).Tasks[0];

        task.Span.ShouldBe(new TextSpan(0, 30));
        task.Items.ShouldBe(["làm"]);
    }

    [Theory]
    [InlineData(25, 11, 25)]
    [InlineData(null, 11, 30)]
    [InlineData(null, 2, 29)]
    [InlineData(null, null, 31)]
    public void Takes_the_end_of_the_month_for_a_deadline_without_a_day(int? day, int? month, int expected)
    {
        var duty = Register(ADuty(new ReportingDeadline(day, month, Inclusive: true))).Duties[0];

        (duty.DeadlineDay, duty.DeadlineMonth, duty.IsDated).ShouldBe((expected, month, true));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Keeps_whether_the_day_of_a_single_report_still_counts(bool inclusive)
    {
        var once = new ReportingDuty { Date = new DateOnly(2025, 12, 15), DateInclusive = inclusive, Span = new TextSpan(0, 5) };

        var duty = Register(new Reading { ReportingDuties = [once] }).Duties[0];

        (duty.OnceOn, duty.DeadlineInclusive).ShouldBe((new DateOnly(2025, 12, 15), inclusive));
    }

    [Theory]
    [InlineData(32, 1)]
    [InlineData(0, 1)]
    [InlineData(31, 11)]
    [InlineData(1, 13)]
    public void Flags_a_deadline_that_no_calendar_has(int day, int month)
    {
        var content = Register(ADuty(new ReportingDeadline(day, month, Inclusive: true)));

        content.Duties[0].IsDated.ShouldBeFalse();
        content.Flags.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            flag => flag.Code.ShouldBe("IMPOSSIBLE_DATE"),
            flag => flag.DutyId.ShouldBe(content.Duties[0].Id));
    }

    [Fact]
    public void Flags_once_what_the_reader_already_flagged()
    {
        var duty = new ReportingDuty { Deadline = new ReportingDeadline(29, 2, Inclusive: false, Year: 2025), Span = new TextSpan(0, 5), Flags = [Flag.ImpossibleDate] };

        var content = Register(new Reading { ReportingDuties = [duty] });

        content.Duties[0].IsDated.ShouldBeFalse();
        content.Flags.ShouldHaveSingleItem().Code.ShouldBe("IMPOSSIBLE_DATE");
    }

    [Fact]
    public void Says_where_a_person_should_look()
    {
        var content = Register(new Reading
        {
            Flags = [Flag.Draft],
            Targets = [ATarget("trên 100%", 0) with { Flags = [Flag.ImpossibleValue] }],
            Unread = [new TextSpan(11, Text.Length)],
        });

        content.Flags.ShouldBe(
        [
            new PlanFlag("DRAFT", null, null, "", null),
            new PlanFlag("IMPOSSIBLE_VALUE", content.Targets[0].Id, null, "trên 100%", new TextSpan(0, 1)),
            new PlanFlag("UNREAD", null, null, "một đoạn chưa đọc được", new TextSpan(11, Text.Length)),
        ]);
    }

    [Fact]
    public void Gives_every_item_an_id_of_its_own()
    {
        var content = Register(new Reading { Targets = [ATarget("a", 0), ATarget("b", 1)], Tasks = [ATask("1")] });

        content.Targets.Select(target => target.Id).Concat(content.Tasks.Select(task => task.Id)).ShouldBeUnique();
    }

    private static PlanContent Register(Reading reading) => RegisteredReading.ContentOf(reading, Text, APlan.Now);

    private static Target ATarget(string text, int start) => new() { Text = text, Span = new TextSpan(start, start + 1) };

    private static PlanText.PlanTask ATask(string numbering, string? parent = null) =>
        new() { Numbering = numbering, Level = parent is null ? 1 : 2, Parent = parent, Heading = "h", Span = new TextSpan(0, 5) };

    private static Reading ADuty(ReportingDeadline deadline) =>
        new() { ReportingDuties = [new ReportingDuty { Deadline = deadline, Span = new TextSpan(0, 5) }] };
}
