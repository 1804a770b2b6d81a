using System.Net;
using System.Net.Sockets;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Data;
using Aspire.Hosting.Running;

namespace SocialPolicy.AppHost.Tests.ProcessHost;

public sealed class StartingAHost : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Is_refused_before_anything_starts_while_a_port_is_in_use()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        await using var host = new TestHost(folder["data"]);
        host.Builder.AddProject<Projects.Probe>("first").WithHttpEndpoint(name: "http", env: "HTTP_PORT");
        host.Builder.AddProject<Projects.Probe>("second").WithHttpEndpoint(port: port, name: "http", env: "HTTP_PORT");

        var refusal = await Should.ThrowAsync<HostException>(host.Start());

        refusal.ExitCode.ShouldBe(3);
        refusal.Message.ShouldContain($"Port {port} of 'second' (http) is in use");
        refusal.Message.ShouldNotContain("\n");
        File.Exists(folder["data/run/processes.json"]).ShouldBeFalse();
        File.Exists(folder["data/run/resources.json"]).ShouldBeFalse();
    }

    [Fact]
    public async Task Is_refused_while_another_host_has_the_data_folder()
    {
        await using var first = new TestHost(folder["data"]);
        await first.Start();
        await using var second = new TestHost(folder["data"]);

        var refusal = await Should.ThrowAsync<HostException>(second.Start());

        refusal.ExitCode.ShouldBe(4);
        refusal.Message.ShouldContain($"process {Environment.ProcessId}");
    }

    [Fact]
    public async Task Takes_the_folder_that_a_link_leads_to()
    {
        Directory.CreateDirectory(folder["disk/there"]);
        File.CreateSymbolicLink(folder["link"], folder["disk"]);
        await using var first = new TestHost(folder["link/there/data"]);
        await first.Start().WaitAsync(TimeSpan.FromSeconds(30));
        await using var second = new TestHost(folder["disk/there/data"]);

        first.Builder.Data.Root.ShouldBe(folder["disk/there/data"]);
        (await Should.ThrowAsync<HostException>(second.Start())).ExitCode.ShouldBe(4);
        await first.Stop();
        File.Exists(folder["disk/there/data/run/lock"]).ShouldBeFalse();
    }

    [Fact]
    public async Task Is_refused_with_what_to_do_when_the_data_folder_cannot_be_made()
    {
        await using var host = new TestHost("/proc/nowhere");
        var refusal = await Should.ThrowAsync<HostException>(host.Start());
        refusal.Message.ShouldContain("set SPP_DATA to another folder");
    }

    [Fact]
    public async Task Shows_what_runs_to_nobody_else()
    {
        await using var host = new TestHost(folder["data"]);
        await host.Start();
        File.GetUnixFileMode(folder["data/run/resources.json"]).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task Gives_each_replica_one_name_in_telemetry_however_often_it_starts()
    {
        var environment = new ProcessEnvironment(
            new DataFolder(folder["data"]), "Development", new Telemetry(() => "http://127.0.0.1:1", "key"), _ => null);
        var service = new ProjectResource("service");

        (await environment.Of(service, replica: 1, CancellationToken.None))["OTEL_RESOURCE_ATTRIBUTES"].ShouldBe("service.instance.id=service-1");
    }

    [Fact]
    public async Task Follows_the_waits()
    {
        await using var host = new TestHost(folder["data"]);
        var last = host.AddProbe("last");
        var migrations = host.Builder.AddProject<Projects.Probe>("migrations").WithArgs("migrate");
        var service = host.AddProbe("service").WaitForCompletion(migrations);
        last.WaitFor(service);
        await host.Start();
        await host.Healthy("last");

        host["migrations"].State.ShouldBe(States.Finished);
        host["migrations"].ExitCode.ShouldBe(0);
        host["service"].StartedAt!.Value.ShouldBeGreaterThan(host["migrations"].StartedAt!.Value);
        host["last"].StartedAt!.Value.ShouldBeGreaterThan(host["service"].StartedAt!.Value);
        host.Board.Current.State.ShouldBe("running");
    }

    [Fact]
    public async Task Leaves_what_waits_for_a_failed_migration_waiting_and_says_why()
    {
        await using var host = new TestHost(folder["data"]);
        var migrations = host.Builder.AddProject<Projects.Probe>("migrations").WithEnvironment("PROBE_EXIT", "7");
        host.AddProbe("service").WaitForCompletion(migrations);
        await host.Start();

        var waiting = await host.Until("service", service => service.Error is not null);

        waiting.State.ShouldBe(States.Waiting);
        waiting.WaitingFor.ShouldBe(["migrations"]);
        waiting.Error.ShouldBe("waits for 'migrations', which ended with exit code 7");
        host.Board.Current.State.ShouldBe("failed");
        host.Board.Current.Error.ShouldBe("migrations: ended with exit code 7; last lines: told to end with 7");
    }

    [Fact]
    public async Task Gives_free_ports_and_the_same_again_next_time()
    {
        string first;
        await using (var host = new TestHost(folder["data"]))
        {
            host.AddProbe("probe");
            await host.Start();
            first = host["probe"].Endpoints[0].Url;
        }

        await using var again = new TestHost(folder["data"]);
        again.AddProbe("probe");
        await again.Start();
        again["probe"].Endpoints[0].Url.ShouldBe(first);
    }

    [Fact]
    public async Task Refuses_resources_that_wait_for_each_other()
    {
        await using var host = new TestHost(folder["data"]);
        var one = host.AddProbe("one");
        var two = host.AddProbe("two").WaitFor(one);
        one.WaitFor(two);
        Should.Throw<InvalidOperationException>(host.Builder.Build).Message.ShouldContain("one -> two -> one");
    }
}
