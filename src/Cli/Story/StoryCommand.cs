using System.CommandLine;
using SocialPolicy.Cli.Plans;

namespace SocialPolicy.Cli.Story;

/// <summary><c>spp story</c>: walks every plan of a folder from its text to its targets in force, through the services alone.</summary>
internal static class StoryCommand
{
    public static Command Create()
    {
        var plans = new Option<DirectoryInfo>("--plans") { Description = "Folder of plan documents (*.txt).", Required = true };
        plans.AcceptExistingOnly();
        var command = new Command("story", "Walk one story through the running platform and print what each step answered.") { plans };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var folder = parsed.GetValue(plans)!;
            var files = PlanFiles.In([folder]);
            if (files.Count == 0)
                throw new IOException($"{folder} holds no plan documents (*.txt).");
            var story = new PlanStory(connection, screen);
            return await story.Tell(files, cancellation);
        });
        return command;
    }
}
