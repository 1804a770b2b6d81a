namespace SocialPolicy.BuildingBlocks.Service.Limits;

/// <summary>
/// How much one caller may ask for; configuration section <c>Limits</c>. Every replica counts for itself and from its start.
/// The defaults are far above a system that reports for a hundred agencies, and below a loop that nobody watches.
/// </summary>
public sealed class LimitOptions
{
    /// <summary>Calls of a caller: person or system.</summary>
    public Pace Caller { get; set; } = new(PerSecond: 500, AtOnce: 5_000);

    /// <summary>Calls of another service of the installation.</summary>
    public Pace Service { get; set; } = new(PerSecond: 5_000, AtOnce: 50_000);

    /// <summary>Calls from an address whose caller is not known: without a token, with a wrong one, with one seen for the first time.</summary>
    public Pace Address { get; set; } = new(PerSecond: 100, AtOnce: 1_000);

    /// <summary>Streams and heavy calls that a caller has open at a time.</summary>
    public int OpenAtOnce { get; set; } = 16;

    /// <summary>The same of another service of the installation.</summary>
    public int OpenAtOnceOfService { get; set; } = 64;

    /// <summary>Uploads of a caller in a day.</summary>
    public int UploadsADay { get; set; } = 20_000;

    /// <summary>What the uploads of a caller may weigh in a day, in MiB.</summary>
    public int UploadedMegabytesADay { get; set; } = 10_240;

    /// <summary>How long a stream may wait for its client: for the next message, or for room to send one.</summary>
    public TimeSpan StreamPatience { get; set; } = TimeSpan.FromSeconds(30);
}

/// <summary>So many calls a second for as long as one likes, and so many at once after a rest.</summary>
public sealed record Pace(int PerSecond, int AtOnce)
{
    /// <summary>For the binder of configuration.</summary>
    public Pace()
        : this(PerSecond: 1, AtOnce: 1)
    {
    }
}
