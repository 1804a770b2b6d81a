namespace SocialPolicy.PlanRegistry.Domain.Plans;

/// <summary>One change a person made to a reading, never undone but by another correction.</summary>
/// <param name="Field">Path of the header field.</param>
/// <param name="Before">Its value before, in text form; empty when not stated.</param>
/// <param name="After">Its value after.</param>
/// <param name="Actor">The subject of the caller's token.</param>
/// <param name="At">When.</param>
public sealed record Correction(string Field, string Before, string After, string Actor, DateTimeOffset At);
