using SocialPolicy.PlanRegistry.Domain.Plans;
using SocialPolicy.PlanRegistry.Domain.Plans.Items;
using SocialPolicy.PlanText.Comparing;

namespace SocialPolicy.PlanRegistry.Domain.Amendments;

/// <summary>What an amending document seems to change: items belong together that speak of the same thing. A person decides.</summary>
public static class Proposal
{
    private static readonly char[] ValueSigns = [.. "0123456789%"];

    // What a target demands, apart from the words about it; themes and codes are found by machine in both documents.
    private static readonly string[] TargetFields = ["threshold", "population", "geography", "year", "direction", "baseline"];
    private static readonly string[] TaskFields = ["heading", "lead", "coordinating", "time", "deliverable", "items"];
    private static readonly string[] DutyFields = ["reporters", "addressees", "via", "frequency", "deadline", "deadline_inclusive", "within"];

    /// <summary>The changes to propose.</summary>
    /// <param name="plan">The plan as in force on the day.</param>
    /// <param name="amending">What the amending document says.</param>
    /// <param name="restates">It states the whole plan anew: what it leaves out is dropped.</param>
    public static IReadOnlyList<ProposedChange> Of(PlanContent plan, PlanContent amending, bool restates)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(amending);
        return
        [
            .. from section in Enum.GetValues<TargetSection>()
               from one in Of(In(plan, section), In(amending, section), target => target.Id, About, ItemFields.OfAmendedTargets, TargetFields, ["text"], restates)
               select one,
            .. Of(plan.Tasks, amending.Tasks, task => task.Id, task => task.Heading, ItemFields.OfTasks, TaskFields, [], restates),
            .. Of(plan.Duties, amending.Duties, duty => duty.Id, About, ItemFields.OfDuties, DutyFields, [], restates),
        ];
    }

    private static List<PlanTarget> In(PlanContent content, TargetSection section) => [.. content.Targets.Where(target => target.Section == section)];

    private static IEnumerable<ProposedChange> Of<T>(
        IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, Guid> id, Func<T, string> about, IReadOnlyDictionary<string, ItemField<T>> fields, string[] compared, string[] along, bool restates)
        where T : class
    {
        foreach (var pair in Pairing.Of(before, after, about))
        {
            switch (pair)
            {
                case ({ } was, { } said):
                    List<string> changed = [.. compared.Where(path => fields[path].Text(was) != fields[path].Text(said))];
                    if (changed.Count == 0)
                        break;
                    changed.AddRange(along);
                    var now = changed.Aggregate(was, (item, path) => fields[path].Take(item, said));
                    yield return new(
                        ItemChange.Changed(id(was), was, now, [.. changed.Select(path => new FieldChange(path, fields[path].Text(was), fields[path].Text(now))).Where(field => field.Before != field.After)]),
                        said, changed);
                    break;
                case (null, { } added):
                    yield return new(ItemChange.Added(Guid.Empty, added), added, []);
                    break;
                case ({ } left, null) when restates:
                    yield return new(ItemChange.Dropped(id(left), left), left, []);
                    break;
            }
        }
    }

    // Milestones of one indicator are told apart by their year.
    private static string About(PlanTarget target) =>
        $"{string.Join(' ', target.Indicator.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word.IndexOfAny(ValueSigns) < 0))} {target.Population} {target.Geography} {target.Year}";

    private static string About(PlanDuty duty) => $"{string.Join("; ", duty.Reporters)} {string.Join("; ", duty.Addressees)} {duty.Content}";
}

/// <summary>One change that is proposed.</summary>
/// <param name="Change">As a difference; an item to be added has no id yet.</param>
/// <param name="Said">The item of the amending document; of a dropped one, the plan's own.</param>
/// <param name="Fields">Which of its fields to take.</param>
public sealed record ProposedChange(ItemChange Change, object Said, IReadOnlyList<string> Fields);
