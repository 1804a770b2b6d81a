using System.Globalization;
using SocialPolicy.PlanText;
using Spectre.Console;

namespace SocialPolicy.Cli.Plans;

/// <summary>A reading as a sheet: each item beside the words it came from.</summary>
internal static class ReadingSheet
{
    public static void Write(IAnsiConsole console, Reading reading, string text)
    {
        console.Write(new Rule(Markup.Escape(reading.Title ?? "(no title)")).LeftJustified());
        console.Write(Header(reading));
        Section(console, "Objectives (mục tiêu tổng quát)", ["", "Text"], reading.Objectives.Select(objective => new[] { objective.IsVision ? "vision" : "", objective.Text }));
        Targets(console, "Targets (chỉ tiêu)", reading.Targets);
        Targets(console, "Vision (tầm nhìn)", reading.VisionTargets);
        Targets(console, "Targets inside tasks", reading.TargetsInTasks);
        Tasks(console, reading);
        Rows(console, reading);
        Duties(console, reading, text);
        Section(console, "Unread: produced nothing", ["Place", "Text"], reading.Unread.Select(span => new[] { $"{span.Start}–{span.End}", Sentence(text, span) }));
        Section(console, "To look at", ["What", "Text"], Flagged(reading, text));
    }

    private static Grid Header(Reading reading)
    {
        var grid = new Grid().AddColumns(2);
        void Line(string label, string? value) => grid.AddRow(new Text(label), new Text(value is { Length: > 0 } ? value : "–"));
        Line("Number", reading.Number);
        Line("Issued", reading.IssuedOn is { } date ? $"{date:yyyy-MM-dd}" : Partial(reading.IssuedOnPartial));
        Line("Status", $"{reading.Status}");
        Line("Issuer", reading.Issuer is { } issuer ? $"{issuer.Name} ({issuer.Level}, {issuer.System})" : null);
        Line("Province", reading.Province);
        Line("Signer", reading.Signer is { } signer ? $"{signer.Name}, {signer.Title}" : null);
        Line("Period", reading.Period is { } period ? $"{period.From}–{period.To}, vision {period.Vision}" : null);
        Line("Legal bases", string.Join("; ", reading.LegalBases.Select(basis => basis.Number ?? basis.Name)));
        Line("Flags", string.Join(", ", reading.Flags));
        return grid;
    }

    private static string? Partial(PartialDate? date) => date is null ? null : date.Month is { } month ? $"{date.Year}-{month:00}-??" : $"{date.Year}-??-??";

    private static void Targets(IAnsiConsole console, string title, IReadOnlyList<Target> targets) => Section(
        console,
        title,
        ["Demand", "Year", "Text", "Flags"],
        targets.Select(target => new[] { Wording.Demand(target), $"{target.Year}", target.Text, string.Join(", ", target.Flags) }));

    private static void Tasks(IAnsiConsole console, Reading reading) => Section(
        console,
        "Tasks (nhiệm vụ)",
        ["", "Heading", "Lead", "Coordinating", "Time", "Comes of it", "Items"],
        reading.Tasks.Select(task => new[]
        {
            task.Numbering, task.Heading, task.Lead, string.Join("; ", task.Coordinating), task.Time, task.Deliverable, task.Items.Count.ToString(CultureInfo.CurrentCulture),
        }));

    private static void Rows(IAnsiConsole console, Reading reading) => Section(
        console,
        "Tables of tasks (phụ lục)",
        ["", "Task", "Lead", "Coordinating", "Time", "Comes of it"],
        reading.TaskRows.Select(row => new[] { row.Number, row.Text, row.Lead, string.Join("; ", row.Coordinating), row.Time, row.Deliverable }));

    // Each flag beside the words it is about.
    private static IEnumerable<string?[]> Flagged(Reading reading, string text) =>
    [
        .. reading.Flags.Select(flag => new[] { flag, "" }),
        .. reading.Targets.Concat(reading.VisionTargets).Concat(reading.TargetsInTasks).SelectMany(target => target.Flags.Select(flag => new[] { flag, target.Text })),
        .. reading.ReportingDuties.SelectMany(duty => duty.Flags.Select(flag => new[] { flag, Sentence(text, duty.Span) })),
    ];

    private static string Sentence(string text, TextSpan span) =>
        string.Join(' ', text[span.Start..span.End].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static void Duties(IAnsiConsole console, Reading reading, string text) => Section(
        console,
        "Reporting duties (chế độ báo cáo)",
        ["Who", "To", "Via", "How often", "Deadline", "Text"],
        reading.ReportingDuties.Select(duty => new[]
        {
            string.Join("; ", duty.Who), string.Join("; ", duty.ToWhom), duty.Via, Wording.Frequency(duty.Frequency), Wording.Deadline(duty),
            Sentence(text, duty.Span),
        }));

    private static void Section(IAnsiConsole console, string title, string[] columns, IEnumerable<string?[]> rows)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns(columns);
        foreach (var row in rows)
            table.AddRow(row.Select(cell => new Text(cell ?? "–")));
        if (table.Rows.Count == 0)
            return;
        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]{title}[/] ({table.Rows.Count})");
        console.Write(table);
    }
}
