using Aspire.Hosting.Processes;
using Aspire.Hosting.Running;

namespace SocialPolicy.AppHost.Tests.ProcessHost;

public sealed class FailingToStart : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Is_final_the_first_time()
    {
        await using var bench = new Bench(folder) { Refusal = _ => "no room" };
        await bench.Runner.Start(CancellationToken.None);

        var failed = await bench.Until(sleeper => sleeper.State == States.FailedToStart);

        failed.Error.ShouldBe("no room");
        failed.Restarts.ShouldBe(0);
    }

    [Fact]
    public async Task Is_tried_again_with_growing_pauses_when_it_has_run_before()
    {
        await using var bench = new Bench(folder);
        await bench.Runner.Start(CancellationToken.None);
        var before = await bench.Running();

        bench.Refusal = _ => "no room";
        Native.Signal(before.Pid!.Value, Native.SigKill);
        var looping = await bench.Until(sleeper => sleeper.State == States.CrashLoop);
        bench.Refusal = _ => null;

        looping.Error.ShouldBe("could not be started, 3 times in a row, next start in 1 s; last lines: no room | no room");
        looping.ExitCode.ShouldBeNull();
        (await bench.Running()).Pid.ShouldNotBe(before.Pid);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Leaves_no_process_when_it_could_not_be_recorded(bool first)
    {
        await using var bench = new Bench(folder);
        if (first)
            Directory.CreateDirectory(InTheWay);
        await bench.Runner.Start(CancellationToken.None);
        if (!first)
        {
            var running = await bench.Running();
            Directory.CreateDirectory(InTheWay);
            Native.Signal(running.Pid!.Value, Native.SigKill);
        }

        await bench.Until(sleeper => sleeper.State == (first ? States.FailedToStart : States.CrashLoop));
        bench.Alive.ShouldBeEmpty();

        Directory.Delete(InTheWay);
        if (first)
            await bench.Runner.Obey(stop: false, start: true, CancellationToken.None);
        await bench.Running();
        bench.Alive.Count().ShouldBe(1);
    }

    // What cannot be written on a full disk cannot be written here either.
    private string InTheWay => folder["data/run/processes.json.new"];
}
