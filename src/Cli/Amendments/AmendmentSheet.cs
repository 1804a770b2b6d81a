using SocialPolicy.Cli.Output;
using SocialPolicy.Cli.Plans;
using SocialPolicy.PlanRegistry.V1;
using Spectre.Console;
using Kind = SocialPolicy.PlanRegistry.V1.ItemChange.Types.Kind;
using State = SocialPolicy.PlanRegistry.V1.Amendment.Types.State;

namespace SocialPolicy.Cli.Amendments;

/// <summary>Amendments for people.</summary>
internal static class AmendmentSheet
{
    public static void Write(IAnsiConsole console, Amendment amendment)
    {
        WriteTable(console, [amendment]);
        WriteChanges(console, amendment.Changes);
    }

    public static void WriteTable(IAnsiConsole console, IReadOnlyCollection<Amendment> amendments) => console.Write(
        ["From", "State", "By", "Issued", "Changes", "Amendment"],
        [.. amendments.Select(one => new[]
        {
            PlanTable.Of(one.EffectiveOn),
            StateOf(one),
            one.Document.Number.Length > 0 ? one.Document.Number : one.Document.Plan,
            PlanTable.Of(one.Document.IssuedOn),
            $"{one.Changes.Count}",
            one.Name,
        })],
        "No amendments.");

    public static void WriteChanges(IAnsiConsole console, IReadOnlyCollection<ItemChange> changes) => console.Write(
        ["", "What", "About", "Field", "Before", "After"],
        [.. changes.SelectMany(Rows)],
        "No difference.");

    private static IEnumerable<string[]> Rows(ItemChange change)
    {
        var about = change.Item.Length > 0 ? change.Item[(change.Item.IndexOf('/', "plans/".Length) + 1)..] : "";
        return change.Kind is Kind.Changed
            ? change.Fields.Select(field => new[] { "changed", Words(change), about, field.Path, field.Before, field.After })
            : [[change.Kind.ToString().ToLowerInvariant(), Words(change), about, "", change.Before, change.After]];
    }

    private static string Words(ItemChange change) => change.Before.Length > 0 ? change.Before : change.After;

    private static string StateOf(Amendment amendment) => amendment.State switch
    {
        State.InEffect => "in effect",
        State.Cancelled => $"cancelled: {amendment.CancelReason}",
        _ => "scheduled",
    };
}
