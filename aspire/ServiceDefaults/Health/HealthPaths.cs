namespace SocialPolicy.ServiceDefaults.Health;

internal static class HealthPaths
{
    public const string Health = "/health";
    public const string Alive = "/alive";

    /// <summary>The tag of checks that say whether the process itself still works; a failing one asks for a restart.</summary>
    public const string LiveTag = "live";

    private const string GrpcHealth = "/grpc.health.v1.Health/";

    /// <summary>As routing sees it: a slash at the end makes no difference.</summary>
    public static bool Contain(string? path)
    {
        var trimmed = path.AsSpan().TrimEnd('/');
        return trimmed.Equals(Health, StringComparison.OrdinalIgnoreCase) || trimmed.Equals(Alive, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A probe comes every few seconds and tells nothing: it is not traced.</summary>
    public static bool AreProbedBy(string? path) => Contain(path) || path?.StartsWith(GrpcHealth, StringComparison.Ordinal) is true;
}
