using System.CommandLine;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using SocialPolicy.PlanRegistry.V1;

namespace SocialPolicy.Cli.Documents;

/// <summary><c>spp document merge</c></summary>
internal static class MergeDocuments
{
    public static Command Create()
    {
        var stub = DocumentCommands.DocumentArgument("STUB");
        var into = DocumentCommands.DocumentArgument("INTO");
        var dryRun = new Option<bool>("--validate-only") { Description = "Check, store nothing." };
        var command = new Command("merge", "Say that a stub means another document: what cites the one cites the other from now on.") { stub, into, dryRun };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var request = new MergeDocumentsRequest
            {
                Name = DocumentCommands.NameOf(parsed.GetValue(stub)!),
                Into = DocumentCommands.NameOf(parsed.GetValue(into)!),
                RequestId = Said.NewRequest(),
                ValidateOnly = parsed.GetValue(dryRun),
            };
            var document = await connection.Documents.MergeDocumentsAsync(request, Connection.Call(cancellation));
            await ShowDocument.Show(screen, document, connection, cancellation);
            return Exit.Ok;
        });
        return command;
    }
}
