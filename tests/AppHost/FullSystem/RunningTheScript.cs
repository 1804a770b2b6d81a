using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using Aspire.Hosting.Processes;
using SocialPolicy.Harness;

namespace SocialPolicy.AppHost.Tests.FullSystem;

/// <summary>./run as a person types it; only the data folder and the ports are the test's own.</summary>
[Collection(Platform.OneAtATime)]
public sealed partial class RunningTheScript : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly TestFolder folder = TestFolder.Create();

    private static Dictionary<string, string> Surroundings => new() { ["SPP_CONFIGURATION"] = Repository.Configuration };

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
    public async Task Stays_up_until_it_is_ended_and_shows_the_secret_of_the_administrator_once()
    {
        var first = await UntilItIsEnded();
        var second = await UntilItIsEnded();

        var secret = Secret().Matches(first).ShouldHaveSingleItem(first).Groups["secret"].Value;
        Secret().IsMatch(second).ShouldBeFalse(second);
        Directory.EnumerateFiles(Data, "*", SearchOption.AllDirectories).Where(file => File.ReadAllText(file, Encoding.Latin1).Contains(secret, StringComparison.Ordinal))
            .ShouldBeEmpty("it is kept nowhere");
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

    [GeneratedRegex(@"SPP_CLIENT_ID=administrator\s+SPP_CLIENT_SECRET=(?<secret>\S{32,})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Secret();

    /// <summary>Starts it, sends SIGTERM when it says that it runs, and returns all it said.</summary>
    private async Task<string> UntilItIsEnded()
    {
        var said = new ConcurrentQueue<string>();
        var runs = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var script = await ChildProcess.Start(new Launch(Repository.At("run"), ["--dynamic-ports", "--data", Data])
        {
            Environment = Surroundings,
            Output = line =>
            {
                said.Enqueue(line);
                if (line.StartsWith("Running.", StringComparison.Ordinal))
                    runs.TrySetResult();
            },
        });
        try
        {
            (await Task.WhenAny(runs.Task, script.Exited).WaitAsync(Patience)).ShouldBe(runs.Task, string.Join('\n', said));
            Native.Signal(script.Pid, Native.SigTerm);
            (await script.Exited.WaitAsync(Patience)).ShouldBe(128 + Native.SigTerm, string.Join('\n', said));
            return string.Join('\n', said);
        }
        finally
        {
            await script.Kill();
        }
    }

    private Task<Answered> Run(params string[] arguments) => Command.Run(
        Repository.At("run"),
        ["--dynamic-ports", "--data", Data, .. arguments],
        Surroundings,
        within: Patience);

    private void NothingIsLeft()
    {
        Leftovers.MarkedWith(Data).ShouldBeEmpty();
        Directory.GetFiles(Path.Combine(Data, "run")).Select(Path.GetFileName).ShouldBe(["ports.json"]);
    }
}
