using System.CommandLine;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using SocialPolicy.PlanRegistry.V1;

namespace SocialPolicy.Cli.Plans;

/// <summary><c>spp plan list</c></summary>
internal static class ListPlans
{
    public static Command Create()
    {
        var state = new Option<Plan.Types.State>("--state") { Description = "Only plans in this state: read, confirmed or published." }.Among();
        var command = new Command("list", "List plans with their counts and next deadlines, newest first.") { state };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var plans = await All(connection, parsed.GetValue(state), cancellation);
            screen.ShowAll(plans, console => PlanTable.Write(console, plans));
            return Exit.Ok;
        });
        return command;
    }

    public static async Task<IReadOnlyList<Plan>> All(Connection connection, Plan.Types.State state, CancellationToken cancellation)
    {
        var client = connection.Plans;
        var plans = new List<Plan>();
        var request = new ListPlansRequest { PageSize = 200, State = state };
        do
        {
            var page = await client.ListPlansAsync(request, Connection.Call(cancellation));
            plans.AddRange(page.Plans);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return plans;
    }
}
