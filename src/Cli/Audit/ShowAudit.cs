using System.CommandLine;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using SocialPolicy.Operations.V1;
using Spectre.Console;

namespace SocialPolicy.Cli.Audit;

/// <summary><c>spp audit show</c></summary>
internal static class ShowAudit
{
    public static Command Create()
    {
        var service = new Argument<string>("SERVICE") { Description = "planregistry, indicators, reporting or notifications." };
        var name = new Argument<string>("ENTRY") { Description = "auditEntries/NUMBER, or the number alone." };
        var command = new Command("show", "Show all that an entry says.") { service, name };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var request = Said.NameOf(parsed.GetValue(name)!, "auditEntries");
            var entry = await connection.Audit(parsed.GetValue(service)!).GetAuditEntryAsync(new() { Name = request }, Connection.Call(cancellation));
            screen.Show(entry, console =>
            {
                var table = new Table().Border(TableBorder.None).HideHeaders().AddColumns("", "");
                foreach (var field in AuditEntry.Descriptor.Fields.InDeclarationOrder())
                    table.AddRow(new Text(field.JsonName), new Text($"{field.Accessor.GetValue(entry)}".Trim('"')));
                console.Write(table);
            });
            return Exit.Ok;
        });
        return command;
    }
}
