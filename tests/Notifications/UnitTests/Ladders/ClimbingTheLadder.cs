using SocialPolicy.Notifications.Domain.Ladders;
using SocialPolicy.Notifications.Domain.Notices;

namespace SocialPolicy.Notifications.UnitTests.Ladders;

public sealed class ClimbingTheLadder
{
    private static readonly DateOnly Due = new(2026, 12, 15);

    private static readonly OwedObligation Owed = new(new(Guid.CreateVersion7()), new(Guid.CreateVersion7()), Due.AddDays(-60), Due, Requested: false, OwnContribution: false, Returned: 0);

    [Fact]
    public void Takes_each_rung_on_its_day_and_once() => Walk(Owed, -60, 23).ShouldBe(
    [
        (-60, "issued"), (-30, "before-30"), (-15, "before-15"), (-7, "before-7"), (-3, "before-3"), (-1, "before-1"), (0, "due"),
        (1, "overdue-1"), (1, "escalation-1"), (7, "overdue-7"), (8, "escalation-8"), (14, "overdue-14"), (15, "escalation-15"), (21, "overdue-21"), (22, "escalation-22"),
    ]);

    [Fact]
    public void Is_late_on_no_day_when_somebody_looks_every_day()
    {
        var made = new HashSet<string>();
        for (var day = -60; day <= 23; day++)
        {
            foreach (var due in Ladder.On(Due.AddDays(day), Owed).Where(due => made.Add(due.Rung)))
                due.Late.ShouldBeFalse($"{due.Rung} on day {day}");
        }
    }

    [Theory]
    [InlineData(-31, "issued")]
    [InlineData(-30, "issued before-30")]
    [InlineData(-6, "issued before-7")]
    [InlineData(-2, "issued before-3")]
    [InlineData(0, "issued due")]
    [InlineData(1, "overdue-1 escalation-1")]
    [InlineData(6, "overdue-1 escalation-1")]
    [InlineData(9, "overdue-7 escalation-8")]
    [InlineData(30, "overdue-28 escalation-29")]
    public void Takes_the_newest_rung_of_each_kind_after_a_long_silence(int day, string rungs) =>
        string.Join(' ', Ladder.On(Due.AddDays(day), Owed).Select(due => due.Rung)).ShouldBe(rungs);

    [Theory]
    [InlineData(-30, "before-30", false)]
    [InlineData(-29, "before-30", true)]
    [InlineData(7, "overdue-7", false)]
    [InlineData(8, "overdue-7", true)]
    [InlineData(9, "escalation-8", true)]
    public void Marks_what_comes_after_its_day(int day, string rung, bool late) =>
        Ladder.On(Due.AddDays(day), Owed).Single(due => due.Rung == rung).Late.ShouldBe(late);

    [Fact]
    public void Leaves_to_the_notice_of_issue_what_came_before_it()
    {
        var brief = Owed with { IssuedOn = Due.AddDays(-6) };

        Walk(brief, -6, 0).ShouldBe([(-6, "issued"), (-3, "before-3"), (-1, "before-1"), (0, "due")]);
    }

    [Fact]
    public void Tells_who_owes_nothing_of_the_issue_once_the_day_is_over() =>
        Ladder.On(Due.AddDays(1), Owed).ShouldNotContain(due => due.Kind == NoticeKind.Issued);

    [Fact]
    public void Never_chases_who_was_invited() =>
        Walk(Owed with { Requested = true }, -60, 40).Select(step => step.Rung).ShouldBe(["issued", "before-30", "before-15", "before-7", "before-3", "before-1", "due"]);

    [Fact]
    public void Says_nothing_of_the_receivers_own_contribution() => Walk(Owed with { OwnContribution = true }, -60, 40).ShouldBeEmpty();

    [Fact]
    public void Escalates_to_the_receiver_and_to_nobody_else()
    {
        var day = Ladder.On(Due.AddDays(8), Owed).ToList();

        day.Single(due => due.Kind == NoticeKind.Escalation).To.ShouldBe(Owed.Receiver);
        day.Where(due => due.Kind != NoticeKind.Escalation).ShouldAllBe(due => due.To == Owed.Agency);
    }

    [Fact]
    public void Tells_of_each_return() => Ladder.On(Due.AddDays(-40), Owed with { Returned = 2 }).Select(due => due.Rung).ShouldBe(["returned-2", "issued"]);

    [Fact]
    public void Tells_a_moved_day_to_who_was_told_another_and_climbs_from_there() =>
        Walk(Owed with { MovedOn = Due.AddDays(-10), ToldBefore = true }, -10, 0).ShouldBe([(-10, "rescheduled"), (-7, "before-7"), (-3, "before-3"), (-1, "before-1"), (0, "due")]);

    [Fact]
    public void Issues_with_the_moved_day_to_who_was_told_none() =>
        Walk(Owed with { MovedOn = Due.AddDays(-10) }, -10, -4).ShouldBe([(-10, "issued"), (-7, "before-7")]);

    [Fact]
    public void Says_nothing_before_the_issue() => Ladder.On(Due.AddDays(-61), Owed).ShouldBeEmpty();

    private static IReadOnlyList<(int Day, string Rung)> Walk(OwedObligation owed, int from, int to)
    {
        var made = new HashSet<string>();
        return [.. Enumerable.Range(from, to - from + 1).SelectMany(day => Ladder.On(Due.AddDays(day), owed).Where(due => made.Add(due.Rung)).Select(due => (day, due.Rung)))];
    }
}
