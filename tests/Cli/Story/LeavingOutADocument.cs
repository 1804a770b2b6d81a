using SocialPolicy.Cli.Output;
using SocialPolicy.Cli.Story;
using Spectre.Console;

namespace SocialPolicy.Cli.UnitTests.Story;

public sealed class LeavingOutADocument
{
    private static readonly StoryLine Told = new("a-plan.txt", 25, 4, 45, 1, 1, 43, 102);

    [Fact]
    public void Is_said_in_the_last_table_with_its_reason()
    {
        var table = Written(Told, StoryLine.Without("c-image.txt", new("DOCUMENT_FORMAT_UNKNOWN", "This is no text.", [], Exit.Refused)));

        table[0].ShouldEndWith("Left out");
        table.ShouldContain("a-plan.txt 25 4 45 1 1 43 102");
        table.ShouldContain("c-image.txt DOCUMENT_FORMAT_UNKNOWN: This is no text.");
    }

    [Fact]
    public void Needs_no_column_when_all_are_plans() => Written(Told)[0].ShouldBe("Plan Targets Rated Obligations On time Late Owed Reminders");

    private static IReadOnlyList<string> Written(params StoryLine[] lines)
    {
        using var writer = new StringWriter();
        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(writer), Ansi = AnsiSupport.No });
        console.Profile.Width = 160;
        StoryLine.Write(console, lines);
        return [.. writer.ToString().Split('\n').Select(line => string.Join(' ', line.Split([' ', '│', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))).Where(line => line.Length > 0)];
    }
}
