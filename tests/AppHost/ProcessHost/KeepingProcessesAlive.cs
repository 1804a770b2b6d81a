using Aspire.Hosting;
using Aspire.Hosting.Processes;
using Aspire.Hosting.Running;

namespace SocialPolicy.AppHost.Tests.ProcessHost;

public sealed class KeepingProcessesAlive : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Starts_a_service_again_that_crashed_or_was_killed(bool kill)
    {
        await using var host = new TestHost(folder["data"]);
        host.AddProbe("probe");
        await host.Start();
        var before = await host.Healthy("probe");

        if (kill)
            Native.Signal(before.Pid!.Value, Native.SigKill);
        else
            await host.End("probe", 3);
        var after = await host.Until("probe", probe => probe.IsHealthy && probe.Restarts == 1);

        after.Pid.ShouldNotBe(before.Pid);
        after.Endpoints.ShouldBe(before.Endpoints);
    }

    [Fact]
    public async Task Shows_a_crash_loop_as_such_and_goes_on_with_growing_pauses()
    {
        await using var host = new TestHost(folder["data"]);
        host.AddProbe("probe").WithEnvironment("PROBE_EXIT", "134");
        await host.Start();

        var looping = await host.Until("probe", probe => probe.State == States.CrashLoop);

        looping.ExitCode.ShouldBe(134);
        looping.Restarts.ShouldBe(3);
        looping.Error.ShouldBe("ended with exit code 134, 3 times in a row, next start in 1 s; last lines: told to end with 134 | told to end with 134 | told to end with 134");
        host.Board.Current.State.ShouldBe("failed");
        (await host.Until("probe", probe => probe.Restarts == 4)).Error!.ShouldContain("next start in 2 s");
    }

    [Fact]
    public async Task Gives_each_replica_its_port_and_tells_all_of_them_to_others()
    {
        await using var host = new TestHost(folder["data"]);
        var many = host.AddProbe("many").WithReplicas(2);
        host.AddProbe("one").WithReference(many).WaitFor(many);
        await host.Start();
        await host.Healthy("one");

        var replicas = host["many"].Replicas;
        replicas.Select(replica => replica.Pid).Distinct().Count().ShouldBe(2);
        foreach (var replica in replicas)
            (await host.Environment("one", $"services__many__http__{replica.Index}")).ShouldBe(replica.Endpoints[0].Url);
        Native.Signal(replicas[1].Pid!.Value, Native.SigKill);
        var after = await host.Until("many", resource => resource.IsHealthy && resource.Replicas[1].Restarts == 1);
        after.Replicas[0].Pid.ShouldBe(replicas[0].Pid);
    }

    [Theory]
    [InlineData(0, 250)]
    [InlineData(1, 500)]
    [InlineData(6, 16_000)]
    [InlineData(7, 30_000)]
    [InlineData(40, 30_000)]
    public void Doubles_the_pause_up_to_30_s(int earlier, int milliseconds)
    {
        var backOff = new BackOff(TimeProvider.System);
        for (var i = 0; i < earlier; i++)
            backOff.AfterCrash();
        backOff.AfterCrash().ShouldBe(TimeSpan.FromMilliseconds(milliseconds));
    }

    [Theory]
    [InlineData(59, 1000)]
    [InlineData(60, 250)]
    public void Forgets_crashes_after_a_minute_of_health(int seconds, int milliseconds)
    {
        var time = new SetTime();
        var backOff = new BackOff(time);
        backOff.AfterCrash();
        backOff.AfterCrash();
        backOff.Healthy();
        time.Ticks = TimeSpan.FromSeconds(seconds).Ticks;
        backOff.AfterCrash().ShouldBe(TimeSpan.FromMilliseconds(milliseconds));
    }

    private sealed class SetTime : TimeProvider
    {
        public long Ticks { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Ticks;
    }
}
