using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using SocialPolicy.Cli.Plans;
using SocialPolicy.Cli.Reporting;
using SocialPolicy.Notifications.V1;
using SocialPolicy.PlanRegistry.V1;
using SocialPolicy.Reporting.V1;
using Spectre.Console;
using Task = System.Threading.Tasks.Task;

namespace SocialPolicy.Cli.Successions;

/// <summary>What a succession leaves without an owner, asked of the three services that know.</summary>
internal static class OrphanSheet
{
    public static async Task Show(RecordSuccessionResponse answer, Connection connection, Screen screen, CancellationToken cancellation)
    {
        var obligations = new List<Obligation>();
        var notices = new List<Notice>();
        foreach (var agency in Ended(answer))
        {
            obligations.AddRange(await NotSettled(new() { Agency = agency }, connection, cancellation));
            obligations.AddRange(await NotSettled(new() { Receiver = agency }, connection, cancellation));
            notices.AddRange(await Queued(agency, connection, cancellation));
        }

        obligations = [.. obligations.DistinctBy(obligation => obligation.Name)];
        screen.ShowLists(
            [("successions", [answer.Succession]), ("orphans", [answer.Orphans]), ("obligations", obligations), ("notices", notices)],
            console =>
            {
                SuccessionCommands.Write(console, [answer.Succession]);
                Write(console, answer.Orphans);
                Write(console, obligations, notices);
            });
    }

    /// <summary>Whose obligations and notices have no owner any more; who is renamed goes on.</summary>
    private static IEnumerable<string> Ended(RecordSuccessionResponse answer) => answer.Succession switch
    {
        { Kind: Succession.Types.Kind.Rename or Succession.Types.Kind.Transfer } => [],
        { Subject: Succession.Types.Subject.Agencies } agencies => agencies.Predecessors.Select(member => member.Name),
        _ => answer.Orphans.AgenciesLeft,
    };

    private static Task<IReadOnlyList<Obligation>> NotSettled(ListObligationsRequest filter, Connection connection, CancellationToken cancellation)
    {
        filter.States.Add([Obligation.Types.State.Owed, Obligation.Types.State.Submitted, Obligation.Types.State.Returned]);
        return ObligationCommands.Matching(filter, connection, cancellation);
    }

    private static Task<IReadOnlyList<Notice>> Queued(string agency, Connection connection, CancellationToken cancellation) => Pages.All<Notice>(async token =>
    {
        var request = new ListNoticesRequest { Agency = agency, State = Notice.Types.State.Queued, PageSize = 1000, PageToken = token };
        var page = await connection.Notices.ListNoticesAsync(request, Connection.Call(cancellation));
        return (page.Notices, page.NextPageToken);
    });

    private static void Write(IAnsiConsole console, Orphans orphans)
    {
        console.WriteLine("Plans whose issuer ends");
        console.Write(
            ["Number", "Title", "Targets", "Tasks", "Duties", "Plan"],
            [.. orphans.Plans.Select(plan => new[] { plan.Number, plan.Title, $"{plan.TargetCount}", $"{plan.TaskCount}", $"{plan.DutyCount}", plan.Name["plans/".Length..] })],
            "None.");
        console.WriteLine("Names in duties");
        console.Write(["Role", "Name", "Content", "Duty"], [.. orphans.Parties.Select(party => new[] { party.Role.ToString(), party.Text, party.Content, party.Duty })], "None.");
        console.WriteLine("Tasks whose lead ends");
        console.Write(["Lead", "Task", "Name"], [.. orphans.Tasks.Select(task => new[] { task.Lead, task.Heading, task.Task })], "None.");
        if (orphans.AgenciesLeft.Count > 0)
            console.WriteLine($"{orphans.AgenciesLeft.Count} agencies of these units go on in the directory: record what becomes of them too.");
    }

    private static void Write(IAnsiConsole console, IReadOnlyCollection<Obligation> obligations, IReadOnlyCollection<Notice> notices)
    {
        console.WriteLine("Obligations that are not settled");
        console.Write(
            ["Due", "Who", "To", "Period", "State", "Obligation"],
            [
                .. obligations.Select(one => new[]
                {
                    PlanTable.Of(one.Due?.Date), one.AgencyDisplayName, one.ReceiverDisplayName, one.Period, one.State.ToString(), one.Name["obligations/".Length..],
                }),
            ],
            "None.");
        console.WriteLine("Notices that are on their way");
        console.Write(["To", "Kind", "Notice"], [.. notices.Select(notice => new[] { notice.Agency, notice.Kind.ToString(), notice.Name["notices/".Length..] })], "None.");
    }
}
