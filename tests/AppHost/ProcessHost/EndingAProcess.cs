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
        var (ended, stranger) = await TwoWithOneNumber();
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

    // Somebody else may be quicker than we are, and keep the number: then another one is tried.
    private static async Task<(ChildProcess Ended, ChildProcess Stranger)> TwoWithOneNumber()
    {
        for (var attempt = 0; attempt < 100; attempt++)
        {
            var ended = await ChildProcess.Start(new Launch("true", []));
            await ended.Exited;
            await File.WriteAllTextAsync(NumberFactAttribute.Last, $"{ended.Pid - 1}");
            var next = await ChildProcess.Start(new Launch("sleep", ["600"]));
            if (next.Pid == ended.Pid)
                return (ended, next);
            await next.Kill();
        }

        throw new InvalidOperationException("No number was given again.");
    }
}
