using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Processes;

namespace Aspire.Hosting.Data;

/// <summary>Gives every endpoint of every replica its port. Free ones are kept and given again while nobody else has them.</summary>
internal sealed class PortBook(DataFolder data)
{
    private readonly string path = Path.Combine(data.Run, "ports.json");

    /// <summary>Settles all ports before anything starts.</summary>
    /// <exception cref="HostException">A port that was asked for is taken.</exception>
    public void Allocate(IEnumerable<(IResource Resource, int Replicas)> resources)
    {
        var endpoints = resources
            .SelectMany(entry => entry.Resource.Annotations.OfType<EndpointAnnotation>().Select(endpoint => (entry.Resource, entry.Replicas, Endpoint: endpoint)))
            .ToList();
        foreach (var (resource, _, endpoint) in endpoints)
            if (endpoint.Port is { } port && !FreePort.IsFree(port))
                throw new HostException(
                    $"Port {port} of '{resource.Name}' ({endpoint.Name}) is in use: stop what listens there (ss -ltnp 'sport = :{port}'), set Ports__{resource.Name} to another, or use --dynamic-ports.",
                    HostException.PortInUse);

        var kept = JsonFile.Read<Dictionary<string, int>>(path) ?? [];
        var given = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (resource, replicas, endpoint) in endpoints)
            endpoint.Allocated = [.. Enumerable.Range(0, replicas).Select(replica =>
                replica == 0 && endpoint.Port is { } port ? port : Give($"{resource.Name}:{endpoint.Name}:{replica}", kept, given))];
        JsonFile.Write(path, given);
    }

    private static int Give(string key, Dictionary<string, int> kept, Dictionary<string, int> given)
    {
        var port = kept.TryGetValue(key, out var known) && !given.ContainsValue(known) && FreePort.Keep(known) ? known : FreePort.Next();
        given[key] = port;
        return port;
    }
}
