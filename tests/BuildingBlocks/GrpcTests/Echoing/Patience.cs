namespace SocialPolicy.GrpcTests.Echoing;

/// <summary>How long a test waits for what must come: long enough for a loaded machine, short enough to end.</summary>
internal static class Patience
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    public static DateTime In(TimeSpan span) => TimeProvider.System.GetUtcNow().UtcDateTime + span;
}
