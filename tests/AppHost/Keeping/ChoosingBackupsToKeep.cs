using SocialPolicy.Backups.Daily;

namespace SocialPolicy.AppHost.Tests.Keeping;

public sealed class ChoosingBackupsToKeep
{
    // Two o'clock in Vietnam.
    private static readonly DateTimeOffset Newest = new(2026, 11, 28, 2, 0, 0, TimeSpan.FromHours(7));

    [Fact]
    public void Removes_nothing_while_there_are_few() => new Retention().Surplus(Days(7)).ShouldBeEmpty();

    [Fact]
    public void Keeps_so_many_days_and_the_last_of_so_many_weeks_and_months()
    {
        var all = Days(120);

        var kept = all.Except(new Retention { Daily = 3, Weekly = 2, Monthly = 3 }.Surplus(all)).Select(moment => moment.Date).ToList();

        // Saturday 28 and the two days before; Sunday 22, the last of the week before; the last days of October and September.
        kept.ShouldBe([new(2026, 11, 28), new(2026, 11, 27), new(2026, 11, 26), new(2026, 11, 22), new(2026, 10, 31), new(2026, 9, 30)]);
    }

    [Fact]
    public void Takes_the_last_of_a_day_and_a_day_as_it_is_in_Vietnam()
    {
        var evening = new DateTimeOffset(2026, 11, 27, 16, 30, 0, TimeSpan.Zero);
        var night = new DateTimeOffset(2026, 11, 27, 17, 30, 0, TimeSpan.Zero);
        var laterThatNight = night.AddHours(1);

        new Retention { Daily = 2, Weekly = 0, Monthly = 0 }.Surplus([night, evening, laterThatNight]).ShouldBe([night]);
    }

    [Fact]
    public void Counts_days_that_have_a_backup_and_not_those_that_have_none()
    {
        DateTimeOffset[] seldom = [Newest, Newest.AddDays(-20), Newest.AddDays(-40), Newest.AddDays(-60)];

        new Retention { Daily = 3, Weekly = 0, Monthly = 0 }.Surplus(seldom).ShouldBe([seldom[3]]);
    }

    [Fact]
    public void Never_removes_the_newest() => new Retention { Daily = 0, Weekly = 0, Monthly = 0 }.Surplus(Days(3)).ShouldBe([Newest.AddDays(-2), Newest.AddDays(-1)]);

    [Theory]
    [InlineData("2026-11-28T01:59:00+07:00", "2026-11-27T02:00:00+07:00")]
    [InlineData("2026-11-28T02:00:00+07:00", "2026-11-28T02:00:00+07:00")]
    [InlineData("2026-11-27T19:30:00+00:00", "2026-11-28T02:00:00+07:00")]
    public void Knows_when_one_was_due(string now, string due) => Schedule.LastDue(Time(now), hour: 2).ShouldBe(Time(due));

    [Fact]
    public void Makes_up_for_a_day_that_was_missed()
    {
        Schedule.IsDue(Newest.AddHours(10), 2, Newest.AddMinutes(3)).ShouldBeFalse();
        Schedule.IsDue(Newest.AddHours(10), 2, Newest.AddDays(-1)).ShouldBeTrue();
        Schedule.IsDue(Newest.AddHours(10), 2, null).ShouldBeTrue();
    }

    [Fact]
    public void Names_each_setting_that_makes_no_sense() =>
        new BackupSettings { Data = "/data", Hour = 24, Keep = new() { Daily = 0, Weekly = -1 } }.Problems()
            .ShouldBe(["Backups:Hour is 24; it is an hour of the day, 0 to 23.", "Backups:Keep:Daily is 0; 1 to 366 are kept.", "Backups:Keep:Weekly is -1; 0 to 520 are kept."]);

    private static IReadOnlyList<DateTimeOffset> Days(int count) => [.. Enumerable.Range(0, count).Select(day => Newest.AddDays(-day))];

    private static DateTimeOffset Time(string said) => DateTimeOffset.Parse(said, System.Globalization.CultureInfo.InvariantCulture);
}
