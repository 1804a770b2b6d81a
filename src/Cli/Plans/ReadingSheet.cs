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
        Targets(console, "Targets (chỉ tiêu)", reading.Targets);
        Targets(console, "Vision (tầm nhìn)", reading.VisionTargets);
        Targets(console, "Targets inside tasks", reading.TargetsInTasks);
        Tasks(console, reading);
        Duties(console, reading, text);
        if (reading.Unread.Count > 0)
            console.WriteLine($"\n{reading.Unread.Count} pieces of these sections produced nothing; --json lists their places.");
    }

    private static Grid Header(Reading reading)
    {
        var grid = new Grid().AddColumns(2);
        void Line(string label, string? value) => grid.AddRow(new Text(label), new Text(value is { Length: > 0 } ? value : "–"));
        Line("Number", reading.Number);
        Line("Issued", reading.IssuedOn is { } date ? $"{date:yyyy-MM-dd}" : Partial(reading.IssuedOnPartial));
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
        ["Demand", "Unit", "Year", "Text", "Flags"],
        targets.Select(target => new[]
        {
            $"{target.Comparator} {target.Value}{(target.ValueMax is { } max ? $"–{max}" : "")}", target.Unit, $"{target.Year}", target.Text, string.Join(", ", target.Flags),
        }));

    private static void Tasks(IAnsiConsole console, Reading reading) => Section(
        console,
        "Tasks (nhiệm vụ)",
        ["", "Heading", "Lead", "Coordinating"],
        reading.Tasks.Select(task => new[] { task.Numbering, task.Heading, task.Lead, string.Join("; ", task.Coordinating) }));

    private static void Duties(IAnsiConsole console, Reading reading, string text) => Section(
        console,
        "Reporting duties (chế độ báo cáo)",
        ["Who", "To", "Via", "How often", "Deadline", "Text"],
        reading.ReportingDuties.Select(duty => new[]
        {
            string.Join("; ", duty.Who), string.Join("; ", duty.ToWhom), duty.Via, $"{duty.Frequency}", Deadline(duty),
            string.Join(' ', text[duty.Span.Start..duty.Span.End].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
        }));

    /// <summary>"before 25/11", or the date of what is due once.</summary>
    public static string Deadline(ReportingDuty duty) => duty switch
    {
        { Date: { } once } => $"{once:yyyy-MM-dd}",
        { Deadline: { } yearly } => $"{(yearly.Inclusive ? "by" : "before")} {yearly.Day}/{yearly.Month}",
        _ => "–",
    };

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
