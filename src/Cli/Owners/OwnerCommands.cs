using System.CommandLine;
using SocialPolicy.Cli.Plans;
using SocialPolicy.PlanRegistry.V1;
using Spectre.Console;
using SocialPolicy.Cli.Output;

namespace SocialPolicy.Cli.Owners;

/// <summary><c>spp owner</c>: who leads and coordinates targets and tasks.</summary>
internal static class OwnerCommands
{
    public static Command All() => new("owner", "Owners of targets and tasks (cơ quan chủ trì, phối hợp).")
    {
        ListOwners.Create(),
        AssignOwners.Create(),
        SuggestOwners.Create(),
        ListUnowned.Create(),
        ExportOwners.Create(),
        ImportOwners.Create(),
    };

    /// <summary>Items as people see them.</summary>
    public static void Write(IAnsiConsole console, IEnumerable<OwnedItem> items) => console.Write(
        ["", "Item", "Theme", "Lead", "Coordinating", "From", "Name"],
        [.. items.Select(item => new[] { item.Numbering, item.Text, item.Theme, Agency(item.Lead), string.Join("; ", item.Coordinating.Select(Agency)), PlanTable.Of(item.From), Within(item.Item) })],
        "No items.");

    /// <summary>An agency by its code; one that has ended is marked.</summary>
    public static string Agency(OwnerAgency? agency) => agency is null ? "–" : agency.InForce ? agency.Code : $"{agency.Code} (ended)";

    /// <summary>The name of an item without that of its plan.</summary>
    public static string Within(string item) => item.Split('/') is [_, _, var collection, var id] ? $"{collection}/{id}" : item;

    /// <summary>An item as people name it: whole, or within the plan.</summary>
    public static string NameOf(string said, string plan) => said.StartsWith("plans/", StringComparison.Ordinal) ? said : $"{plan}/{said}";
}
