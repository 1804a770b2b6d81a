using Aspire.Hosting.Processes;
using Aspire.Hosting.Servers;

namespace SocialPolicy.AppHost.Tests.ProcessHost;

public sealed class RunningARabbitMqServer : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Answers_on_both_doors_and_leaves_no_process_when_killed()
    {
        var server = await RabbitMqServer.Start(folder["mq"], "admin", "secret", CancellationToken.None);
        (await server.Problem(CancellationToken.None)).ShouldBeNull();
        var everything = server.Processes.SelectMany(process => ProcessTable.Tree(process.Pid)).ToList();
        everything.Count.ShouldBeGreaterThan(2);

        await server.Kill();

        everything.ShouldAllBe(process => !ProcessTable.IsAlive(process));
    }

    [Fact]
    public async Task Stops_when_asked_and_refuses_another_password_when_started_again()
    {
        var first = await RabbitMqServer.Start(folder["mq"], "admin", "secret", CancellationToken.None);
        await first.Stop();
        (await first.Exited).ShouldBe(0);

        var second = await RabbitMqServer.Launch(
            new RabbitMqOptions(folder["mq"], "admin", "other") { Port = first.Port, ManagementPort = first.ManagementPort }, CancellationToken.None);
        try
        {
            await Deadline.Until(TimeSpan.FromSeconds(60), async ct =>
                (await second.Problem(ct))?.Contains("401", StringComparison.Ordinal) is true ? null : "not yet refused", CancellationToken.None);
        }
        finally
        {
            await second.Kill();
        }
    }
}
