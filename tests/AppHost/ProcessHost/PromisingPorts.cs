using System.Net.Sockets;
using Aspire.Hosting.Processes;

namespace SocialPolicy.AppHost.Tests.ProcessHost;

/// <summary>A server binds its port seconds after it was chosen: two hosts that start together must not choose the same.</summary>
public sealed class PromisingPorts
{
    [Fact]
    public void Keeps_a_port_it_gave_out_itself()
    {
        var port = FreePort.Next();

        FreePort.Keep(port).ShouldBeTrue();
    }

    [Fact]
    public void Leaves_a_port_to_the_process_that_was_promised_it_until_that_ends()
    {
        const int port = 14_999; // Below those that are given out.
        using (var other = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified))
        {
            other.Bind(new UnixDomainSocketEndPoint($"\0processhost/port/{port}"));

            FreePort.Keep(port).ShouldBeFalse();
        }

        FreePort.Keep(port).ShouldBeTrue();
    }

    [Fact]
    public async Task Is_done_by_every_host()
    {
        using var folder = new TemporaryFolder();
        using var host = new HostProcess(folder["data"], ["--servers=false"]);
        await host.Running();
        var ports = (await host.State()).GetProperty("resources").EnumerateArray()
            .SelectMany(resource => resource.GetProperty("endpoints").EnumerateArray())
            .Select(endpoint => new Uri(endpoint.GetProperty("url").GetString()!).Port);

        foreach (var port in ports)
        {
            using var mine = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
            Should.Throw<SocketException>(() => mine.Bind(new UnixDomainSocketEndPoint($"\0processhost/port/{port}")));
        }

        ports.ShouldNotBeEmpty();
        host.Signal(Native.SigTerm);
        await host.End();
    }
}
