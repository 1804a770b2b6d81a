using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.PlanText;

namespace SocialPolicy.PlanRegistry.Domain.Plans.Items;

/// <summary>Corrects items of a reading, or amends those of a plan: what stood stays as it was, what counts is what a person made of it.</summary>
public static class CorrectingItems
{
    /// <summary>What the corrections of a reading come to, or every rule that they break.</summary>
    /// <param name="content">As it stands, earlier corrections included.</param>
    /// <param name="corrections">What the person says.</param>
    /// <param name="by">The subject of the caller's token.</param>
    /// <param name="at">When.</param>
    public static ItemChanges Correct(this PlanContent content, ItemCorrections corrections, string by, DateTimeOffset at) =>
        content.Change(corrections, amends: false, by, at);

    /// <summary>What an amendment comes to, or every rule that it breaks. Unlike a correction it may give an item new words, of its own document.</summary>
    /// <inheritdoc cref="Correct"/>
    public static ItemChanges Amend(this PlanContent content, ItemCorrections corrections, string by, DateTimeOffset at) =>
        content.Change(corrections, amends: true, by, at);

    private static ItemChanges Change(this PlanContent content, ItemCorrections corrections, bool amends, string by, DateTimeOffset at)
    {
        var targets = new Kind<PlanTarget>(
            "target", "targets", amends ? ItemFields.OfAmendedTargets : ItemFields.OfTargets, target => target.Text, target => target.Span, (target, from) => target with { Span = from.Span },
            (path, target) => ItemRules.For(path, target), amends, by, at);
        var tasks = new Kind<PlanTask>(
            "task", "tasks", ItemFields.OfTasks, task => task.Heading, task => task.Span, (task, from) => task with { Span = from.Span }, (path, task) => ItemRules.For(path, task), amends, by, at);
        var duties = new Kind<PlanDuty>(
            "reporting_duty", "reportingDuties", ItemFields.OfDuties, duty => duty.Content ?? "", duty => duty.Span, (duty, from) => duty with { Span = from.Span },
            (path, duty) => ItemRules.For(path, duty), amends, by, at);

        // Every broken rule of every item at once, before anything is changed.
        Check.All(
        [
            .. targets.Judge(content.Targets.ToDictionary(target => target.Id), corrections.Targets),
            .. tasks.Judge(content.Tasks.ToDictionary(task => task.Id), corrections.Tasks),
            .. duties.Judge(content.Duties.ToDictionary(duty => duty.Id), corrections.Duties),
        ]);

        var added = new PlanContent(
            [],
            [],
            [.. corrections.Targets.Where(IsNew).Select(one => one.Item with { Id = Guid.CreateVersion7(at), ParentId = null })],
            [.. corrections.Tasks.Where(IsNew).Select(one => one.Item with { Id = Guid.CreateVersion7(at), ParentId = null, Level = Math.Max(1, one.Item.Level) })],
            [],
            [.. corrections.Duties.Where(IsNew).Select(one => one.Item with { Id = Guid.CreateVersion7(at) })],
            []);
        return new(
            [
                .. targets.Corrections, .. tasks.Corrections, .. duties.Corrections,
                .. added.Targets.Select(target => targets.Addition(target.Id, target)),
                .. added.Tasks.Select(task => tasks.Addition(task.Id, task)),
                .. added.Duties.Select(duty => duties.Addition(duty.Id, duty)),
            ],
            [.. targets.Changed, .. tasks.Changed, .. duties.Changed],
            added);
    }

    private static bool IsNew<T>(ItemCorrection<T> correction) where T : class => correction.Id is null;

    private sealed class Kind<T>(
        string kind, string collection, IReadOnlyDictionary<string, ItemField<T>> fields, Func<T, string> words, Func<T, TextSpan> span, Func<T, T, T> moved,
        Func<string, T, IEnumerable<IRule>> rules, bool amends, string by, DateTimeOffset at)
        where T : class
    {
        public List<Correction> Corrections { get; } = [];

        public List<CorrectedItem> Changed { get; } = [];

        public Correction Addition(Guid id, T item) => new($"{collection}/{id}", "", Named(item), by, at);

        public IEnumerable<IRule> Judge(IReadOnlyDictionary<Guid, T> items, IReadOnlyList<ItemCorrection<T>> corrections)
        {
            var seen = new HashSet<Guid>();
            foreach (var one in corrections)
            {
                foreach (var rule in one.Id is { } id ? Change(one, id, items, seen) : Addition(one))
                    yield return rule;
            }
        }

        private IEnumerable<IRule> Addition(ItemCorrection<T> one) =>
            [new AddedItemsHaveAPlace(one.Path, !one.Drop && words(one.Item).Length > 0 && (amends || span(one.Item).Length > 0)), .. Lengths(one.Path, one.Item, fields.Keys), .. rules(one.Path, one.Item)];

        private List<IRule> Change(ItemCorrection<T> one, Guid id, IReadOnlyDictionary<Guid, T> items, HashSet<Guid> seen)
        {
            var before = items.GetValueOrDefault(id);
            List<IRule> judged = [new ItemsAreInThePlan(one.Path, id, before is not null), new ItemsAreCorrectedOnce(one.Path, seen.Add(id)), .. one.Fields.Select(field => new ItemFieldsCanBeCorrected(one.Path, field, fields.Keys))];
            if (before is null || judged.Exists(rule => rule.IsBroken))
                return judged;
            if (one.Drop)
            {
                Changed.Add(new(kind, id, null));
                Corrections.Add(new($"{collection}/{id}", Named(before), "", by, at));
                return judged;
            }

            var after = one.Fields.Aggregate(before, (item, field) => fields[field].Take(item, one.Item));
            judged.AddRange(Lengths(one.Path, after, one.Fields));
            judged.AddRange(rules(one.Path, after));
            var changes = one.Fields.Distinct().Select(field => new Correction($"{collection}/{id}.{field}", fields[field].Text(before), fields[field].Text(after), by, at))
                .Where(change => change.Before != change.After).ToList();
            if (changes.Count > 0)
                Changed.Add(new(kind, id, amends && (span(one.Item).Length > 0 || words(after) != words(before)) ? moved(after, one.Item) : after));
            Corrections.AddRange(changes);
            return judged;
        }

        private IEnumerable<IRule> Lengths(string path, T item, IEnumerable<string> named) =>
            named.Select(field => new TextsFitTheirField($"{path}.{kind}.{field}", fields[field].Text(item).Length, fields[field].MaxLength));

        private string Named(T item) => words(item) is { Length: > 0 } said ? said : kind;
    }
}
