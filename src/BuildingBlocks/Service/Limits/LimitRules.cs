using System.Globalization;
using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.BuildingBlocks.Service.Limits;

/// <summary>A caller makes no more calls than the service takes from one: 500 a second, after a rest 5,000 at once; an address without a known caller 100 and 1,000.</summary>
/// <param name="Wait">Until the next call is taken.</param>
public sealed record CallersKeepAPace(TimeSpan? Wait) : IRule
{
    public bool IsBroken => Wait is not null;
    public string Reason => "CALLER_TOO_FAST";
    public string Message => "These are more calls than the service takes from one caller; wait as long as the answer says, and look for a loop.";
    public RuleKind Kind => RuleKind.Limit;
    public TimeSpan? RetryAfter => Wait;
}

/// <summary>A caller has no more streams and heavy calls open at a time than the service keeps for one: 16.</summary>
/// <param name="Most">How many it keeps.</param>
/// <param name="IsOneMore">Whether this call would be one more.</param>
public sealed record CallersOpenFewStreams(int Most, bool IsOneMore) : IRule
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    public bool IsBroken => IsOneMore;
    public string Reason => "TOO_MANY_OPEN_CALLS";
    public string Message => $"The caller has {Most} streams and heavy calls open already; wait until one of them ends.";
    public RuleKind Kind => RuleKind.Limit;
    public TimeSpan? RetryAfter => Moment;
    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string> { ["most"] = Most.ToString(CultureInfo.InvariantCulture) };
}

/// <summary>What a caller uploads in a day stays within what one caller may: 20,000 files, 10 GiB.</summary>
/// <param name="Wait">Until the day of the quota is over.</param>
public sealed record UploadsStayWithinTheDay(TimeSpan? Wait) : IRule
{
    public bool IsBroken => Wait is not null;
    public string Reason => "QUOTA_EXHAUSTED";
    public string Message => "The caller has uploaded as much today as one caller may; go on when the time that the answer says has passed.";
    public RuleKind Kind => RuleKind.Limit;
    public TimeSpan? RetryAfter => Wait;
}

/// <summary>A stream moves: its client sends the next message, or takes what is sent, within 30 seconds.</summary>
/// <param name="Patience">How long it was waited for.</param>
public sealed record StreamsKeepMoving(TimeSpan Patience) : IRule
{
    public bool IsBroken => true;
    public string Reason => "STREAM_TOO_SLOW";
    public string Message => string.Create(CultureInfo.InvariantCulture, $"Nothing moved in this stream for {Patience.TotalSeconds:0.#} seconds; open it when there is something to send, and read as it comes.");
    public RuleKind Kind => RuleKind.Limit;
}
