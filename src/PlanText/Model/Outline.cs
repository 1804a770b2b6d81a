namespace SocialPolicy.PlanText;

/// <summary>A heading.</summary>
/// <param name="Numbering">Label with those of the headings around it, as "II.2.a".</param>
/// <param name="Level">1 for the outermost.</param>
/// <param name="Heading">As printed, white space collapsed.</param>
/// <param name="Span">Where it stands.</param>
public sealed record OutlineEntry(string Numbering, int Level, string Heading, TextSpan Span);

/// <summary>A general objective.</summary>
/// <param name="Text">As printed, white space collapsed.</param>
/// <param name="IsVision">Whether it speaks of the vision (tầm nhìn) beyond the plan's own period.</param>
/// <param name="Span">Where it stands.</param>
public sealed record Objective(string Text, bool IsVision, TextSpan Span);
