namespace SocialPolicy.BuildingBlocks.Domain.Rules;

/// <summary>What kind of refusal a broken rule is; each maps to one canonical code at the edge.</summary>
public enum RuleKind
{
    /// <summary>The thing is not in a state that allows it (FAILED_PRECONDITION).</summary>
    State,

    /// <summary>The request itself is wrong, whatever the state (INVALID_ARGUMENT).</summary>
    Input,

    /// <summary>What the request names does not exist (NOT_FOUND).</summary>
    Missing,

    /// <summary>It exists already (ALREADY_EXISTS).</summary>
    Duplicate,

    /// <summary>Someone else was faster; read again and decide anew (ABORTED).</summary>
    Conflict,

    /// <summary>The caller is not known (UNAUTHENTICATED).</summary>
    Unknown,

    /// <summary>The caller is known and may not (PERMISSION_DENIED).</summary>
    Forbidden,

    /// <summary>Too much at once (RESOURCE_EXHAUSTED).</summary>
    Limit,

    /// <summary>Not now; worth trying again (UNAVAILABLE).</summary>
    Unavailable,
}
