using System.CommandLine;
using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using SocialPolicy.PlanRegistry.V1;
using Spectre.Console;

namespace SocialPolicy.Cli.Documents;

/// <summary><c>spp document coverage</c></summary>
internal static class CoverageCommand
{
    public static Command Create()
    {
        var name = DocumentCommands.DocumentArgument();
        var who = new Option<string?>("--who") { Description = "Whose duty it is, in the words of the document: \"UBND các xã, phường\"." };
        var unit = new Option<string?>("--unit") { Description = "Instead of words: the agencies of this unit, units/ID or scheme:code." };
        var below = new Option<bool>("--below") { Description = "With --unit: those of the units right below it." };
        var kinds = new Option<Agency.Types.Kind[]>("--agencies") { Description = "With --unit: kinds of agencies. Default: peoplescommittee." };
        var on = DocumentCommands.OnOption();
        var command = new Command("coverage", "Say which agencies have issued a document of their own below one, and which have not.") { name, who, unit, below, kinds, on };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var request = new GetCoverageRequest { Name = DocumentCommands.NameOf(parsed.GetValue(name)!), On = DocumentCommands.DayOf(parsed.GetValue(on)) };
            if (parsed.GetValue(unit) is { } place)
                request.Group = GroupOf(place, parsed.GetValue(below), parsed.GetValue(kinds) ?? []);
            else
                request.Text = parsed.GetValue(who) ?? "";
            var answer = await connection.Documents.GetCoverageAsync(request, Connection.Call(cancellation));
            screen.Show(answer, console =>
            {
                console.Write(["Agency", "State", "By"], [.. answer.Members.Select(Row)], "Nobody belongs to that group on the day.");
                console.WriteLine($"{answer.IssuedCount} have issued one, {answer.PredecessorCount} took one over, {answer.MissingCount} have none.");
            });
            return Exit.Ok;
        });
        return command;
    }

    private static AgencyGroup GroupOf(string unit, bool below, Agency.Types.Kind[] kinds) => new()
    {
        Unit = Said.NameOf(unit, "units"),
        Reach = below ? AgencyGroup.Types.Reach.UnitsBelow : AgencyGroup.Types.Reach.Unit,
        Kinds = { kinds.Length > 0 ? kinds : [Agency.Types.Kind.PeoplesCommittee] },
    };

    private static string[] Row(GetCoverageResponse.Types.Member member) =>
        [member.DisplayName, Words.Of(member.State).Replace('_', ' '), string.Join("; ", member.Issued.Select(issued => DocumentWords.Of(issued.Document)))];
}
