using SocialPolicy.PlanRegistry.Domain.Directory;
using SocialPolicy.PlanRegistry.Domain.Plans;

namespace SocialPolicy.PlanRegistry.Domain.Tasks;

/// <summary>Which kind the words of a task point to. A person decides.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Due">The last day its time names, null when it names none.</param>
/// <param name="Quote">The words; empty when none tell.</param>
/// <param name="Explanation">One sentence.</param>
public sealed record KindSuggestion(TaskKind Kind, DateOnly? Due, string Quote, string Explanation)
{
    private static readonly string[] Standing = Folded(
        "tiếp tục", "tăng cường", "đẩy mạnh", "nâng cao", "duy trì", "thường xuyên", "chú trọng", "phát huy", "củng cố", "quan tâm", "bảo đảm", "quán triệt", "đôn đốc");

    private static readonly string[] Recurring = Folded("hằng năm", "hàng năm", "hằng quý", "hàng quý", "hằng tháng", "hàng tháng", "thường xuyên", "liên tục", "giai đoạn");

    /// <summary>A time that recurs, then a day or a product, then the words of the heading and of its items decide, in this order.</summary>
    public static KindSuggestion Of(Plans.PlanTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        var due = task.Time is { } time ? StatedDay.LastIn(time) : null;
        if (task.Time is { } recurring && Find(Recurring, recurring) is { } word)
            return new(TaskKind.Ongoing, null, Printed.Shortened(recurring), $"Its time says \"{word}\".");
        if (due is not null)
            return new(TaskKind.OneOff, due, Printed.Shortened(task.Time!), "Its time names a day by which it ends.");
        if (task.Deliverable is { } deliverable)
            return new(TaskKind.OneOff, null, Printed.Shortened(deliverable), "It has a product.");
        foreach (var text in task.Items.Prepend(task.Heading))
        {
            if (Find(Standing, text) is { } verb)
                return new(TaskKind.Ongoing, null, Printed.Shortened(text), $"It says \"{verb}\".");
        }

        return new(TaskKind.Ongoing, null, "", "It names neither a day nor a product; most tasks are standing work.");
    }

    private static string? Find(string[] phrases, string text)
    {
        var words = $" {NameWords.Of(text)} ";
        return Array.Find(phrases, phrase => words.Contains($" {phrase} ", StringComparison.Ordinal));
    }

    private static string[] Folded(params string[] phrases) => [.. phrases.Select(NameWords.Of)];
}
