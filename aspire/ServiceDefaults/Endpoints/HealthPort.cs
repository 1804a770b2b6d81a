namespace SocialPolicy.ServiceDefaults.Endpoints;

/// <summary>
/// Marks a connection that came in by the health port. A mark, because the Host header can claim any port and port 0 is known only
/// after start.
/// </summary>
internal sealed class HealthPort
{
    public static readonly HealthPort Feature = new();

    private HealthPort()
    {
    }
}
