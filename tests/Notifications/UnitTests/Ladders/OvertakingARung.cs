using SocialPolicy.Notifications.Domain.Ladders;
using SocialPolicy.Notifications.Domain.Notices;

namespace SocialPolicy.Notifications.UnitTests.Ladders;

public sealed class OvertakingARung
{
    private static readonly DateOnly Due = new(2026, 12, 15);

    private static readonly OwedObligation Owed =
        new(new(Guid.CreateVersion7()), new(Guid.CreateVersion7()), Due.AddDays(-60), Due, Requested: false, OwnContribution: false, Returned: 0);

    [Theory]
    [InlineData("issued", -60, 0)]
    [InlineData("before-30", -30, -16)]
    [InlineData("before-7", -7, -4)]
    [InlineData("before-1", -1, -1)]
    [InlineData("due", 0, 0)]
    [InlineData("overdue-1", 1, 6)]
    [InlineData("overdue-7", 7, 13)]
    public void Leaves_a_notice_true_from_its_day_until_the_next_one(string rung, int first, int last)
    {
        for (var day = -60; day <= 40; day++)
            Ladder.StillSays(Due.AddDays(day), Owed, Owed.Agency.Id, rung).ShouldBe(day >= first && day <= last, $"{rung} on day {day}");
    }

    [Fact]
    public void Goes_by_who_is_told()
    {
        Ladder.StillSays(Due.AddDays(1), Owed, Owed.Receiver.Id, "escalation-1").ShouldBeTrue();
        Ladder.StillSays(Due.AddDays(1), Owed, Owed.Agency.Id, "escalation-1").ShouldBeFalse();
    }

    [Fact]
    public void Leaves_the_last_return_alone_to_be_told()
    {
        var twice = Owed with { Returned = 2 };

        Ladder.StillSays(Due.AddDays(50), twice, Owed.Agency.Id, "returned-2").ShouldBeTrue();
        Ladder.StillSays(Due.AddDays(50), twice, Owed.Agency.Id, "returned-1").ShouldBeFalse();
    }

    [Fact]
    public void Never_calls_overdue_what_had_come_and_was_returned()
    {
        var returned = Owed with { Returned = 1 };

        for (var day = -60; day <= 40; day++)
            Ladder.On(Due.AddDays(day), returned).ShouldNotContain(due => due.Kind == NoticeKind.Overdue || due.Kind == NoticeKind.Escalation, $"day {day}");
    }
}
