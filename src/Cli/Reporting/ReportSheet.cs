using SocialPolicy.Cli.Output;
using SocialPolicy.Cli.Plans;
using SocialPolicy.Reporting.V1;
using Spectre.Console;

namespace SocialPolicy.Cli.Reporting;

/// <summary>One report as a sheet: letter, standard table, steps.</summary>
internal static class ReportSheet
{
    public static void Write(IAnsiConsole console, Report report)
    {
        console.WriteLine($"{report.Name}: {(report.Number.Length > 0 ? report.Number : "no number yet")}, period {report.Period}, {report.State}");
        console.WriteLine($"Written by {report.Preparer}, {Approval(report)}.");
        Part(console, "Results (kết quả)", report.Nil ? "Nothing to report (không phát sinh)." : report.Results);
        Part(console, "Difficulties (khó khăn)", report.Difficulties);
        Part(console, "Proposals (kiến nghị)", report.Proposals);
        console.Write(
            ["Indicator", "Demand", "Year", "Value", "Year before", "% of demand", "Verdict"],
            [.. report.Lines.Where(line => line.Value.Length > 0 || line.Observation.Length > 0).Select(Row)],
            "No values for this period.");
        console.Write(
            ["Step", "Who", "When", "Why"],
            [.. report.Steps.Select(step => new[] { step.State.ToString(), step.Actor, step.Time.ToDateTimeOffset().ToString("u"), step.Reason })],
            "");
    }

    private static string Approval(Report report) =>
        report.Approver.Length > 0 ? $"approved by {report.Approver} on {report.ApproveTime.ToDateTimeOffset():u}" : "not approved";

    private static void Part(IAnsiConsole console, string title, string text)
    {
        if (text.Length > 0)
            console.WriteLine($"{title}: {text}");
    }

    private static string[] Row(ReportLine line) =>
    [
        line.Indicator,
        Wording.Demand(line.Threshold ?? new()),
        line.Year is 0 ? "–" : $"{line.Year}",
        line.Value + (line.Estimate ? " (est.)" : ""),
        line.YearBefore,
        line.PercentOfTarget,
        line.Verdict.ToString(),
    ];
}
