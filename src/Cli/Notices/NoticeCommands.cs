using System.CommandLine;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using SocialPolicy.Cli.Plans;
using SocialPolicy.Notifications.V1;
using Spectre.Console;

namespace SocialPolicy.Cli.Notices;

/// <summary><c>spp notice</c>: what was told to whom, and what would be.</summary>
internal static class NoticeCommands
{
    public static Command All() => new("notice", "Reminders and other notices (thông báo, nhắc việc).") { List(), Preview(), Held() };

    public static Task<IReadOnlyList<Notice>> Matching(ListNoticesRequest filter, Connection connection, CancellationToken cancellation) =>
        Pages.All<Notice>(async token =>
        {
            var page = await connection.Notices.ListNoticesAsync(new(filter) { PageSize = 1000, PageToken = token }, Connection.Call(cancellation));
            return (page.Notices, page.NextPageToken);
        });

    /// <summary>What the next sweep would make, whatever the mode.</summary>
    /// <param name="plan">Only what it would say about this plan; empty for all.</param>
    public static Task<IReadOnlyList<Notice>> Due(string plan, Connection connection, CancellationToken cancellation) =>
        Pages.All<Notice>(async token =>
        {
            var page = await connection.Notices.PreviewSweepAsync(new() { Plan = plan, PageSize = 1000, PageToken = token }, Connection.Call(cancellation));
            return (page.Notices, page.NextPageToken);
        });

    public static void Write(IAnsiConsole console, IReadOnlyCollection<Notice> notices) => console.Write(
        ["For", "Rung", "Channel", "State", "Due", "Subject", "Answer", "Notice"],
        [
            .. notices.Select(notice => new[]
            {
                notice.AgencyDisplayName, notice.Rung, notice.Channel.ToString(), notice.State.ToString(), PlanTable.Of(notice.Due), notice.Subject,
                notice.Answer, notice.Name.Length > 0 ? notice.Name["notices/".Length..] : "",
            }),
        ],
        "No notices.");

    private static Command List()
    {
        var plan = new Option<string?>("--plan") { Description = "Only those about this plan." };
        var obligation = new Option<string?>("--obligation") { Description = "Only those about this obligation." };
        var agency = new Option<string?>("--agency") { Description = "Only those to this agency: agencies/ID or scheme:code." };
        var command = new Command("list", "List notices, newest first.") { plan, obligation, agency };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var filter = new ListNoticesRequest
            {
                Plan = Said.NameOf(parsed.GetValue(plan) ?? "", "plans"),
                Obligation = Said.NameOf(parsed.GetValue(obligation) ?? "", "obligations"),
                Agency = Said.NameOf(parsed.GetValue(agency) ?? "", "agencies"),
            };
            var notices = await Matching(filter, connection, cancellation);
            screen.ShowAll(notices, console => Write(console, notices));
            return Exit.Ok;
        });
        return command;
    }

    private static Command Preview()
    {
        var plan = new Option<string?>("--plan") { Description = "Only those about this plan." };
        var command = new Command("preview", "Show what the next sweep would make, whatever the mode.") { plan };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var notices = await Due(Said.NameOf(parsed.GetValue(plan) ?? "", "plans"), connection, cancellation);
            screen.ShowAll(notices, console =>
            {
                Write(console, notices);
                console.WriteLine($"{notices.Count} in all.");
            });
            return Exit.Ok;
        });
        return command;
    }

    private static Command Held()
    {
        var plan = new Option<string?>("--plan") { Description = "Only those about this plan." };
        var command = new Command("held", "Show what the day calls for and nobody can be told, with the reason.") { plan };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var about = Said.NameOf(parsed.GetValue(plan) ?? "", "plans");
            var held = await Pages.All<HeldNotice>(async token =>
            {
                var page = await connection.Notices.ListHeldNoticesAsync(new() { Plan = about, PageSize = 1000, PageToken = token }, Connection.Call(cancellation));
                return (page.HeldNotices, page.NextPageToken);
            });
            screen.ShowAll(held, console => console.Write(
                ["Concerns", "Agency", "Rung", "Due", "Why", "Obligation"],
                [.. held.Select(one => new[] { one.AgencyDisplayName, one.Agency, one.Rung, PlanTable.Of(one.Due), one.HoldReason, one.Obligation })],
                "Nothing is held."));
            return Exit.Ok;
        });
        return command;
    }
}
