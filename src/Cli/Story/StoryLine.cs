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
internal sealed record StoryLine(string Plan, int Targets, int Rated, int Obligations, int OnTime, int Late, int Owed, int Reminders)
{
    private static readonly string[] Columns = ["Plan", "Targets", "Rated", "Obligations", "On time", "Late", "Owed", "Reminders"];

    public static void Write(IAnsiConsole console, IReadOnlyList<StoryLine> lines) => console.Write(
        Columns,
        [.. lines.Select(line => new[] { line.Plan, $"{line.Targets}", $"{line.Rated}", $"{line.Obligations}", $"{line.OnTime}", $"{line.Late}", $"{line.Owed}", $"{line.Reminders}" })],
        "No plans.");
}
