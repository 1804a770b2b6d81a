namespace SocialPolicy.Benchmarks;

/// <summary>The two things that are compared: what can be had at best, and what the platform makes of it.</summary>
internal enum Side
{
    Limit,
    Ours,
}

/// <summary>One comparison. A class that derives from this, with a constructor without parameters, is found and run.</summary>
internal abstract class Workload
{
    /// <summary>The word on the command line that runs it.</summary>
    public abstract string Suite { get; }

    public abstract string Name { get; }

    /// <summary>What a measurement counts; more is better.</summary>
    public abstract string Unit { get; }

    /// <summary>The least that ours may reach, as a part of the limit.</summary>
    public abstract double Goal { get; }

    /// <summary>Makes one side ready to be measured again and again.</summary>
    public abstract Task<IMeasured> Open(Side side);
}

/// <summary>A side that is ready.</summary>
internal interface IMeasured : IAsyncDisposable
{
    /// <summary>Works for this long and tells the rate in the workload's unit.</summary>
    Task<double> Measure(TimeSpan duration);
}
