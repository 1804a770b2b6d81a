using System.Collections.Concurrent;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Primitives;

namespace SocialPolicy.ServiceDefaults.Discovery;

/// <summary>Where the replicas of a service are, from configuration <c>services:NAME:SCHEME:0..n</c>, reread when it changes.</summary>
internal sealed class ServiceDirectory : IDisposable
{
    private readonly ConcurrentDictionary<(string Name, string Scheme), Replicas?> known = new();
    private readonly IConfiguration configuration;
    private readonly IDisposable reloads;

    public ServiceDirectory(IConfiguration configuration)
    {
        this.configuration = configuration;
        reloads = ChangeToken.OnChange(configuration.GetReloadToken, known.Clear);
    }

    /// <returns>Null for an address that names no known service; it is then called as it stands.</returns>
    public Replicas? Find(Uri address) =>
        address.IsDefaultPort ? known.GetOrAdd((address.Host, address.Scheme), Read) : null;

    public void Dispose() => reloads.Dispose();

    private Replicas? Read((string Name, string Scheme) service)
    {
        var addresses = configuration.GetSection($"services:{service.Name}:{service.Scheme}").GetChildren()
            .Select(child => child.Value)
            .OfType<string>()
            .Select(value => new Uri(value, UriKind.Absolute))
            .ToArray();
        return addresses.Length is 0 ? null : new Replicas(addresses);
    }
}
