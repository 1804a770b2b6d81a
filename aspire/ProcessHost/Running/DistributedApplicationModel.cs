using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Running;

/// <summary>Everything the AppHost said, and the dashboard it did not have to mention.</summary>
internal sealed record DistributedApplicationModel(IReadOnlyList<IResource> Resources, ProjectResource? Dashboard, string EnvironmentName, int ResourceServicePort)
{
    /// <summary>The secret that opens the resource service.</summary>
    public const string ResourceServiceKey = "resource-service-key";

    /// <summary>The secret with which people sign in to the dashboard.</summary>
    public const string DashboardToken = "dashboard-token";

    /// <summary>The secret with which services send telemetry.</summary>
    public const string OtlpKey = "otlp-api-key";
}
