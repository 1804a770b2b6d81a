using System.Text.Json;

namespace SocialPolicy.Cli.Installation;

/// <summary>What the host says of the running installation, in <c>run/resources.json</c> of the data folder.</summary>
internal sealed record RunningResources(int HostPid, string State, string? Error, string? Dashboard, IReadOnlyList<RunningResource> Resources)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>Null when nothing runs.</summary>
    public static RunningResources? Read(DataFolder folder)
    {
        try
        {
            var read = JsonSerializer.Deserialize<RunningResources>(File.ReadAllText(folder.ResourcesFile), Web);
            return read is not null && System.IO.Directory.Exists($"/proc/{read.HostPid}") ? read : null;
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public Uri? UrlOf(string resource, string endpoint) => Resources
        .Where(candidate => candidate.Name == resource)
        .SelectMany(candidate => candidate.Endpoints)
        .Where(candidate => candidate.Name == endpoint)
        .Select(candidate => new Uri(candidate.Url))
        .FirstOrDefault();
}

/// <summary>One resource: a server, a service, a job.</summary>
internal sealed record RunningResource(
    string Name,
    string Type,
    string? Parent,
    string State,
    string? Health,
    int? ExitCode,
    int? Pid,
    int Restarts,
    string? Error,
    IReadOnlyList<RunningEndpoint> Endpoints);

/// <summary>Where it answers.</summary>
internal sealed record RunningEndpoint(string Name, string Url);
