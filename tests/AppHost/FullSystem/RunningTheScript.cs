using System.Text;
using SocialPolicy.Harness;

namespace SocialPolicy.AppHost.Tests.FullSystem;

/// <summary>./run as a person types it; only the data folder and the ports are the test's own.</summary>
[Collection(Platform.OneAtATime)]
public sealed class RunningTheScript : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly TestFolder folder = TestFolder.Create();

    private string Data => Path.Combine(folder.Path, "data");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Tells_one_story_and_ends_leaving_nothing()
    {
        var told = await Run("--once");

        told.ExitCode.ShouldBe(0, told.ToString());
        foreach (var step in (string[])["directory", "import van-ninh.txt", "publish unconfirmed", "confirm", "publish, and repeat the request", "adopt", "issue rounds and obligations", "observe 3 targets", "draft", "submit twice", "return", "accept", "consolidate, and repeat", "notices live, and sweep", "reminded: who owes, and nobody else"])
            told.Output.Split('\n').ShouldContain(line => line.TrimStart().StartsWith($"{step} ", StringComparison.Ordinal), step);
        told.Output.ShouldContain("announcements published, 0 waiting, 0 dead letters");
        NothingIsLeft();
    }

    [Fact]
    public async Task Leaves_out_what_is_no_plan_says_why_and_tells_of_the_others()
    {
        var plans = Directory.CreateDirectory(Path.Combine(folder.Path, "plans")).FullName;
        await File.WriteAllBytesAsync(Path.Combine(plans, "a-plan.txt"), Documents.Another());
        await File.WriteAllTextAsync(Path.Combine(plans, "b-invitation.txt"), Documents.NotAPlan, Encoding.UTF8);
        await File.WriteAllBytesAsync(Path.Combine(plans, "c-image.txt"), [0xFF, 0xD8, 0xFF, 0xE0, 0x00]);

        var told = await Run("--once", "--plans", plans);

        told.ExitCode.ShouldBe(0, told.ToString());
        told.Output.ShouldContain("import a-plan.txt");
        told.Output.ShouldContain("announcements published, 0 waiting, 0 dead letters");
        var table = told.Output[told.Output.LastIndexOf("Left out", StringComparison.Ordinal)..];
        table.ShouldContain("DOCUMENT_NOT_A_PLAN");
        table.ShouldContain("DOCUMENT_FORMAT_UNKNOWN");
        table.ShouldContain("c-image.txt");
        NothingIsLeft();
    }

    [Fact]
    public async Task Does_not_start_for_what_it_does_not_know()
    {
        var answer = await Run("--twice");

        answer.ExitCode.ShouldBe(2);
        answer.Errors.ShouldStartWith("Unknown option --twice.");
        Directory.Exists(Data).ShouldBeFalse();
    }

    private Task<Answered> Run(params string[] arguments) => Command.Run(
        Repository.At("run"),
        ["--dynamic-ports", "--data", Data, .. arguments],
        new Dictionary<string, string> { ["SPP_CONFIGURATION"] = Repository.Configuration },
        within: Patience);

    private void NothingIsLeft()
    {
        Leftovers.MarkedWith(Data).ShouldBeEmpty();
        Directory.GetFiles(Path.Combine(Data, "run")).Select(Path.GetFileName).ShouldBe(["ports.json"]);
    }
}
