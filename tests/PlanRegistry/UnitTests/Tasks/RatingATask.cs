using SocialPolicy.Calendar;
using SocialPolicy.PlanRegistry.Domain.Tasks;

namespace SocialPolicy.PlanRegistry.UnitTests.Tasks;

public sealed class RatingATask
{
    private static readonly DateOnly Due = new(2026, 6, 30);

    public static TheoryData<int?, int, TaskRating, string> Days => new()
    {
        { null, 0, TaskRating.NotCompletedInTime, "Chưa hoàn thành, trong hạn" },
        { null, 1, TaskRating.NotCompletedOverdue, "Chưa hoàn thành, quá hạn" },
        { 0, 5, TaskRating.CompletedOnTime, "Hoàn thành đúng hạn" },
        { 1, 5, TaskRating.CompletedLate, "Hoàn thành quá hạn" },
        { 3, 2, TaskRating.NotCompletedOverdue, "Chưa hoàn thành, quá hạn" },
    };

    [Theory]
    [MemberData(nameof(Days))]
    public void Tells_late_from_in_time_by_the_day(int? completedAfter, int on, TaskRating rating, string text)
    {
        var work = completedAfter is { } days
            ? new TaskWork(Guid.Empty, 2, TaskKind.OneOff, TaskState.Completed, null, Due, Due.AddDays(days), null, null)
            : new TaskWork(Guid.Empty, 1, TaskKind.OneOff, TaskState.Open, null, Due, null, null, null);

        var rated = RatedTask.On(work, null, Due.AddDays(on)).ShouldNotBeNull();

        (rated.Rating, rated.Text).ShouldBe((rating, text));
        rated.Explanation.ShouldNotBeEmpty();
    }

    [Fact]
    public void Says_nothing_of_lateness_without_a_due_date()
    {
        RatedTask.On(new(Guid.Empty, 1, TaskKind.OneOff, TaskState.Open, null, null, null, null, null), null, Due)!.Rating.ShouldBe(TaskRating.NotCompleted);
        RatedTask.On(new(Guid.Empty, 2, TaskKind.OneOff, TaskState.Completed, null, null, Due, null, null), null, Due)!.Rating.ShouldBe(TaskRating.Completed);
    }

    [Fact]
    public void Says_that_it_was_dropped_from_that_day_on()
    {
        var work = new TaskWork(Guid.Empty, 2, TaskKind.OneOff, TaskState.Dropped, null, Due, null, Due, "Trùng");

        RatedTask.On(work, null, Due)!.Rating.ShouldBe(TaskRating.Dropped);
        RatedTask.On(work, null, Due.AddDays(-1))!.Rating.ShouldBe(TaskRating.NotCompletedInTime);
    }

    [Theory]
    [InlineData(TaskVerdict.Done, TaskRating.Done)]
    [InlineData(TaskVerdict.Partly, TaskRating.PartlyDone)]
    [InlineData(TaskVerdict.NotDone, TaskRating.NotDone)]
    public void Of_an_ongoing_task_is_its_last_assessment(TaskVerdict verdict, TaskRating rating)
    {
        var work = new TaskWork(Guid.Empty, 1, TaskKind.Ongoing, TaskState.Open, null, null, null, null, null);

        RatedTask.On(work, new(new(PeriodKind.Year, 2025), verdict, "", new Dictionary<string, long>(), null), Due)!.Rating.ShouldBe(rating);
        RatedTask.On(work, null, Due)!.Rating.ShouldBe(TaskRating.NotAssessed);
        RatedTask.On(TaskWork.Unclassified(Guid.Empty), null, Due).ShouldBeNull();
    }
}
