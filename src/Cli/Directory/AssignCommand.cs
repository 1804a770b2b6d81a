using System.CommandLine;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using SocialPolicy.Cli.Plans;
using SocialPolicy.PlanRegistry.V1;

namespace SocialPolicy.Cli.Directory;

/// <summary><c>spp directory assign</c>: whom a name means from a day on, one name or all that mean a predecessor.</summary>
internal static class AssignCommand
{
    public static Command Create()
    {
        var to = new Argument<string>("AGENCY") { Description = "Whom it means: agencies/ID or scheme:code." };
        var duty = new Option<string?>("--duty") { Description = "The duty whose name it is: plans/ID/reportingDuties/ID; plans/ID for the issuer of the plan." };
        var roles = new Option<PartyRole[]>("--role") { Description = "issuer, reporter, addressee or via. With --of repeat for each; default there: all but the issuer." };
        var position = new Option<int>("--position") { Description = "Which of the names in that role.", DefaultValueFactory = _ => 1 };
        var remember = new Option<bool>("--remember") { Description = "Call the agency by that name from now on." };
        var of = new Option<string?>("--of") { Description = "All names that mean this agency on the day: agencies/ID or scheme:code." };
        var plan = new Option<string?>("--plan") { Description = "With --of: only in this plan." };
        var matching = new Option<string?>("--matching") { Description = "With --of: only in duties whose content, or whose plan's title, has these words." };
        var from = new Option<string?>("--from") { Description = "First day, yyyy-mm-dd. Default: today." };
        var reason = new Option<string>("--reason") { Description = "Why: the document that says so.", Required = true };
        var dryRun = new Option<bool>("--validate-only") { Description = "Check, store nothing." };
        var command = new Command("assign", "Say whom a name in a plan means from a day on.") { to, duty, roles, position, remember, of, plan, matching, from, reason, dryRun };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var heir = Said.NameOf(parsed.GetValue(to)!, "agencies");
            var request = new AssignPartiesRequest
            {
                ValidFrom = parsed.GetValue(from) is { } day ? Said.Day(day) : null,
                Reason = parsed.GetValue(reason),
                ValidateOnly = parsed.GetValue(dryRun),
                RequestId = Said.NewRequest(),
            };
            if (parsed.GetValue(of) is { } predecessor)
            {
                request.Rule = new()
                {
                    Predecessor = Said.NameOf(predecessor, "agencies"),
                    Heir = heir,
                    Plan = Said.NameOf(parsed.GetValue(plan) ?? "", "plans"),
                    Roles = { parsed.GetValue(roles) ?? [] },
                    Matching = parsed.GetValue(matching) ?? "",
                };
            }

            if (parsed.GetValue(duty) is { } one)
            {
                request.Assignments.Add((parsed.GetValue(roles) is { Length: > 0 } said ? said : [PartyRole.Unspecified]).Select(role => new AssignPartiesRequest.Types.Assignment
                {
                    Duty = one,
                    Role = role,
                    Position = parsed.GetValue(position),
                    Agency = heir,
                    Remember = parsed.GetValue(remember),
                }));
            }

            var answer = await connection.Assignments.AssignPartiesAsync(request, Connection.Call(cancellation));
            screen.Show(answer, console => console.Write(
                ["From", "Role", "Name", "In"],
                [
                    .. answer.Assignments.Select(made => new[]
                    {
                        PlanTable.Of(made.ValidFrom), $"{made.Role} {made.Position}", made.Party.Text, made.Duty.Length > 0 ? made.Duty : made.Plan,
                    }),
                ],
                $"{answer.UnchangedCount} mean just that already."));
            return Exit.Ok;
        });
        return command;
    }
}
