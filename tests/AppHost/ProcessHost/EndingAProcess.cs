using Aspire.Hosting.Processes;

namespace SocialPolicy.AppHost.Tests.ProcessHost;

public sealed class EndingAProcess
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Takes_everything_below_it_along(bool ask)
    {
        var child = await ChildProcess.Start(new Launch("bash", ["-c", "sleep 600 & setsid sleep 600 & wait"]));
        await Deadline.Until(TimeSpan.FromSeconds(10), _ => Task.FromResult(ProcessTable.Tree(child.Pid).Count == 3 ? null : "not all there"), CancellationToken.None);
        var tree = ProcessTable.Tree(child.Pid);

        await (ask ? child.Stop() : child.Kill());

        tree.ShouldAllBe(process => !ProcessTable.IsAlive(process));
    }

    [NumberFact]
    public async Task Leaves_alone_who_has_its_number_now()
    {
        var ended = await ChildProcess.Start(new Launch("true", []));
        await ended.Exited;
        var stranger = await WithTheNumberOf(ended);
        try
        {
            await ended.Stop();
            await ended.Kill();

            ProcessTable.IsAlive(stranger.Identity).ShouldBeTrue();
        }
        finally
        {
            await stranger.Kill();
        }
    }

    // Somebody else may be quicker than we are.
    private static async Task<ChildProcess> WithTheNumberOf(ChildProcess ended)
    {
        for (var attempt = 0; attempt < 100; attempt++)
        {
            await File.WriteAllTextAsync(NumberFactAttribute.Last, $"{ended.Pid - 1}");
            var next = await ChildProcess.Start(new Launch("sleep", ["600"]));
            if (next.Pid == ended.Pid)
                return next;
            await next.Kill();
        }

        throw new InvalidOperationException($"The number {ended.Pid} was not given again.");
    }
}
