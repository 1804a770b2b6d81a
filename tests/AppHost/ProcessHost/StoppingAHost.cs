using Aspire.Hosting;
using Aspire.Hosting.Running;

namespace SocialPolicy.AppHost.Tests.ProcessHost;

public sealed class StoppingAHost : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Ends_resources_in_reverse_and_kills_the_one_that_does_not_listen()
    {
        await using var host = new TestHost(folder["data"]);
        var first = host.AddProbe("first");
        host.AddProbe("deaf").WithEnvironment("PROBE_DEAF", "yes").WaitFor(first);
        await host.Start();
        await host.Healthy("deaf");
        var (firstPid, deafPid) = (host["first"].Pid, host["deaf"].Pid);
        var board = host.Board;
        var firstWasAlive = board.Until("deaf", deaf => deaf.State == States.Exited, CancellationToken.None)
            .ContinueWith(_ => board["first"].State, TaskScheduler.Default);

        await host.Stop();

        (await firstWasAlive).ShouldBeOneOf(States.Running, States.Stopping);
        board["deaf"].ExitCode.ShouldBe(128 + 9);
        board["first"].ExitCode.ShouldBe(0);
        TestHost.IsAlive(firstPid).ShouldBeFalse();
        TestHost.IsAlive(deafPid).ShouldBeFalse();
        File.Exists(folder["data/run/resources.json"]).ShouldBeFalse();
        File.Exists(folder["data/run/lock"]).ShouldBeFalse();
    }

    [Fact]
    public async Task Does_not_wait_for_what_has_not_started_yet()
    {
        await using var host = new TestHost(folder["data"]);
        var broken = host.Builder.AddProject<Projects.Probe>("broken").WithEnvironment("PROBE_EXIT", "1");
        host.AddProbe("waiting").WaitForCompletion(broken);
        await host.Start();
        await host.Until("waiting", waiting => waiting.Error is not null);

        await host.Stop().WaitAsync(TimeSpan.FromSeconds(10));
        File.Exists(folder["data/run/resources.json"]).ShouldBeFalse();
    }
}
