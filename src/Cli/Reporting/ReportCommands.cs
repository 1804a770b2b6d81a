using System.CommandLine;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using SocialPolicy.Reporting.V1;

namespace SocialPolicy.Cli.Reporting;

/// <summary><c>spp report</c>: written, approved, submitted, returned, accepted.</summary>
internal static class ReportCommands
{
    public static Command All() => new("report", "Reports (báo cáo).") { Draft(), Approve(), Submit(), Return(), Accept(), Show(), List() };

    private static Argument<string> ReportArgument() => new("REPORT") { Description = "reports/ID, or the ID alone." };

    private static string NameOf(string? said) => Said.NameOf(said ?? "", "reports");

    private static Command Draft()
    {
        var obligation = new Argument<string>("OBLIGATION") { Description = "obligations/ID, or the ID alone." };
        var set = new Option<string[]>("--set") { Description = "FIELD=VALUE: number, signer, signed_on, results, difficulties, proposals, nil. Repeat for each." };
        var command = new Command("draft", "Begin or change the report of an obligation.") { obligation, set };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var request = new DraftReportRequest
            {
                Report = new() { Obligation = Said.NameOf(parsed.GetValue(obligation)!, "obligations") },
                UpdateMask = new(),
                RequestId = Said.NewRequest(),
            };
            foreach (var pair in parsed.GetValue(set) ?? [])
                ReportFields.Set(request, pair);
            var report = await connection.Reports.DraftReportAsync(request, Connection.Call(cancellation));
            screen.Show(report, console => ReportSheet.Write(console, report));
            return Exit.Ok;
        });
        return command;
    }

    private static Command Approve()
    {
        var name = ReportArgument();
        var number = new Option<string?>("--number") { Description = "Number of the letter, where the draft has none." };
        var signer = new Option<string?>("--signer") { Description = "Who signs it." };
        var signedOn = new Option<string?>("--signed-on") { Description = "The day it is signed, yyyy-mm-dd." };
        var command = new Command("approve", "Approve what a report says (phê duyệt).") { name, number, signer, signedOn };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var request = new ApproveReportRequest
            {
                Name = NameOf(parsed.GetValue(name)),
                Number = parsed.GetValue(number) ?? "",
                Signer = parsed.GetValue(signer) ?? "",
                SignedOn = parsed.GetValue(signedOn) is { Length: > 0 } day ? Said.Day(day) : null,
                RequestId = Said.NewRequest(),
            };
            var report = await connection.Reports.ApproveReportAsync(request, Connection.Call(cancellation));
            screen.Show(report, console => ReportSheet.Write(console, report));
            return Exit.Ok;
        });
        return command;
    }

    private static Command Submit()
    {
        var name = ReportArgument();
        var command = new Command("submit", "Hand a report to its receiver.") { name };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var request = new SubmitReportRequest { Name = NameOf(parsed.GetValue(name)), RequestId = Said.NewRequest() };
            var report = await connection.Reports.SubmitReportAsync(request, Connection.Call(cancellation));
            screen.Show(report, console => ReportSheet.Write(console, report));
            return Exit.Ok;
        });
        return command;
    }

    private static Command Return()
    {
        var name = ReportArgument();
        var reason = new Option<string>("--reason") { Description = "What is wrong with it.", Required = true };
        var command = new Command("return", "Give a report back with a reason.") { name, reason };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var request = new ReturnReportRequest { Name = NameOf(parsed.GetValue(name)), Reason = parsed.GetValue(reason), RequestId = Said.NewRequest() };
            var report = await connection.Reports.ReturnReportAsync(request, Connection.Call(cancellation));
            screen.Show(report, console => ReportSheet.Write(console, report));
            return Exit.Ok;
        });
        return command;
    }

    private static Command Accept()
    {
        var name = ReportArgument();
        var command = new Command("accept", "Accept a report: its obligation is settled.") { name };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var request = new AcceptReportRequest { Name = NameOf(parsed.GetValue(name)), RequestId = Said.NewRequest() };
            var report = await connection.Reports.AcceptReportAsync(request, Connection.Call(cancellation));
            screen.Show(report, console => ReportSheet.Write(console, report));
            return Exit.Ok;
        });
        return command;
    }

    private static Command Show()
    {
        var name = ReportArgument();
        var command = new Command("show", "Show a report with its table and its steps.") { name };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var report = await connection.Reports.GetReportAsync(new() { Name = NameOf(parsed.GetValue(name)) }, Connection.Call(cancellation));
            screen.Show(report, console => ReportSheet.Write(console, report));
            return Exit.Ok;
        });
        return command;
    }

    private static Command List()
    {
        var plan = new Option<string?>("--plan") { Description = "Only those of this plan." };
        var round = new Option<string?>("--round") { Description = "Only those of this round." };
        var agency = new Option<string?>("--agency") { Description = "Only those of this agency: agencies/ID or scheme:code." };
        var command = new Command("list", "List reports, newest first.") { plan, round, agency };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var reports = await Pages.All<Report>(async token =>
            {
                var request = new ListReportsRequest
                {
                    Plan = Said.NameOf(parsed.GetValue(plan) ?? "", "plans"),
                    Round = Said.NameOf(parsed.GetValue(round) ?? "", "rounds"),
                    Agency = Said.NameOf(parsed.GetValue(agency) ?? "", "agencies"),
                    PageSize = 500,
                    PageToken = token,
                };
                var page = await connection.Reports.ListReportsAsync(request, Connection.Call(cancellation));
                return (page.Reports, page.NextPageToken);
            });
            screen.ShowAll(reports, console => console.Write(
                ["Number", "Period", "State", "Submitted", "Agency", "Report"],
                [.. reports.Select(report => new[] { report.Number, report.Period, report.State.ToString(), $"{report.SubmissionCount}", report.Agency, report.Name["reports/".Length..] })],
                "No reports."));
            return Exit.Ok;
        });
        return command;
    }
}
