using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.BuildingBlocks.Service.Errors;

/// <summary>The one place that turns a kind of rule into a canonical code (AIP-193).</summary>
public static class CanonicalCodes
{
    /// <summary>The code a broken rule of this kind is refused with.</summary>
    public static StatusCode Code(this RuleKind kind) => kind switch
    {
        RuleKind.State => StatusCode.FailedPrecondition,
        RuleKind.Input => StatusCode.InvalidArgument,
        RuleKind.Missing => StatusCode.NotFound,
        RuleKind.Duplicate => StatusCode.AlreadyExists,
        RuleKind.Conflict => StatusCode.Aborted,
        RuleKind.Unknown => StatusCode.Unauthenticated,
        RuleKind.Forbidden => StatusCode.PermissionDenied,
        RuleKind.Limit => StatusCode.ResourceExhausted,
        RuleKind.Unavailable => StatusCode.Unavailable,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No code is known for this kind of rule."),
    };
}
