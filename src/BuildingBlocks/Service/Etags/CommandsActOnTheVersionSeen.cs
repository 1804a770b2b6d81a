using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.BuildingBlocks.Service.Etags;

/// <summary>A command that carries an etag acts on that version only: read again and decide anew.</summary>
/// <param name="Seen">The client's etag; empty for none.</param>
/// <param name="Current">The resource's etag now.</param>
public sealed record CommandsActOnTheVersionSeen(string Seen, string Current) : IRule
{
    public bool IsBroken => Seen.Length > 0 && !string.Equals(Seen, Current, StringComparison.Ordinal);
    public string Reason => "ETAG_MISMATCH";
    public string Message => "The resource has changed since it was read: read it again and decide anew.";
    public RuleKind Kind => RuleKind.Conflict;
    public string Field => "etag";
    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string> { ["etag"] = Current };
}
