using SocialPolicy.Calendar;

namespace SocialPolicy.PlanRegistry.Domain.Tasks;

/// <summary>How a task is rated on a day.</summary>
public enum TaskRating
{
    /// <summary>Hoàn thành đúng hạn.</summary>
    CompletedOnTime,

    /// <summary>Hoàn thành quá hạn.</summary>
    CompletedLate,

    /// <summary>Hoàn thành, without a due date.</summary>
    Completed,

    /// <summary>Chưa hoàn thành, trong hạn.</summary>
    NotCompletedInTime,

    /// <summary>Chưa hoàn thành, quá hạn.</summary>
    NotCompletedOverdue,

    /// <summary>Chưa hoàn thành, without a due date.</summary>
    NotCompleted,

    /// <summary>Given up with a reason.</summary>
    Dropped,

    /// <summary>An ongoing task whose last period was done.</summary>
    Done,

    /// <summary>An ongoing task whose last period was partly done.</summary>
    PartlyDone,

    /// <summary>An ongoing task whose last period was not done.</summary>
    NotDone,

    /// <summary>An ongoing task of which no period is assessed.</summary>
    NotAssessed,
}

/// <summary>A rating in the words of reports, and how it follows.</summary>
/// <param name="Rating">Which.</param>
/// <param name="Text">As reports print it.</param>
/// <param name="Explanation">One sentence.</param>
public sealed record RatedTask(TaskRating Rating, string Text, string Explanation)
{
    private static readonly Dictionary<TaskRating, string> Texts = new()
    {
        [TaskRating.CompletedOnTime] = "Hoàn thành đúng hạn",
        [TaskRating.CompletedLate] = "Hoàn thành quá hạn",
        [TaskRating.Completed] = "Hoàn thành (không quy định thời hạn)",
        [TaskRating.NotCompletedInTime] = "Chưa hoàn thành, trong hạn",
        [TaskRating.NotCompletedOverdue] = "Chưa hoàn thành, quá hạn",
        [TaskRating.NotCompleted] = "Chưa hoàn thành (không quy định thời hạn)",
        [TaskRating.Dropped] = "Không thực hiện (có lý do)",
        [TaskRating.Done] = "Đã thực hiện",
        [TaskRating.PartlyDone] = "Thực hiện một phần",
        [TaskRating.NotDone] = "Chưa thực hiện",
        [TaskRating.NotAssessed] = "Chưa đánh giá",
    };

    /// <summary>The rating on a day; null while nobody has said of which kind the task is. What happened later does not count.</summary>
    /// <param name="work">As it is known.</param>
    /// <param name="last">The assessment of the latest period that has begun by the day; null without one.</param>
    /// <param name="on">The day.</param>
    public static RatedTask? On(TaskWork work, Assessment? last, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (work.Kind is not { } kind)
            return null;
        if (work.DroppedOn <= on)
            return Of(TaskRating.Dropped, $"Dropped on {work.DroppedOn:yyyy-MM-dd}: {work.DropReason}.");
        return kind is TaskKind.OneOff ? OneOff(work, on) : Ongoing(last);
    }

    private static RatedTask OneOff(TaskWork work, DateOnly on)
    {
        if (work.CompletedOn is { } done && done <= on)
        {
            return work.Due is { } due
                ? Of(new Lateness(done, due) is { IsLate: true } ? TaskRating.CompletedLate : TaskRating.CompletedOnTime, $"Completed; {new Lateness(done, due).Explain().English}")
                : Of(TaskRating.Completed, $"Completed on {done:yyyy-MM-dd}; it has no due date.");
        }

        return work.Due is { } last
            ? Of(new Lateness(on, last) is { IsLate: true } ? TaskRating.NotCompletedOverdue : TaskRating.NotCompletedInTime, $"Not completed; {new Lateness(on, last).Explain().English}")
            : Of(TaskRating.NotCompleted, "Not completed; it has no due date.");
    }

    private static RatedTask Ongoing(Assessment? last) => last switch
    {
        null => Of(TaskRating.NotAssessed, "Ongoing; no period is assessed."),
        { Verdict: TaskVerdict.Done } => Of(TaskRating.Done, $"Ongoing; the last period assessed, {last.Period}, was done."),
        { Verdict: TaskVerdict.Partly } => Of(TaskRating.PartlyDone, $"Ongoing; the last period assessed, {last.Period}, was partly done."),
        _ => Of(TaskRating.NotDone, $"Ongoing; the last period assessed, {last.Period}, was not done."),
    };

    private static RatedTask Of(TaskRating rating, string explanation) => new(rating, Texts[rating], explanation);
}
