using System.CommandLine;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using SocialPolicy.Notifications.V1;

namespace SocialPolicy.Cli.Notices;

/// <summary><c>spp inbox</c>: what an agency's officers have been told on the platform.</summary>
internal static class InboxCommands
{
    public static Command All() => new("inbox", "The inbox of an agency.") { List(), Acknowledge() };

    private static Command List()
    {
        var agency = new Argument<string>("AGENCY") { Description = "agencies/ID or scheme:code." };
        var unread = new Option<bool>("--unread") { Description = "Only what nobody has acknowledged." };
        var command = new Command("list", "List the inbox, newest first.") { agency, unread };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var notices = await Pages.All<Notice>(async token =>
            {
                var request = new ListInboxRequest
                {
                    Agency = Said.NameOf(parsed.GetValue(agency)!, "agencies"),
                    UnreadOnly = parsed.GetValue(unread),
                    PageSize = 1000,
                    PageToken = token,
                };
                var page = await connection.Notices.ListInboxAsync(request, Connection.Call(cancellation));
                return (page.Notices, page.NextPageToken);
            });
            screen.ShowAll(notices, console => NoticeCommands.Write(console, notices));
            return Exit.Ok;
        });
        return command;
    }

    private static Command Acknowledge()
    {
        var notice = new Argument<string>("NOTICE") { Description = "notices/ID, or the ID alone." };
        var command = new Command("ack", "Say that a notice was read.") { notice };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var request = new AcknowledgeNoticeRequest { Name = Said.NameOf(parsed.GetValue(notice)!, "notices"), RequestId = Said.NewRequest() };
            var read = await connection.Notices.AcknowledgeNoticeAsync(request, Connection.Call(cancellation));
            screen.Show(read, console => NoticeCommands.Write(console, [read]));
            return Exit.Ok;
        });
        return command;
    }
}
