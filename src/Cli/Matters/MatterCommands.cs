using System.CommandLine;
using SocialPolicy.Cli.Output;
using SocialPolicy.Cli.Owners;
using SocialPolicy.Cli.Plans;
using SocialPolicy.PlanRegistry.V1;
using Spectre.Console;

namespace SocialPolicy.Cli.Matters;

/// <summary><c>spp matter</c>: what comes up while plans are carried out.</summary>
internal static class MatterCommands
{
    public static Command All() => new("matter", "Matters of plans (vướng mắc, kiến nghị, đề nghị điều chỉnh, kết luận kiểm tra).")
    {
        RaiseMatter.Create(),
        MoveMatter.Assign(),
        MoveMatter.Answer(),
        MoveMatter.Close(),
        MoveMatter.Reopen(),
        ListMatters.Create(),
        ShowMatter.Create(),
    };

    /// <summary>A matter as people name it.</summary>
    public static Argument<string> MatterArgument() => new("MATTER") { Description = "matters/ID, or the ID alone." };

    public static void Write(IAnsiConsole console, IReadOnlyCollection<Matter> matters) => console.Write(
        ["Kind", "State", "Raised", "What", "With", "Due", "", "Matter"],
        [
            .. matters.Select(matter => new[]
            {
                $"{matter.Kind}", matter.Outcome is Matter.Types.Outcome.Declined ? "Declined" : $"{matter.State}", PlanTable.Of(matter.RaisedOn), matter.Text, OwnerCommands.Agency(matter.AssignedTo), PlanTable.Of(matter.Due), matter.Overdue ? "overdue" : "",
                matter.Name["matters/".Length..],
            }),
        ],
        "No matters.");

    /// <summary>A matter with everything that was said of it.</summary>
    public static void WriteWhole(IAnsiConsole console, Matter matter)
    {
        Write(console, [matter]);
        console.WriteLine($"About {matter.Subject} – {matter.PlanTitle}");
        console.Write(
            ["When", "State", "Said", "Agency", "Due", "Letter", "By"],
            [
                .. matter.Steps.Select(step => new[]
                {
                    step.Time.ToDateTimeOffset().ToOffset(TimeSpan.FromHours(7)).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture), $"{step.State}", step.Text,
                    OwnerCommands.Agency(step.Agency), PlanTable.Of(step.Due), step.DocumentNumber, step.Actor,
                }),
            ],
            "No steps.");
        if (matter.Amendment.Length > 0)
            console.WriteLine($"Settled by {matter.Amendment}");
    }
}
