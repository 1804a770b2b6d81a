using SocialPolicy.PlanRegistry.Domain.Plans;
using SocialPolicy.PlanText;

namespace SocialPolicy.PlanRegistry.UnitTests.Plans;

public sealed class PublishingAPlan
{
    [Fact]
    public void Puts_it_in_force_and_moves_its_version()
    {
        var plan = APlan.In(PlanState.Confirmed);

        plan.Publish(APlan.Empty, APlan.Now);

        plan.State.ShouldBe(PlanState.Published);
        plan.PublishedAt.ShouldBe(APlan.Now);
        plan.Version.ShouldBe(4);
    }

    [Fact]
    public void Announces_the_header_as_it_was_confirmed()
    {
        var plan = APlan.In(PlanState.Confirmed, APlan.Header with { VisionYear = 2045 });

        var published = plan.Publish(APlan.Empty, APlan.Now);

        published.PlanId.ShouldBe(plan.Id);
        published.Number.ShouldBe("43/KH-UBND");
        published.Title.ShouldBe("Đổi mới chính sách xã hội");
        published.Issuer.ShouldBe("UBND tỉnh Sơn La");
        published.IssuedOn.ShouldBe(new DateOnly(2024, 2, 6));
        (published.PeriodFrom, published.PeriodTo, published.VisionYear).ShouldBe((2024, 2030, 2045));
    }

    [Fact]
    public void Announces_no_day_of_issue_while_a_part_of_it_is_blank() =>
        APlan.In(PlanState.Confirmed, APlan.Header with { IssuedOn = new DocumentDate(2024, 10) })
            .Publish(APlan.Empty, APlan.Now)
            .IssuedOn.ShouldBeNull();

    [Fact]
    public void Announces_targets_in_the_words_of_the_wire()
    {
        var whole = ATarget(Comparator.DecreaseBy) with { Bound = Comparator.Ge, PerYear = true, Value = 1.50m, Unit = "%" };
        var part = ATarget(Comparator.Achieve) with { ParentId = whole.Id, Section = TargetSection.Vision, Direction = null };

        var published = APlan.In(PlanState.Confirmed).Publish(APlan.Empty with { Targets = [whole, part] }, APlan.Now);

        var (first, second) = (published.Targets[0], published.Targets[1]);
        (first.TargetId, first.Section, first.Comparator, first.Bound, first.Direction)
            .ShouldBe((whole.Id, "targets", "decrease_by", "ge", "down"));
        (first.Value, first.Unit, first.PerYear).ShouldBe((1.50m, "%", true));
        (second.ParentId, second.Section, second.Comparator, second.Bound, second.Direction)
            .ShouldBe((whole.Id, "vision", "achieve", null, null));
    }

    [Fact]
    public void Announces_duties_in_the_words_of_the_wire()
    {
        var duty = new PlanDuty(
            Guid.CreateVersion7(APlan.Now), ["UBND các xã"], ["UBND huyện"], "Phòng Nội vụ", ReportingFrequency.SixMonth,
            DeadlineDay: 15, DeadlineMonth: 6, DeadlineInclusive: false, OnceOn: null, WithinAmount: null, WithinUnit: null, WithinAfter: null, "kết quả thực hiện", new TextSpan(0, 9));

        var published = APlan.In(PlanState.Confirmed).Publish(APlan.Empty with { Duties = [duty] }, APlan.Now);

        var announced = published.ReportingDuties.ShouldHaveSingleItem();
        (announced.DutyId, announced.Frequency, announced.DeadlineDay, announced.DeadlineMonth, announced.DeadlineInclusive)
            .ShouldBe((duty.Id, "six_month", 15, 6, false));
        (announced.Via, announced.Content, announced.OnceOn).ShouldBe(("Phòng Nội vụ", "kết quả thực hiện", null));
    }

    [Fact]
    public void Is_refused_while_the_reading_is_unconfirmed() =>
        APlan.ShouldBreak(() => APlan.In(PlanState.Read).Publish(APlan.Empty, APlan.Now)).Reason.ShouldBe("PLAN_NOT_CONFIRMED");

    [Fact]
    public void Is_refused_the_second_time()
    {
        var plan = APlan.In(PlanState.Confirmed);
        plan.Publish(APlan.Empty, APlan.Now);

        APlan.ShouldBreak(() => plan.Publish(APlan.Empty, APlan.Now)).Reason.ShouldBe("PLAN_ALREADY_PUBLISHED");
        plan.Version.ShouldBe(4);
    }

    [Fact]
    public void Is_refused_without_a_title() =>
        APlan.ShouldBreak(() => APlan.In(PlanState.Confirmed, APlan.Header with { Title = null }).Publish(APlan.Empty, APlan.Now))
            .Reason.ShouldBe("PLAN_WITHOUT_TITLE");

    [Fact]
    public void Is_refused_without_an_issuer() =>
        APlan.ShouldBreak(() => APlan.In(PlanState.Confirmed, APlan.Header with { Issuer = null }).Publish(APlan.Empty, APlan.Now))
            .Reason.ShouldBe("PLAN_WITHOUT_ISSUER");

    private static PlanTarget ATarget(Comparator comparator) => new(
        Guid.CreateVersion7(APlan.Now), ParentId: null, TargetSection.Targets, "giảm 1,5%", "tỷ lệ hộ nghèo", comparator, Value: null,
        ValueMax: null, Unit: null, Bound: null, PerYear: false, Baseline: null, Population: null, Geography: null, Year: 2030,
        Direction.Down, Theme: null, IndicatorCode: null, Conditions: [], new TextSpan(0, 9));
}
