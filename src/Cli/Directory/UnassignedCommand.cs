using System.CommandLine;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using SocialPolicy.PlanRegistry.V1;

namespace SocialPolicy.Cli.Directory;

/// <summary><c>spp directory unresolved</c>: names in plans that wait for a person.</summary>
internal static class UnassignedCommand
{
    public static Command Create()
    {
        var plan = new Option<string?>("--plan") { Description = "Only names in this plan." };
        var on = new Option<string?>("--on") { Description = "The day, yyyy-mm-dd. Default: today." };
        var command = new Command("unresolved", "List the names in plans that mean nobody: unknown, ambiguous, ended.") { plan, on };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var parties = await Pages.All<UnassignedParty>(async token =>
            {
                var request = new ListUnassignedPartiesRequest
                {
                    Plan = Said.NameOf(parsed.GetValue(plan) ?? "", "plans"),
                    On = parsed.GetValue(on) is { } day ? Said.Day(day) : null,
                    PageSize = 500,
                    PageToken = token,
                };
                var page = await connection.Assignments.ListUnassignedPartiesAsync(request, Connection.Call(cancellation));
                return (page.Parties, page.NextPageToken);
            });
            screen.ShowAll(parties, console => console.Write(
                ["Name", "Role", "Why", "May be", "In"],
                [
                    .. parties.Select(party => new[]
                    {
                        party.Text, $"{party.Role} {party.Position}", party.Reason.ToString(),
                        string.Join('\n', party.Candidates.Select(candidate => $"{candidate.Code} ({candidate.Confidence})")),
                        party.Duty.Length > 0 ? party.Duty : party.Plan,
                    }),
                ],
                "Every name is known."));
            return Exit.Ok;
        });
        return command;
    }

    /// <summary>A candidate as a row: name, code, how sure, why.</summary>
    public static string[] Row(PartyCandidate candidate) => [candidate.DisplayName, candidate.Code, candidate.Confidence.ToString(), candidate.Why];
}
