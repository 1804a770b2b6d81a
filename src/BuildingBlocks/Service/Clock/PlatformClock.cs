namespace SocialPolicy.BuildingBlocks.Service.Clock;

/// <summary>The one clock of an installation: real time, plus an offset that only a development installation may set.</summary>
public sealed class PlatformClock(TimeSpan offset) : TimeProvider
{
    /// <summary>Added to real time; zero outside development.</summary>
    public TimeSpan Offset { get; } = offset;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Offset;
}
