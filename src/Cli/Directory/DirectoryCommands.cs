using System.CommandLine;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using SocialPolicy.Cli.Plans;
using SocialPolicy.PlanRegistry.V1;
using Spectre.Console;

namespace SocialPolicy.Cli.Directory;

/// <summary><c>spp directory</c>: units and agencies.</summary>
internal static class DirectoryCommands
{
    public static Command All() => new("directory", "Administrative units and agencies (đơn vị hành chính, cơ quan).") 
    {
        Import(), List(), Resolve(), UnassignedCommand.Create(), AssignCommand.Create(),
    };

    private static Command Import()
    {
        var paths = new Argument<FileSystemInfo[]>("PATH") { Description = "units.csv, agencies.csv, or folders of them.", Arity = ArgumentArity.OneOrMore };
        paths.AcceptExistingOnly();
        var ifEmpty = new Option<bool>("--if-empty") { Description = "Do nothing when the directory holds any unit." };
        var dryRun = new Option<bool>("--validate-only") { Description = "Check, store nothing." };
        var command = new Command("import", "Take units and agencies in: new ones are added, known ones brought up to date.") { paths, ifEmpty, dryRun };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            if (parsed.GetValue(ifEmpty) && (await connection.Directory.ListUnitsAsync(new() { PageSize = 1 }, Connection.Call(cancellation))).Units.Count > 0)
                return Exit.Ok;
            var rows = DirectoryFiles.In(parsed.GetValue(paths)!);
            var answer = await connection.Directory.Import(rows, Said.NewRequest(), parsed.GetValue(dryRun), cancellation);
            screen.Show(answer, console => console.Write(
                ["", "Added", "Changed"],
                [["Units", $"{answer.AddedUnitCount}", $"{answer.ChangedUnitCount}"], ["Agencies", $"{answer.AddedAgencyCount}", $"{answer.ChangedAgencyCount}"]],
                ""));
            return Exit.Ok;
        });
        return command;
    }

    private static Command List()
    {
        var unit = new Option<string?>("--unit") { Description = "Only agencies of this unit: units/ID or scheme:code." };
        var command = new Command("list", "List agencies.") { unit };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var agencies = await Pages.All<Agency>(async token =>
            {
                var request = new ListAgenciesRequest { Unit = Said.NameOf(parsed.GetValue(unit) ?? "", "units"), PageSize = 1000, PageToken = token };
                var page = await connection.Directory.ListAgenciesAsync(request, Connection.Call(cancellation));
                return (page.Agencies, page.NextPageToken);
            });
            screen.ShowAll(agencies, console => console.Write(
                ["Code", "Name", "Kind", "Binding", "Until"],
                [.. agencies.Select(agency => new[] { agency.Codes[0], agency.DisplayName, agency.Kind.ToString(), agency.Binding.ToString(), PlanTable.Of(agency.ValidTo) })],
                "No agencies."));
            return Exit.Ok;
        });
        return command;
    }

    private static Command Resolve()
    {
        var text = new Argument<string>("TEXT") { Description = "A name as a document writes it." };
        var issuer = new Option<string>("--issuer") { Description = "Who wrote it: agencies/ID or scheme:code.", Required = true };
        var on = new Option<string?>("--on") { Description = "The day, yyyy-mm-dd. Default: today." };
        var command = new Command("resolve", "Say whom a document means by a name.") { text, issuer, on };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var request = new ResolvePartyRequest
            {
                Text = parsed.GetValue(text),
                Issuer = Said.NameOf(parsed.GetValue(issuer)!, "agencies"),
                On = parsed.GetValue(on) is { } day ? Said.Day(day) : null,
            };
            var answer = await connection.Directory.ResolvePartyAsync(request, Connection.Call(cancellation));
            var members = await Names(answer, connection, cancellation);
            screen.Show(answer, console =>
            {
                console.Write(["Who"], [.. members.Select(name => new[] { name })], "Nobody the directory knows.");
                console.WriteLine(answer.Why);
                if (answer.Candidates.Count > 0)
                    console.Write(["May be", "Code", "How sure", "Why"], [.. answer.Candidates.Select(UnassignedCommand.Row)], "");
            });
            return Exit.Ok;
        });
        return command;
    }

    private static async Task<IReadOnlyList<string>> Names(ResolvePartyResponse answer, Connection connection, CancellationToken cancellation)
    {
        var names = new List<string>();
        foreach (var member in answer.Party.Agency.Length > 0 ? [answer.Party.Agency] : answer.Members.AsEnumerable())
            names.Add((await connection.Directory.GetAgencyAsync(new() { Name = member }, Connection.Call(cancellation))).DisplayName);
        return names;
    }
}
