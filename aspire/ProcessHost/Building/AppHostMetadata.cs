using System.Reflection;

namespace Aspire.Hosting;

/// <summary>What the build wrote into the AppHost's assembly (see ProcessHost.targets).</summary>
internal static class AppHostMetadata
{
    private const string Directory = "apphostprojectpath";
    private const string Dashboard = "aspiredashboardassembly";

    /// <summary>The folder of the AppHost's project; null in an assembly that is none.</summary>
    public static string? DirectoryOf(Assembly assembly) => Find(assembly, Directory);

    /// <summary>The dashboard's assembly; null when the AppHost does not refer to it.</summary>
    public static string? DashboardOf(Assembly assembly) => Find(assembly, Dashboard);

    /// <summary>The assembly that a referenced project was built to.</summary>
    public static string OutputOf(Assembly assembly, string projectPath) =>
        Find(assembly, $"output:{projectPath}") ?? throw new InvalidOperationException($"{assembly.GetName().Name} does not know the output of {projectPath}.");

    private static string? Find(Assembly assembly, string key) =>
        assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(metadata => string.Equals(metadata.Key, key, StringComparison.Ordinal))?.Value;
}
