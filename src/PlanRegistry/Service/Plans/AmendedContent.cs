using System.Text.Json;
using System.Text.Json.Nodes;
using SocialPolicy.PlanRegistry.Domain.Plans;

namespace SocialPolicy.PlanRegistry.Service.Plans;

/// <summary>What amendments make of published content: each stands over the ones before it, field by field.</summary>
internal static class AmendedContent
{
    private static readonly string[] Words = ["text", "heading", "content", "span"];

    /// <summary>The content with the changes, which are in the order of their days.</summary>
    public static PlanContent With(this PlanContent content, IReadOnlyList<AmendedRow> changes)
    {
        if (changes.Count == 0)
            return content;
        var behind = changes.GroupBy(change => change.ItemId).ToDictionary(group => group.Key, group => group.ToList());
        var targets = Current(content.Targets, "target", target => target.Id);
        var tasks = Current(content.Tasks, "task", task => task.Id);
        var duties = Current(content.Duties, "reporting_duty", duty => duty.Id);
        return content with
        {
            Targets = targets,
            Tasks = tasks,
            Duties = duties,
            Flags = [.. content.Flags.Where(flag => (flag.TargetId ?? flag.DutyId) is not { } item || !behind.ContainsKey(item))],
            Amended = behind.Where(pair => !IsDropped(pair.Value)).ToDictionary(pair => pair.Key, pair => By(pair.Value)),
        };

        List<T> Current<T>(IReadOnlyList<T> items, string kind, Func<T, Guid> id) =>
        [
            .. from item in items
               let changed = behind.GetValueOrDefault(id(item))
               where changed is null || !IsDropped(changed)
               select changed is null ? item : Stack<T>(JsonSerializer.SerializeToNode(item, RowJson.Options)!.AsObject(), changed),
            .. from pair in behind
               where pair.Value[0] is { Change: "added" } first && first.Kind == kind && !IsDropped(pair.Value)
               select Stack<T>([], pair.Value),
        ];
    }

    private static AmendedBy By(List<AmendedRow> changes)
    {
        var fields = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var change in changes)
        {
            foreach (var (column, _) in change.Patch!)
                fields[column] = change.AmendmentId;
        }

        return new(changes[^1].AmendmentId, changes.LastOrDefault(change => Array.Exists(Words, change.Patch!.ContainsKey))?.AmendmentId, fields);
    }

    private static bool IsDropped(List<AmendedRow> changes) => changes.Exists(change => change.Change == "dropped");

    private static T Stack<T>(JsonObject item, List<AmendedRow> changes)
    {
        foreach (var (column, value) in changes.SelectMany(change => change.Patch!))
            item[column] = value?.DeepClone();
        return item.Deserialize<T>(RowJson.Options)!;
    }
}

/// <summary>One change of one item, as it is kept.</summary>
internal sealed record AmendedRow(Guid AmendmentId, string Kind, Guid ItemId, string Change, JsonObject? Patch);
