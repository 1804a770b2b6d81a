using SocialPolicy.Cli.Installation;

namespace SocialPolicy.Cli.UnitTests.Installation;

public sealed class FindingTheInstallation : IDisposable
{
    private readonly DirectoryInfo folder = System.IO.Directory.CreateTempSubdirectory("spp-cli-");

    [Fact]
    public void Takes_addresses_from_what_runs_on_this_machine()
    {
        Running(Environment.ProcessId);
        using var connection = new Connection(new(folder.FullName), []);
        connection.AddressOf("planregistry").ShouldBe(new Uri("http://127.0.0.1:5101"));
    }

    [Fact]
    public void Prefers_an_address_that_was_said()
    {
        Running(Environment.ProcessId);
        using var connection = new Connection(new(folder.FullName), ["planregistry=http://10.0.0.5:443"]);
        connection.AddressOf("planregistry").ShouldBe(new Uri("http://10.0.0.5:443"));
    }

    [Fact]
    public void Opens_one_channel_to_a_service_and_another_when_it_has_moved()
    {
        Running(Environment.ProcessId);
        using var connection = new Connection(new(folder.FullName), []);
        var first = connection.ChannelTo("planregistry");
        connection.ChannelTo("planregistry").ShouldBeSameAs(first);

        Running(Environment.ProcessId, port: 5102);
        connection.ChannelTo("planregistry").Target.ShouldBe("127.0.0.1:5102");
    }

    [Fact]
    public void Is_told_that_nothing_runs_when_the_host_of_the_file_is_dead()
    {
        Running(hostPid: int.MaxValue);
        using var connection = new Connection(new(folder.FullName), []);
        Should.Throw<NotReachable>(() => connection.AddressOf("planregistry")).Message.ShouldContain("./run");
    }

    [Fact]
    public void Is_told_that_nothing_runs_when_there_is_no_file()
    {
        using var connection = new Connection(new(folder.FullName), []);
        Should.Throw<NotReachable>(() => connection.AddressOf("indicators")).Message.ShouldContain("--address indicators=URL");
    }

    public void Dispose() => folder.Delete(recursive: true);

    private void Running(int hostPid, int port = 5101)
    {
        folder.CreateSubdirectory("run");
        File.WriteAllText(
            Path.Combine(folder.FullName, "run", "resources.json"),
            $$"""
            { "hostPid": {{hostPid}}, "state": "running", "error": null, "dashboard": null, "resources": [
              { "name": "planregistry", "type": "project", "state": "Running", "health": "Healthy", "restarts": 0,
                "endpoints": [ { "name": "health", "url": "http://127.0.0.1:9" }, { "name": "http", "url": "http://127.0.0.1:{{port}}" } ] } ] }
            """);
    }
}
