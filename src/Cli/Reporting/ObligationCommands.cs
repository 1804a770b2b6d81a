using System.CommandLine;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using SocialPolicy.Cli.Plans;
using SocialPolicy.Reporting.V1;

namespace SocialPolicy.Cli.Reporting;

/// <summary><c>spp obligation list</c>: who owes what, until when.</summary>
internal static class ObligationCommands
{
    public static Command All() => new("obligation", "What agencies owe (nghĩa vụ báo cáo).") { List() };

    public static Task<IReadOnlyList<Obligation>> Matching(ListObligationsRequest filter, Connection connection, CancellationToken cancellation) =>
        Pages.All<Obligation>(async token =>
        {
            var request = new ListObligationsRequest(filter) { PageSize = 1000, PageToken = token };
            var page = await connection.Obligations.ListObligationsAsync(request, Connection.Call(cancellation));
            return (page.Obligations, page.NextPageToken);
        });

    private static Command List()
    {
        var plan = new Option<string?>("--plan") { Description = "Only those of this plan." };
        var round = new Option<string?>("--round") { Description = "Only those of this round." };
        var agency = new Option<string?>("--agency") { Description = "Only those this agency owes: agencies/ID or scheme:code." };
        var receiver = new Option<string?>("--receiver") { Description = "Only those this agency receives: agencies/ID or scheme:code." };
        var owed = new Option<bool>("--owed") { Description = "Only those still owed: nothing submitted, or returned." };
        var command = new Command("list", "List obligations, those due first at the top.") { plan, round, agency, receiver, owed };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var filter = new ListObligationsRequest
            {
                Plan = Said.NameOf(parsed.GetValue(plan) ?? "", "plans"),
                Round = Said.NameOf(parsed.GetValue(round) ?? "", "rounds"),
                Agency = Said.NameOf(parsed.GetValue(agency) ?? "", "agencies"),
                Receiver = Said.NameOf(parsed.GetValue(receiver) ?? "", "agencies"),
            };
            if (parsed.GetValue(owed))
                filter.States.Add([Obligation.Types.State.Owed, Obligation.Types.State.Returned]);
            var obligations = await Matching(filter, connection, cancellation);
            screen.ShowAll(obligations, console => console.Write(
                ["Due", "Who", "To", "Period", "State", "In time", "Why then", "Obligation"], [.. obligations.Select(Row)], "Nothing is owed."));
            return Exit.Ok;
        });
        return command;
    }

    private static string[] Row(Obligation obligation) =>
    [
        PlanTable.Of(obligation.Due?.Date),
        obligation.AgencyDisplayName + (obligation.Requested ? " (invited)" : obligation.OwnContribution ? " (own)" : ""),
        obligation.ReceiverDisplayName,
        obligation.Period,
        obligation.State + (obligation.ExemptReason.Length > 0 ? $" ({obligation.ExemptReason})" : ""),
        obligation.Timeliness.ToString(),
        obligation.Due?.Explanation ?? "",
        obligation.Name["obligations/".Length..],
    ];
}
