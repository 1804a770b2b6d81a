using SocialPolicy.BuildingBlocks.Service.Callers;

namespace SocialPolicy.BuildingBlocks.Service.Audit;

/// <summary>Who did what, when, with which outcome.</summary>
/// <param name="At">The platform's clock.</param>
/// <param name="Method">Full gRPC method, or the consumer.</param>
/// <param name="Caller">Who asked.</param>
/// <param name="Resource">What was touched; null when it was refused before that was known.</param>
/// <param name="Detail">A short word.</param>
/// <param name="RequestId">Of the command, when it carried one.</param>
/// <param name="Outcome"><see cref="Done"/>, or the reason of the refusal.</param>
public sealed record AuditEntry(DateTimeOffset At, string Method, Caller Caller, string? Resource, string? Detail, Guid? RequestId, string Outcome)
{
    /// <summary>The outcome of a command that committed.</summary>
    public const string Done = "DONE";
}
