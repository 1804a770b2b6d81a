namespace SocialPolicy.Calendar;

public sealed class CountingWorkingDays
{
    // National Day 2026: Wednesday 2 September, with the 1st; Friday the 4th stands for a day exchanged against a Saturday.
    private readonly WorkingDays days = new([new DateOnly(2026, 9, 1), new DateOnly(2026, 9, 2), new DateOnly(2026, 9, 4)], [new DateOnly(2026, 9, 12)]);

    [Theory]
    [InlineData(31, 8, true)]
    [InlineData(1, 9, false)]
    [InlineData(3, 9, true)]
    [InlineData(5, 9, false)]
    [InlineData(12, 9, true)]
    [InlineData(13, 9, false)]
    public void Leaves_out_weekends_and_holidays(int day, int month, bool working) =>
        days.IsWorking(new DateOnly(2026, month, day)).ShouldBe(working);

    [Theory]
    [InlineData(0, 31, 8)]
    [InlineData(1, 3, 9)]
    [InlineData(2, 7, 9)]
    [InlineData(6, 11, 9)]
    [InlineData(7, 12, 9)]
    [InlineData(8, 14, 9)]
    public void Steps_over_them(int count, int day, int month) =>
        days.Add(new DateOnly(2026, 8, 31), count).ShouldBe(new DateOnly(2026, month, day));

    [Fact]
    public void Finds_the_nearest_one()
    {
        days.LastUpTo(new DateOnly(2026, 9, 6)).ShouldBe(new DateOnly(2026, 9, 3));
        days.FirstFrom(new DateOnly(2026, 9, 4)).ShouldBe(new DateOnly(2026, 9, 7));
    }
}
