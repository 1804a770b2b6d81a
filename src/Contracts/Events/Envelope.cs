namespace SocialPolicy.Contracts.Events;

/// <summary>What is known of every announcement, whatever it says.</summary>
/// <param name="Id">The event, a UUIDv7; also the message id. The same in every repeat.</param>
/// <param name="Type">Service and fact: <c>planregistry.PlanPublished</c>.</param>
/// <param name="SchemaVersion">Version of the fact's shape, from 1.</param>
/// <param name="Aggregate">Resource name of what it is about: <c>plans/0199...</c>.</param>
/// <param name="AggregateVersion">Version of the aggregate after the fact; grows with each fact of the same aggregate.</param>
/// <param name="OccurredAt">When it happened, on the platform's clock (UTC).</param>
/// <param name="RecordedAt">When it was committed, on the database's clock (UTC).</param>
/// <param name="Actor">Who caused it: the subject of the caller's token, or the job.</param>
/// <param name="TraceParent">W3C trace context of the command, so that one trace runs through; null when untraced.</param>
public sealed record Envelope(
    Guid Id,
    string Type,
    int SchemaVersion,
    string Aggregate,
    long AggregateVersion,
    DateTimeOffset OccurredAt,
    DateTimeOffset RecordedAt,
    string Actor,
    string? TraceParent);
