using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace SocialPolicy.AppHost;

/// <summary>What one installation chose: arguments of ./run, its environment, appsettings.json.</summary>
internal sealed class InstallationOptions(IConfiguration configuration, string appHostFolder)
{
    /// <summary>The clocks of a development installation show Vietnam's date.</summary>
    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    /// <summary>Test clients with printed credentials, and a mailbox that keeps all mail.</summary>
    public bool HasSandbox => configuration.GetValue("sandbox", false);

    /// <summary>The same for a setting.</summary>
    public string Sandbox => HasSandbox ? "true" : "false";

    /// <summary>The file that says who they are: ids, roles, agencies.</summary>
    public string SandboxClients => Path.GetFullPath(configuration["SandboxClients"] ?? "../../samples/sandbox/clients.json", appHostFolder);

    /// <summary>
    /// <c>Identity:Authority</c>: the OpenID provider that says who calls, in place of the installation's own token service; null without one.
    /// Each service is a client of it, by its name, with the secret <c>Parameters:NAME-client</c>.
    /// </summary>
    public string? OtherAuthority => configuration["Identity:Authority"] is { Length: > 0 } authority ? authority : null;

    /// <summary>What else was said of that provider, as each service is told it: <c>Identity__Claims__Roles</c>.</summary>
    public IEnumerable<(string Variable, string Value)> OtherIdentity => configuration.GetSection("Identity").AsEnumerable()
        .Where(setting => setting.Value is { Length: > 0 }).Select(setting => (setting.Key.Replace(":", "__", StringComparison.Ordinal), setting.Value!));

    /// <summary>Processes of each service.</summary>
    public int Replicas => configuration.GetValue("replicas", 1);

    /// <summary><c>--at DATE</c> as the offset of the platform's clock, whole days; null without it.</summary>
    public string? ClockOffset
    {
        get
        {
            if (configuration["at"] is not { Length: > 0 } at)
                return null;
            var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().ToOffset(Vietnam).DateTime);
            var days = DateOnly.ParseExact(at, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber - today.DayNumber;
            return TimeSpan.FromDays(days).ToString("c", CultureInfo.InvariantCulture);
        }
    }

    /// <summary>The port that others are told; null takes a free one.</summary>
    public int? Port(string resource) =>
        configuration["SPP_PORTS"] == "dynamic" ? null : configuration.GetValue<int?>($"Ports:{resource}");

    /// <summary>
    /// The folder of certificates, <c>Tls:Folder</c>, with which the services speak TLS: <c>authority.pem</c>, and <c>NAME.pem</c> and
    /// <c>NAME.key</c> for each. Null: they stay on loopback without.
    /// </summary>
    public string? TlsFolder => configuration["Tls:Folder"] is { Length: > 0 } folder ? Path.GetFullPath(folder, appHostFolder) : null;

    /// <summary>What the addresses of the services begin with.</summary>
    public string Scheme => TlsFolder is null ? "http" : "https";

    /// <summary>A folder of the installation's data.</summary>
    public string Folder(string name) =>
        Path.GetFullPath(name, Path.GetFullPath(configuration["SPP_DATA"] ?? "../../.data", appHostFolder));
}
