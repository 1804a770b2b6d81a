using System.Globalization;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A door of a resource. Each replica has its own port.</summary>
public sealed class EndpointAnnotation(string name, string uriScheme, int? port, string? environmentVariable) : IResourceAnnotation
{
    public string Name { get; } = name;

    public string UriScheme { get; } = uriScheme;

    /// <summary>The port that was asked for; null takes a free one.</summary>
    public int? Port { get; } = port;

    /// <summary>The variable that tells the process its port.</summary>
    internal string? EnvironmentVariable { get; } = environmentVariable;

    /// <summary>The port of each replica, once ports are settled.</summary>
    internal IReadOnlyList<int> Allocated { get; set; } = [];

    internal string Url(int replica) => string.Create(CultureInfo.InvariantCulture, $"{UriScheme}://127.0.0.1:{Allocated[replica]}");
}

/// <summary>What can be asked of an endpoint.</summary>
public enum EndpointProperty
{
    /// <summary>The host alone.</summary>
    Host,

    /// <summary>The port others use.</summary>
    Port,

    /// <summary>Host and port.</summary>
    HostAndPort,
}

/// <summary>An endpoint by the name of its resource and its own; its value is its URL.</summary>
public sealed class EndpointReference(IResourceWithEndpoints owner, string endpointName) : IValueProvider
{
    public IResourceWithEndpoints Resource { get; } = owner;

    public string EndpointName { get; } = endpointName;

    /// <summary>Scheme, host and port.</summary>
    public string Url => Annotation.Url(0);

    public int Port => Annotation.Allocated[0];

    internal EndpointAnnotation Annotation =>
        Resource.Annotations.OfType<EndpointAnnotation>().FirstOrDefault(endpoint => string.Equals(endpoint.Name, EndpointName, StringComparison.OrdinalIgnoreCase))
        ?? throw new InvalidOperationException($"'{Resource.Name}' has no endpoint '{EndpointName}'.");

    public EndpointReferenceExpression Property(EndpointProperty property) => new(this, property);

    public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default) => new(Url);
}

/// <summary>One property of an endpoint, known once ports are settled.</summary>
public sealed class EndpointReferenceExpression(EndpointReference endpointReference, EndpointProperty property) : IValueProvider
{
    public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default) => new(property switch
    {
        EndpointProperty.Host => "127.0.0.1",
        EndpointProperty.Port => endpointReference.Port.ToString(CultureInfo.InvariantCulture),
        _ => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{endpointReference.Port}"),
    });
}
