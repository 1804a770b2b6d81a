using System.CommandLine;
using SocialPolicy.Cli.Output;
using SocialPolicy.Cli.Plans;

namespace SocialPolicy.Cli.Story;

/// <summary><c>spp story</c>: walks every plan of a folder from its text to a delivered reminder, through the services alone.</summary>
internal static class StoryCommand
{
    public static Command Create()
    {
        var plans = new Option<DirectoryInfo>("--plans") { Description = $"Folder of plan documents ({PlanFiles.Patterns}).", Required = true };
        plans.AcceptExistingOnly();
        var directory = new Option<DirectoryInfo>("--directory") { Description = "Folder with units.csv and agencies.csv.", Required = true };
        directory.AcceptExistingOnly();
        var on = new Option<DateOnly?>("--on") { Description = "The day on which the story has to happen, by the clock of the services: 2024-11-18." };
        var command = new Command("story", "Walk one story through the running platform and print what each step answered. Needs a sandbox.") { plans, directory, on };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var folder = parsed.GetValue(plans)!;
            var files = PlanFiles.In([folder]);
            if (files.Count == 0)
                throw new IOException($"{folder} holds no plan documents ({PlanFiles.Patterns}).");
            using var cast = new Cast(connection);
            try
            {
                await new PlanStory(new StoryTeller(screen, cancellation), cast, screen, parsed.GetValue(on)).Tell(parsed.GetValue(directory)!, files);
                return Exit.Ok;
            }
            catch (StoryBroken broken)
            {
                screen.Refuse(new("STORY_FAILED", broken.Message, broken.Fields, Exit.Failed));
                return Exit.Failed;
            }
        });
        return command;
    }
}
