using Aspire.Hosting.Processes;
using Aspire.Hosting.Running;

namespace SocialPolicy.AppHost.Tests.ProcessHost;

public sealed class ObeyingCommands : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Revives_nothing_that_the_host_has_stopped()
    {
        await using var bench = new Bench(folder, deaf: true);
        await bench.Runner.Start(CancellationToken.None);
        await bench.Running();

        var restart = bench.Runner.Obey(stop: true, start: true, CancellationToken.None);
        await bench.Until(sleeper => sleeper.State == States.Stopping);
        await bench.Runner.Stop(force: false);
        await restart.WaitAsync(Patience);
        await bench.Runner.Obey(stop: false, start: true, CancellationToken.None).WaitAsync(Patience);

        bench.Started.Count.ShouldBe(1);
        bench.Alive.ShouldBeEmpty();
    }

    [Fact]
    public async Task Gives_up_a_restart_that_waits_when_told_to_stop()
    {
        await using var bench = new Bench(folder, waitsFor: "server");
        await bench.Runner.Start(CancellationToken.None);
        await bench.Running();
        Server(Health.Unhealthy);

        var restart = bench.Runner.Obey(stop: true, start: true, CancellationToken.None);
        await bench.Until(sleeper => sleeper.State == States.Waiting);
        await bench.Runner.Obey(stop: true, start: false, CancellationToken.None).WaitAsync(Patience);
        await restart.WaitAsync(Patience);

        bench.Board["sleeper"].State.ShouldBe(States.Exited);
        bench.Board["sleeper"].WaitingFor.ShouldBeEmpty();
        Server(Health.Healthy);
        await bench.Runner.Obey(stop: false, start: true, CancellationToken.None).WaitAsync(Patience);
        await bench.Running();
        bench.Started.Count.ShouldBe(2);

        void Server(string health) => bench.Board.Change("server", server => server with { Health = health });
    }

    [Fact]
    public async Task Begins_the_replica_that_does_not_run_and_leaves_the_other()
    {
        await using var bench = new Bench(folder, replicas: 2) { Refusal = replica => replica == 1 ? "no room" : null };
        await bench.Runner.Start(CancellationToken.None);
        var before = await bench.Until(sleeper => sleeper.Replicas[0].State == States.Running && sleeper.Replicas[1].State == States.FailedToStart);

        bench.Refusal = _ => null;
        await bench.Runner.Obey(stop: false, start: true, CancellationToken.None);

        (await bench.Running()).Replicas[0].Pid.ShouldBe(before.Replicas[0].Pid);
        bench.Alive.Count().ShouldBe(2);
    }

    [Fact]
    public async Task Ends_the_pause_of_a_replica_that_crashes_again_and_again()
    {
        await using var bench = new Bench(folder, replicas: 2);
        await bench.Runner.Start(CancellationToken.None);
        var before = await bench.Running();
        bench.Refusal = _ => "no room";
        Native.Signal(before.Replicas[1].Pid!.Value, Native.SigKill);
        await bench.Until(sleeper => sleeper.Replicas[1].Error?.Contains("next start in 4 s", StringComparison.Ordinal) is true);

        bench.Refusal = _ => null;
        await bench.Runner.Obey(stop: false, start: true, CancellationToken.None);

        await bench.Running().WaitAsync(TimeSpan.FromSeconds(2));
        bench.Alive.Count().ShouldBe(2);
    }
}
