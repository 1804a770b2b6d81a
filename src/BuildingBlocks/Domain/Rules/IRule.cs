namespace SocialPolicy.BuildingBlocks.Domain.Rules;

/// <summary>
/// A rule is a sentence with a name. Its reason is the one word that the proto comment, the domain, the wire error and
/// the test share. <see cref="Reason"/> and <see cref="Kind"/> are constants of the type, never of the instance.
/// </summary>
public interface IRule
{
    /// <summary>True when the rule forbids what is asked.</summary>
    bool IsBroken { get; }

    /// <summary>UPPER_SNAKE_CASE, unique in the platform.</summary>
    string Reason { get; }

    /// <summary>One English sentence that says what is wrong and what is expected.</summary>
    string Message { get; }

    /// <summary>What kind of refusal it is.</summary>
    RuleKind Kind => RuleKind.State;

    /// <summary>The request field at fault, in the proto's spelling; null when it is no field.</summary>
    string? Field => null;

    /// <summary>How long to wait before the same call may be taken; null when waiting alone does not help, or nobody can say.</summary>
    TimeSpan? RetryAfter => null;

    /// <summary>The values the rule looked at, for programs.</summary>
    IReadOnlyDictionary<string, string> Facts => NoFacts;

    private static readonly IReadOnlyDictionary<string, string> NoFacts = new Dictionary<string, string>();
}
