namespace SocialPolicy.Benchmarks;

/// <summary>The two things that are compared: what can be had at best, and what the platform makes of it.</summary>
internal enum Side
{
    Limit,
    Ours,
}

/// <summary>Which of two measurements is the better one.</summary>
internal enum Better
{
    More,
    Less,
}

/// <summary>One comparison. A class that derives from this, with a constructor without parameters, is found and run.</summary>
internal abstract class Workload
{
    /// <summary>The word on the command line that runs it.</summary>
    public abstract string Suite { get; }

    public abstract string Name { get; }

    /// <summary>What a measurement counts.</summary>
    public abstract string Unit { get; }

    public virtual Better Better => Better.More;

    /// <summary>The least that ours may reach, as a part of the limit: 0.5 is half as good. Null where the limit is shown for comparison only.</summary>
    public virtual double? Goal => null;

    /// <summary>The most that ours may measure, whatever the limit. Null for none.</summary>
    public virtual double? Ceiling => null;

    /// <summary>Makes one side ready to be measured again and again.</summary>
    public abstract Task<IMeasured> Open(Side side);
}

/// <summary>A side that is ready.</summary>
internal interface IMeasured : IAsyncDisposable
{
    /// <summary>Works for this long and tells what it measured in the workload's unit.</summary>
    Task<double> Measure(TimeSpan duration);
}
