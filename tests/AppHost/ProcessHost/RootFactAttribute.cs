using Aspire.Hosting.Processes;

namespace SocialPolicy.AppHost.Tests.ProcessHost;

/// <summary>Skipped unless we are root: only root may give a file away.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RootFactAttribute : FactAttribute
{
    public RootFactAttribute() => Skip = Native.IsRoot ? null : "only root may give a file away";
}
