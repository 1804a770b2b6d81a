using System.CommandLine;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using SocialPolicy.PlanRegistry.V1;

namespace SocialPolicy.Cli.Documents;

/// <summary><c>spp document list</c></summary>
internal static class ListDocuments
{
    public static Command Create()
    {
        var words = new Argument<string[]>("WORD") { Description = "Words of number, title or issuer.", Arity = ArgumentArity.ZeroOrMore };
        var stubs = new Option<bool>("--stubs") { Description = "Only documents known from citations alone." };
        var ambiguous = new Option<bool>("--ambiguous") { Description = "Only stubs of which somebody has to say what they mean." };
        var command = new Command("list", "List documents, newest first.") { words, stubs, ambiguous };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var documents = await Pages.All<Document>(async token =>
            {
                var request = new ListDocumentsRequest
                {
                    Query = string.Join(' ', parsed.GetValue(words) ?? []),
                    OnlyStubs = parsed.GetValue(stubs),
                    OnlyAmbiguous = parsed.GetValue(ambiguous),
                    PageSize = 500,
                    PageToken = token,
                };
                var page = await connection.Documents.ListDocumentsAsync(request, Connection.Call(cancellation));
                return (page.Documents, page.NextPageToken);
            });
            screen.ShowAll(documents, console => console.Write(["Document", "Type", "Issuer", "Province", "", "Name"], [.. documents.Select(Row)], "No documents."));
            return Exit.Ok;
        });
        return command;
    }

    private static string[] Row(Document document) =>
        [DocumentWords.Of(document), document.Type, document.Issuer, document.Province, DocumentWords.State(document), document.Name["documents/".Length..]];
}
