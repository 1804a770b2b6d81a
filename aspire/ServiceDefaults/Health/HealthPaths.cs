namespace SocialPolicy.ServiceDefaults.Health;

internal static class HealthPaths
{
    public const string Health = "/health";
    public const string Alive = "/alive";

    /// <summary>The tag of checks that say whether the process itself still works; a failing one asks for a restart.</summary>
    public const string LiveTag = "live";

    private const string GrpcHealth = "/grpc.health.v1.Health/";

    public static bool Contain(string? path) =>
        string.Equals(path, Health, StringComparison.OrdinalIgnoreCase) || string.Equals(path, Alive, StringComparison.OrdinalIgnoreCase);

    /// <summary>A probe comes every few seconds and tells nothing: it is not traced.</summary>
    public static bool AreProbedBy(string? path) => Contain(path) || path?.StartsWith(GrpcHealth, StringComparison.Ordinal) is true;
}
