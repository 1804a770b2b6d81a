using System.Globalization;

namespace SocialPolicy.Dashboard.Hosting;

/// <summary>What the dashboard is told by its environment; everything is required.</summary>
/// <param name="Port">Where people look: HTTP/1.1 on loopback. 0 takes a free one.</param>
/// <param name="Token">What people show once to sign in.</param>
/// <param name="OtlpPort">Where processes send telemetry: gRPC without TLS on loopback. 0 takes a free one.</param>
/// <param name="OtlpKey">What they must show in <c>x-otlp-api-key</c>.</param>
/// <param name="ResourceService">Where the host tells of its resources.</param>
/// <param name="ResourceServiceKey">What the dashboard shows there in <c>x-api-key</c>.</param>
internal sealed record DashboardSettings(int Port, string Token, int OtlpPort, string OtlpKey, Uri ResourceService, string ResourceServiceKey)
{
    /// <returns>Null when something is missing or makes no sense, which <paramref name="problem"/> then says in one line.</returns>
    public static DashboardSettings? Read(IConfiguration environment, out string? problem)
    {
        var problems = new List<string>();
        var settings = new DashboardSettings(
            Port("DASHBOARD_PORT"),
            Text("DASHBOARD_TOKEN"),
            Port("OTLP_PORT"),
            Text("OTLP_API_KEY"),
            Address("RESOURCE_SERVICE_URL"),
            Text("RESOURCE_SERVICE_KEY"));
        problem = problems.Count is 0 ? null : string.Join("; ", problems);
        return problem is null ? settings : null;

        string Text(string variable)
        {
            var value = environment[variable];
            if (string.IsNullOrWhiteSpace(value))
                problems.Add($"{variable} is not set");
            return value ?? "";
        }

        int Port(string variable)
        {
            var value = Text(variable);
            if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= ushort.MaxValue)
                return port;
            if (value.Length > 0)
                problems.Add($"{variable} is not a port: {value}");
            return 0;
        }

        Uri Address(string variable)
        {
            var value = Text(variable);
            if (Uri.TryCreate(value, UriKind.Absolute, out var address))
                return address;
            if (value.Length > 0)
                problems.Add($"{variable} is not an address: {value}");
            return new Uri("http://localhost");
        }
    }
}
