using System.CommandLine;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using SocialPolicy.Cli.Plans;
using SocialPolicy.PlanRegistry.V1;

namespace SocialPolicy.Cli.Owners;

/// <summary><c>spp owner suggest</c>: who may be meant, and why. Nothing is assigned.</summary>
internal static class SuggestOwners
{
    public static Command Create()
    {
        var name = PlanCommands.PlanArgument();
        var onlyUnowned = new Option<bool>("--only-unowned") { Description = "Only what nobody leads." };
        var command = new Command("suggest", "Suggest owners from the words of the plan; a person assigns.") { name, onlyUnowned };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var request = new SuggestOwnersRequest { Plan = PlanCommands.NameOf(parsed.GetValue(name)!), OnlyUnowned = parsed.GetValue(onlyUnowned) };
            var answer = await connection.Owners.SuggestOwnersAsync(request, Connection.Call(cancellation));
            screen.Show(answer, console => console.Write(
                ["", "Item", "Role", "Agency", "Sure", "Because", "Quote", "Name"],
                [.. answer.Items.SelectMany(Rows)],
                "No items."));
            return Exit.Ok;
        });
        return command;
    }

    private static IEnumerable<string[]> Rows(SuggestOwnersResponse.Types.ItemSuggestions one) => one.Suggestions.Count == 0
        ? [[one.Item.Numbering, one.Item.Text, "–", "–", "", "", "", OwnerCommands.Within(one.Item.Item)]]
        : one.Suggestions.Select((suggestion, index) => new[]
        {
            index == 0 ? one.Item.Numbering : "", index == 0 ? one.Item.Text : "", $"{suggestion.Role}", suggestion.Agency?.Code ?? $"{suggestion.Text} (?)", $"{suggestion.Confidence}",
            $"{suggestion.Basis}", suggestion.Quote, index == 0 ? OwnerCommands.Within(one.Item.Item) : "",
        });
}
