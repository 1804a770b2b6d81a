using System.CommandLine;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using SocialPolicy.Cli.Plans;
using SocialPolicy.PlanRegistry.V1;
using Spectre.Console;

namespace SocialPolicy.Cli.Search;

/// <summary><c>spp search</c>: plans, documents, targets, tasks, agencies and units by their words.</summary>
internal static class SearchCommand
{
    public static Command Create()
    {
        var words = new Argument<string[]>("WORDS") { Description = "What to look for, with or without diacritics; the last word may be unfinished.", Arity = ArgumentArity.OneOrMore };
        var kind = new Option<SearchResult.Types.Kind[]>("--kind") { Description = "Only plan, document, target, task, agency or unit. Repeat for each." };
        var plan = new Option<string?>("--plan") { Description = "Only within this plan." };
        var limit = new Option<int>("--limit") { Description = "How many to show, at most 100.", DefaultValueFactory = _ => 20 };
        var command = new Command("search", "Find plans, documents, targets, tasks, agencies and units (tìm kiếm).") { words, kind, plan, limit };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var request = new SearchRequest
            {
                Query = string.Join(' ', parsed.GetValue(words)!),
                Kinds = { parsed.GetValue(kind) ?? [] },
                Plan = parsed.GetValue(plan) is { } said ? PlanCommands.NameOf(said) : "",
                PageSize = parsed.GetValue(limit),
            };
            var answer = await connection.Search.SearchAsync(request, Connection.Call(cancellation));
            screen.Show(answer, console => Write(console, answer));
            return Exit.Ok;
        });
        return command;
    }

    private static void Write(IAnsiConsole console, SearchResponse answer)
    {
        if (answer.Results.Count == 0)
            console.WriteLine("Nothing found.");
        foreach (var result in answer.Results)
        {
            console.MarkupLine($"{MarkedText.Of(result.Head)}  [dim]{result.Kind.ToString().ToLowerInvariant()}[/]");
            if (result.Excerpt is { } excerpt)
                console.MarkupLine($"    {MarkedText.Of(excerpt)}");
            console.MarkupLineInterpolated($"    [dim]{Where(result)}[/]");
        }

        if (answer.NextPageToken.Length > 0)
            console.WriteLine("There is more: ask for more words, or raise --limit.");
    }

    private static string Where(SearchResult result) =>
        string.Join(" · ", new[] { result.Kind is SearchResult.Types.Kind.Plan ? "" : result.PlanNumber, result.PlanIssuer, result.Name.Length > 0 ? result.Name : result.Plan }.Where(part => part.Length > 0));
}
