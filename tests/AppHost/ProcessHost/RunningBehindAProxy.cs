using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Data;
using Aspire.Hosting.Processes;
using Aspire.Hosting.Running;

namespace SocialPolicy.AppHost.Tests.ProcessHost;

/// <summary>An office sets http_proxy for everybody, and few think of no_proxy.</summary>
public sealed class RunningBehindAProxy : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Asks_for_health_without_it()
    {
        // Nobody listens there: whoever asks the proxy gets no answer.
        var proxy = $"http://127.0.0.1:{FreePort.Next()}";
        using var host = new HostProcess(
            folder["data"], [], ("http_proxy", proxy), ("HTTP_PROXY", proxy), ("ALL_PROXY", proxy), ("no_proxy", null), ("NO_PROXY", null));

        await host.Running();

        host.Signal(Native.SigTerm);
        await host.End();
        host.ExitCode.ShouldBe(0);
    }

    [Theory]
    [InlineData(null, "127.0.0.1,localhost")]
    [InlineData("", "127.0.0.1,localhost")]
    [InlineData("intranet,.gov.vn", "intranet,.gov.vn,127.0.0.1,localhost")]
    public async Task Tells_services_to_reach_each_other_without_it(string? inherited, string told)
    {
        var environment = new ProcessEnvironment(new DataFolder(folder["data"]), "Development", telemetry: null, name => name == "no_proxy" ? inherited : null);

        var variables = await environment.Of(new ProjectResource("service"), replica: 0, CancellationToken.None);

        variables["no_proxy"].ShouldBe(told);
        variables["NO_PROXY"].ShouldBe(told);
    }
}
