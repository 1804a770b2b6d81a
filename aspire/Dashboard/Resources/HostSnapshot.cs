using System.Text.Json.Serialization;

namespace SocialPolicy.Dashboard.Resources;

/// <summary>What the host tells of its resources at one moment.</summary>
/// <param name="HostPid">The host's process.</param>
/// <param name="State">How the whole stands, such as <c>Running</c>.</param>
/// <param name="Error">Why the whole failed, if it did.</param>
/// <param name="Resources">The resources in the order the host declares them.</param>
internal sealed record HostSnapshot(int HostPid, string? State, string? Error, IReadOnlyList<Resource>? Resources)
{
    public static readonly HostSnapshot Empty = new(0, null, null, []);
}

/// <summary>One resource of the host: a server, a service, a job that ends.</summary>
internal sealed record Resource(
    string Name,
    string? Type,
    string? Parent,
    string? State,
    string? Health,
    int? ExitCode,
    int? Pid,
    int Restarts,
    DateTimeOffset? StartedAt,
    IReadOnlyList<ResourceEndpoint>? Endpoints,
    IReadOnlyList<string>? WaitingFor,
    string? Error)
{
    public bool IsRunning => string.Equals(State, "Running", StringComparison.OrdinalIgnoreCase);

    /// <summary>Null while it is not running: what has ended or not begun is not up.</summary>
    public DateTimeOffset? UpSince => IsRunning ? StartedAt : null;
}

/// <summary>Where a resource can be reached.</summary>
public sealed record ResourceEndpoint(string Name, string Url)
{
    /// <summary>Null for an address that is not one to follow from a page, such as that of a database.</summary>
    public string? Link =>
        Uri.TryCreate(Url, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            ? address.AbsoluteUri
            : null;
}

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(HostSnapshot))]
internal sealed partial class ResourceJson : JsonSerializerContext;
