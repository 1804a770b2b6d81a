using SocialPolicy.PlanRegistry.Domain.Plans;
using SocialPolicy.PlanText;

namespace SocialPolicy.PlanRegistry.Domain.Owners;

/// <summary>What can be owned.</summary>
public enum OwnableKind
{
    /// <summary>A target (chỉ tiêu).</summary>
    Target,

    /// <summary>A task (nhiệm vụ).</summary>
    Task,
}

/// <summary>A target or task of a plan, as far as its owners matter.</summary>
/// <param name="Id">Survives amendments.</param>
/// <param name="Kind">Which of the two.</param>
/// <param name="Numbering">Of a task; empty for a target.</param>
/// <param name="Text">The words of a target, the heading of a task.</param>
/// <param name="Words">All its words.</param>
/// <param name="Theme">Field of policy; null when no word points to one.</param>
/// <param name="ParentId">The task a task is below; null for a target.</param>
/// <param name="IsVision">Shown, not rated: nobody has to lead it.</param>
/// <param name="Span">Where it stands.</param>
public sealed record OwnableItem(
    Guid Id, OwnableKind Kind, string Numbering, string Text, string Words, string? Theme, Guid? ParentId, bool IsVision, TextSpan Span)
{
    /// <summary>Targets first, in the order of the text. What a person dropped is not among them.</summary>
    public static IReadOnlyList<OwnableItem> Of(PlanContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var themes = ThemesOf(content.Tasks);
        return
        [
            .. content.Targets.Select(target => new OwnableItem(
                target.Id, OwnableKind.Target, "", target.Text, $"{target.Text} {target.Indicator}", target.Theme, null, target.Section is TargetSection.Vision, target.Span)),
            .. content.Tasks.Select(task => new OwnableItem(
                task.Id, OwnableKind.Task, task.Numbering, task.Heading, WordsOf(task), themes[task.Id], task.ParentId, false, task.Span)),
        ];
    }

    // The heading decides, then the first item that says something; what is below a task is of its field.
    private static Dictionary<Guid, string?> ThemesOf(IReadOnlyList<Plans.PlanTask> tasks)
    {
        var themes = new Dictionary<Guid, string?>();
        foreach (var task in tasks)
        {
            themes[task.Id] = task.Items.Prepend(task.Heading).Select(PolicyTheme.Of).FirstOrDefault(theme => theme is not null)
                ?? (task.ParentId is { } parent ? themes.GetValueOrDefault(parent) : null);
        }

        return themes;
    }

    private static string WordsOf(Plans.PlanTask task) => string.Join(' ', task.Items.Prepend(task.Heading));
}
