using System.CommandLine;
using System.Globalization;
using Google.Protobuf;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using SocialPolicy.Operations.V1;
using Spectre.Console;

namespace SocialPolicy.Cli.Audit;

/// <summary><c>spp audit list</c></summary>
internal static class ListAudit
{
    private const int LargestPage = 500;

    public static Command Create()
    {
        var service = AuditCommands.ServiceOption();
        var since = new Option<string?>("--since") { Description = "Only from this day (in Vietnam) or time on: 2026-11-24, 2026-11-24T13:00+07:00." };
        var until = new Option<string?>("--until") { Description = "Only before this day or time." };
        var subject = new Option<string?>("--subject") { Description = "Only of this person or system." };
        var client = new Option<string?>("--client") { Description = "Only of this program." };
        var agency = new Option<string?>("--agency") { Description = "Only by callers of this agency (scheme:code), or for it (agencies/ID)." };
        var resource = new Option<string?>("--resource") { Description = "Only on this resource, such as plans/ID." };
        var method = new Option<string?>("--method") { Description = "Only of this method, such as PublishPlan." };
        var outcome = new Option<string?>("--outcome") { Description = "Only with this outcome: DONE, or a reason." };
        var refused = new Option<bool>("--refused") { Description = "Only what was refused." };
        var request = new Option<string?>("--request") { Description = "Only of this request id." };
        var trace = new Option<string?>("--trace") { Description = "Only of this trace." };
        var limit = new Option<int>("--limit") { Description = "At most so many of each service. Default: 50.", DefaultValueFactory = _ => 50 };
        var command = new Command("list", "List what was done and what was refused, newest first.")
        {
            service, since, until, subject, client, agency, resource, method, outcome, refused, request, trace, limit,
        };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var asked = new ListAuditEntriesRequest
            {
                StartTime = parsed.GetValue(since) is { } from ? Said.Moment(from) : null,
                EndTime = parsed.GetValue(until) is { } to ? Said.Moment(to) : null,
                Subject = parsed.GetValue(subject) ?? "",
                Client = parsed.GetValue(client) ?? "",
                Agency = parsed.GetValue(agency) ?? "",
                Resource = parsed.GetValue(resource) ?? "",
                Method = parsed.GetValue(method) ?? "",
                Outcome = parsed.GetValue(outcome) ?? "",
                OnlyRefused = parsed.GetValue(refused),
                RequestId = parsed.GetValue(request) ?? "",
                TraceId = parsed.GetValue(trace) ?? "",
            };
            var found = new List<(string Service, IReadOnlyList<AuditEntry> Entries)>();
            foreach (var one in AuditCommands.Asked(parsed.GetValue(service)))
                found.Add((one, await Newest(connection.Audit(one), asked, parsed.GetValue(limit), cancellation)));
            screen.ShowLists([.. found.Select(of => (of.Service, of.Entries.Cast<IMessage>()))], console => Write(console, found));
            return Exit.Ok;
        });
        return command;
    }

    private static async Task<IReadOnlyList<AuditEntry>> Newest(AuditService.AuditServiceClient audit, ListAuditEntriesRequest asked, int limit, CancellationToken cancellation)
    {
        var entries = new List<AuditEntry>();
        var request = new ListAuditEntriesRequest(asked) { PageSize = Math.Clamp(limit, 1, LargestPage) };
        do
        {
            var page = await audit.ListAuditEntriesAsync(request, Connection.Call(cancellation));
            entries.AddRange(page.AuditEntries);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0 && entries.Count < limit);
        return [.. entries.Take(limit)];
    }

    private static void Write(IAnsiConsole console, IEnumerable<(string Service, IReadOnlyList<AuditEntry> Entries)> found) => console.Write(
        ["When", "Who", "Method", "On", "Outcome", "Versions", "Entry"],
        [
            .. found.SelectMany(of => of.Entries.Select(entry => (of.Service, Entry: entry)))
                .OrderByDescending(one => one.Entry.RecordTime)
                .Select(one => new[]
                {
                    one.Entry.RecordTime.ToDateTimeOffset().ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                    one.Entry.Subject == one.Entry.Client ? one.Entry.Subject : $"{one.Entry.Subject} by {one.Entry.Client}",
                    one.Entry.Method[(one.Entry.Method.LastIndexOf('/') + 1)..],
                    $"{one.Entry.Resource} {one.Entry.Detail}".Trim(),
                    one.Entry.Outcome,
                    one.Entry.VersionBefore + one.Entry.VersionAfter is "" ? "" : $"{one.Entry.VersionBefore}>{one.Entry.VersionAfter}",
                    $"{one.Service} {one.Entry.Name}",
                }),
        ],
        "Nothing was done.");
}
