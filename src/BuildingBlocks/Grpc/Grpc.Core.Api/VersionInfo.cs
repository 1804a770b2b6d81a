namespace Grpc.Core;

/// <summary>The version of the API that these contracts describe.</summary>
public static class VersionInfo
{
    /// <summary>Stays the same within a major version, so that assemblies compiled against older ones still bind.</summary>
    public const string CurrentAssemblyVersion = "2.0.0.0";

    public const string CurrentAssemblyFileVersion = "2.85.0.0";

    public const string CurrentVersion = "2.85.0";
}
