namespace SocialPolicy.Contracts.Events.PlanRegistry.V1;

/// <summary>
/// A task (nhiệm vụ) of a published plan stands otherwise: a one-off one was completed, an ongoing one assessed, either one
/// dropped or reopened. The aggregate is the task, its version that of the work on it.
/// </summary>
/// <param name="TaskId">The task; its resource name is <c>plans/{PlanId}/tasks/{TaskId}</c>.</param>
/// <param name="PlanId">Its plan.</param>
/// <param name="Kind">one_off or ongoing.</param>
/// <param name="Outcome">
/// Of a one-off task: completed_on_time, completed_late, or completed when it had no due date. Of an ongoing one: done, partly or
/// not_done. Of either: dropped or reopened.
/// </param>
/// <param name="On">The day it is about: of completion, of the drop; for an assessment and a reopening the day it was said.</param>
/// <param name="Period">The period assessed, such as 2026-H1; null of a one-off task.</param>
/// <param name="Due">The last day that is in time; null without one.</param>
/// <param name="LeadAgencyId">Who leads it on that day; null when nobody does.</param>
/// <param name="Text">What was said of it; null when nothing was.</param>
/// <param name="Counts">Counts by name; empty when there are none.</param>
public sealed record TaskAssessed(
    Guid TaskId,
    Guid PlanId,
    string Kind,
    string Outcome,
    DateOnly On,
    string? Period,
    DateOnly? Due,
    Guid? LeadAgencyId,
    string? Text,
    IReadOnlyList<TaskCount> Counts) : IFact;

/// <summary>Something counted in a period.</summary>
/// <param name="Name">What.</param>
/// <param name="Value">How many.</param>
public sealed record TaskCount(string Name, long Value);
