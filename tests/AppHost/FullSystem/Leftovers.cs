using System.Globalization;
using Aspire.Hosting.Data;
using Aspire.Hosting.Processes;
using Aspire.Hosting.Running;

namespace SocialPolicy.AppHost.Tests.FullSystem;

/// <summary>What a stopped platform must not leave behind: processes, ports, locks.</summary>
internal sealed class Leftovers
{
    private readonly string data;
    private readonly List<ProcessIdentity> processes;
    private readonly List<int> ports;

    private Leftovers(string data, List<ProcessIdentity> processes, List<int> ports) =>
        (this.data, this.processes, this.ports) = (data, processes, ports);

    /// <summary>Notes what runs now below the host.</summary>
    public static Leftovers Of(string data, int host, HostSnapshot? now) => new(
        data,
        ProcessTable.Tree(host),
        [.. now?.Resources.SelectMany(resource => resource.Endpoints).Select(endpoint => new Uri(endpoint.Url).Port) ?? []]);

    /// <summary>What of it is still there, and whatever else carries the mark of the data folder; empty is right.</summary>
    public IReadOnlyList<string> Still() =>
    [
        .. processes.Where(ProcessTable.IsAlive).Select(process => $"process {process.Pid}"),
        .. MarkedWith(data).Select(pid => $"marked process {pid}"),
        .. ports.Where(port => !FreePort.IsFree(port)).Select(port => $"port {port}"),
        .. new[] { "lock", "host.pid", "resources.json", "processes.json" }.Where(name => File.Exists(Path.Combine(data, "run", name))),
    ];

    public static IEnumerable<int> MarkedWith(string data) =>
        Directory.EnumerateDirectories("/proc")
            .Select(path => int.TryParse(Path.GetFileName(path), CultureInfo.InvariantCulture, out var pid) ? pid : 0)
            .Where(pid => pid > 0 && ProcessTable.HasEnvironment(pid, ProcessRecords.Mark, data) && ProcessTable.Find(pid) is not null);
}
