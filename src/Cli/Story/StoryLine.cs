using SocialPolicy.Cli.Output;
using Spectre.Console;

namespace SocialPolicy.Cli.Story;

/// <summary>What became of one plan: the last table of the story.</summary>
/// <param name="Plan">Its file.</param>
/// <param name="Targets">In force.</param>
/// <param name="Rated">Targets with a rating.</param>
/// <param name="Obligations">Issued.</param>
/// <param name="OnTime">Settled in time.</param>
/// <param name="Late">Settled late.</param>
/// <param name="Owed">Still owed.</param>
/// <param name="Reminders">Notices delivered.</param>
/// <param name="LeftOut">Why there is no story of it; null when there is.</param>
internal sealed record StoryLine(string Plan, int Targets, int Rated, int Obligations, int OnTime, int Late, int Owed, int Reminders, string? LeftOut = null)
{
    private static readonly string[] Columns = ["Plan", "Targets", "Rated", "Obligations", "On time", "Late", "Owed", "Reminders"];

    /// <summary>A document that the registry refused.</summary>
    public static StoryLine Without(string file, Refusal refusal) => new(file, 0, 0, 0, 0, 0, 0, 0, $"{refusal.Reason}: {refusal.Message}");

    public static void Write(IAnsiConsole console, IReadOnlyList<StoryLine> lines)
    {
        var isWhole = lines.All(line => line.LeftOut is null);
        console.Write(isWhole ? Columns : [.. Columns, "Left out"], [.. lines.Select(line => isWhole ? line.Figures : [.. line.Figures, line.LeftOut ?? ""])], "No plans.");
    }

    private string[] Figures => LeftOut is null
        ? [Plan, $"{Targets}", $"{Rated}", $"{Obligations}", $"{OnTime}", $"{Late}", $"{Owed}", $"{Reminders}"]
        : [Plan, "", "", "", "", "", "", ""];
}
