namespace SocialPolicy.BuildingBlocks.Service.Operations;

/// <summary>Recurring work of a service. One replica at a time runs it; a run that fails is tried again.</summary>
public interface IJob
{
    /// <summary>Lower case with hyphens, unique in the service: <c>forget-requests</c>.</summary>
    string Name { get; }

    /// <summary>What it does, one sentence.</summary>
    string Description { get; }

    /// <summary>The pause between two runs.</summary>
    TimeSpan Interval { get; }

    /// <summary>The pause after a run that failed.</summary>
    TimeSpan IntervalAfterFailure => Interval;

    /// <summary>True when it also runs at each start of the service, due or not.</summary>
    bool RunsAtStart => false;

    /// <summary>One run; returns what it did in its own words, <c>removed 12 request ids</c>.</summary>
    Task<string> Run(CancellationToken ct);
}
