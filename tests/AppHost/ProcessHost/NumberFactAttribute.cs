namespace SocialPolicy.AppHost.Tests.ProcessHost;

/// <summary>Skipped where we may not choose the number of the next process: only root may, and not in every container.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NumberFactAttribute : FactAttribute
{
    /// <summary>The number that the kernel gave last; it counts on from there.</summary>
    public const string Last = "/proc/sys/kernel/ns_last_pid";

    public NumberFactAttribute() => Skip = IsOurs() ? null : $"{Last} cannot be written";

    private static bool IsOurs()
    {
        try
        {
            using var file = new FileStream(Last, FileMode.Open, FileAccess.Write);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
