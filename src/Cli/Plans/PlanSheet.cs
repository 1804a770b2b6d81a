using SocialPolicy.PlanRegistry.V1;
using Spectre.Console;

namespace SocialPolicy.Cli.Plans;

/// <summary>One plan as a sheet: header, targets, tasks, duties, and what a person should look at.</summary>
internal static class PlanSheet
{
    public static void Write(IAnsiConsole console, Plan plan)
    {
        console.Write(new Rule(Markup.Escape(plan.Title.Length > 0 ? plan.Title : plan.Name)).LeftJustified());
        console.Write(Header(plan));
        Section(console, "Targets (chỉ tiêu)", Targets(plan));
        Section(console, "Tasks (nhiệm vụ)", Tasks(plan));
        Section(console, "Reporting duties (chế độ báo cáo)", Duties(plan));
        Section(console, "To look at", Flags(plan));
        Section(console, "Corrected by a person", Corrections(plan));
    }

    private static Grid Header(Plan plan)
    {
        var grid = new Grid().AddColumns(2);
        void Line(string label, string value) => grid.AddRow(new Text(label), new Text(value.Length > 0 ? value : "–"));
        Line("Plan", plan.Name);
        Line("State", PlanTable.State(plan.State));
        Line("Number", plan.Number);
        Line("Issued", PlanTable.Of(plan.IssuedOn));
        Line("Issuer", $"{plan.Issuer} ({plan.IssuerLevel}, {plan.IssuerSystem})");
        Line("Province", plan.Province);
        Line("Signer", plan.Signer);
        Line("Period", PlanTable.Period(plan));
        Line("Legal bases", string.Join("; ", plan.LegalBases.Where(basis => basis.Number.Length > 0).Select(basis => $"{basis.Number} ({basis.Relationship})")));
        Line("Source", $"{plan.Source.FileName}, {plan.Source.SizeBytes:N0} bytes, sha256 {plan.Source.Sha256[..12]}…");
        return grid;
    }

    private static Table? Targets(Plan plan) => Rows(["", "Demand", "Year", "Indicator", "Population", "Text"], plan.Targets.Select(target => new[]
    {
        target.Section is Target.Types.Section.Vision ? "vision" : target.Section is Target.Types.Section.Tasks ? "task" : "",
        Wording.Demand(target.Threshold),
        target.Year is 0 ? "–" : $"{target.Year}",
        target.Indicator,
        target.Population,
        target.Text,
    }));

    private static Table? Tasks(Plan plan) => Rows(["", "Task", "Lead", "Coordinating"], plan.Tasks.Select(task => new[]
    {
        task.Numbering,
        $"{new string(' ', 2 * (task.Level - 1))}{task.Heading}",
        task.Lead,
        string.Join("; ", task.Coordinating),
    }));

    private static Table? Duties(Plan plan) => Rows(["Who", "To", "Via", "How often", "Next due", "Why"], plan.ReportingDuties.Select(duty => new[]
    {
        string.Join("; ", duty.Reporters),
        string.Join("; ", duty.Addressees),
        duty.Via,
        Wording.Frequency(duty.Frequency),
        PlanTable.Of(duty.NextDue),
        duty.NextDueExplanation,
    }));

    private static Table? Flags(Plan plan) => Rows(["Flag", "Quote"], plan.Flags.Select(flag => new[] { flag.Code, flag.Quote }));

    private static Table? Corrections(Plan plan) => Rows(["Field", "Before", "After", "Who", "When"], plan.Corrections.Select(correction => new[]
    {
        correction.Field, correction.Before, correction.After, correction.Actor, correction.Time.ToDateTimeOffset().ToString("u"),
    }));

    private static Table? Rows(string[] columns, IEnumerable<string[]> rows)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns(columns);
        foreach (var row in rows)
            table.AddRow(row.Select(cell => new Text(cell)));
        return table.Rows.Count > 0 ? table : null;
    }

    private static void Section(IAnsiConsole console, string title, Table? table)
    {
        if (table is null)
            return;
        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]{title}[/] ({table.Rows.Count})");
        console.Write(table);
    }
}
