using SocialPolicy.PlanRegistry.V1;
using Spectre.Console;
using Date = Google.Type.Date;

namespace SocialPolicy.Cli.Plans;

/// <summary>Plans as a table: one line each.</summary>
internal static class PlanTable
{
    public static void Write(IAnsiConsole console, IReadOnlyCollection<Plan> plans)
    {
        if (plans.Count == 0)
        {
            console.WriteLine("No plans.");
            return;
        }

        var table = new Table().Border(TableBorder.Rounded)
            .AddColumns("Number", "Issuer", "Issued", "Period", "State");
        foreach (var column in table.Columns.Where(column => column != table.Columns[1]))
            column.NoWrap();
        foreach (var count in new[] { "Targets, vision", "Tasks", "Duties, dated", "Flags" })
            table.AddColumn(new TableColumn(count).RightAligned());
        table.AddColumn(new TableColumn("Next deadline").NoWrap());
        table.AddColumn(new TableColumn("Plan").NoWrap());
        foreach (var plan in plans)
            table.AddRow(Row(plan).Select(cell => new Text(cell)));
        console.Write(table);
    }

    public static string Of(Date? date) => date switch
    {
        null => "–",
        { Month: 0 } => $"{date.Year:0000}",
        { Day: 0 } => $"{date.Year:0000}-{date.Month:00}",
        _ => $"{date.Year:0000}-{date.Month:00}-{date.Day:00}",
    };

    public static string Period(Plan plan) => (plan.PeriodFrom, plan.PeriodTo, plan.VisionYear) switch
    {
        (0, 0, _) => "–",
        (0, var to, 0) => $"→ {to}",
        (0, var to, var vision) => $"→ {to} ({vision})",
        (var from, var to, 0) => $"{from}–{to}",
        (var from, var to, var vision) => $"{from}–{to} ({vision})",
    };

    public static string State(Plan.Types.State state) => state.ToString().ToLowerInvariant();

    private static IEnumerable<string> Row(Plan plan) =>
    [
        plan.Number.Length > 0 ? plan.Number : "–",
        plan.Issuer.Length > 0 ? plan.Issuer : "–",
        Of(plan.IssuedOn),
        Period(plan),
        State(plan.State),
        $"{plan.Summary.TargetCount}, {plan.Summary.VisionTargetCount}",
        $"{plan.Summary.TaskCount}",
        $"{plan.Summary.ReportingDutyCount}, {plan.Summary.DatedDutyCount}",
        $"{plan.Summary.FlagCount}",
        Of(plan.Summary.NextDeadline),
        plan.Name["plans/".Length..],
    ];
}
