using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Data;

namespace Aspire.Hosting.Running;

/// <summary>Where the dashboard takes telemetry.</summary>
internal sealed record Telemetry(Func<string> Endpoint, string ApiKey);

/// <summary>The environment a project sees: telemetry, its own ports, then what the AppHost says.</summary>
/// <param name="inherited">A variable of our own environment, by its name.</param>
internal sealed class ProcessEnvironment(DataFolder data, string environmentName, Telemetry? telemetry, Func<string, string?> inherited)
{
    private const string Loopback = "127.0.0.1,localhost";

    public async Task<Dictionary<string, string>> Of(IResource resource, int replica, CancellationToken ct)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [ProcessRecords.Mark] = data.Root,
            ["DOTNET_ENVIRONMENT"] = environmentName,
            ["ASPNETCORE_ENVIRONMENT"] = environmentName,
        };
        AddLoopback(variables);
        AddTelemetry(variables, resource, replica);
        AddPorts(variables, resource, replica);

        var context = new EnvironmentCallbackContext();
        foreach (var annotation in resource.Annotations.OfType<EnvironmentCallbackAnnotation>())
            annotation.Callback(context);
        foreach (var (name, value) in context.EnvironmentVariables)
            variables[name] = value is IValueProvider later ? await later.GetValueAsync(ct) ?? "" : value.ToString() ?? "";
        return variables;
    }

    // .NET sends even loopback to the proxy of the machine unless told otherwise; libraries differ in which name they read.
    private void AddLoopback(Dictionary<string, string> variables)
    {
        var direct = (inherited("no_proxy") ?? inherited("NO_PROXY")) is { Length: > 0 } already ? $"{already},{Loopback}" : Loopback;
        variables["no_proxy"] = direct;
        variables["NO_PROXY"] = direct;
    }

    private void AddTelemetry(Dictionary<string, string> variables, IResource resource, int replica)
    {
        if (telemetry is null)
            return;
        variables["OTEL_EXPORTER_OTLP_ENDPOINT"] = telemetry.Endpoint();
        variables["OTEL_EXPORTER_OTLP_PROTOCOL"] = "grpc";
        variables["OTEL_EXPORTER_OTLP_HEADERS"] = $"x-otlp-api-key={telemetry.ApiKey}";
        variables["OTEL_SERVICE_NAME"] = resource.Name;
        // The same at every start: what a dead process measured last makes room for the one in its place.
        variables["OTEL_RESOURCE_ATTRIBUTES"] = $"service.instance.id={resource.Name}-{replica}";
        // Milliseconds, as Aspire sets them: an operator watches, so spans and logs must not wait for full batches.
        variables["OTEL_BLRP_SCHEDULE_DELAY"] = "1000";
        variables["OTEL_BSP_SCHEDULE_DELAY"] = "1000";
        variables["OTEL_METRIC_EXPORT_INTERVAL"] = "10000";
    }

    private static void AddPorts(Dictionary<string, string> variables, IResource resource, int replica)
    {
        var endpoints = resource.Annotations.OfType<EndpointAnnotation>().ToList();
        foreach (var endpoint in endpoints)
            if (endpoint.EnvironmentVariable is { } name)
                variables[name] = $"{endpoint.Allocated[replica]}";
        var unnamed = endpoints.FindAll(endpoint => endpoint.EnvironmentVariable is null);
        if (unnamed.Count > 0)
            variables["ASPNETCORE_URLS"] = string.Join(';', unnamed.ConvertAll(endpoint => endpoint.Url(replica)));
    }
}
