using SocialPolicy.PlanText;

namespace SocialPolicy.PlanRegistry.Domain.Plans;

/// <summary>One item of a reading, as the register keeps it.</summary>
internal static class Registered
{
    private const string NotRead = "UNREAD";

    public static PlanLegalBasis LegalBasis(LegalBasis basis) =>
        new(basis.Number, basis.Type, basis.Name, basis.Date, basis.Relationship, basis.Span);

    public static PlanObjective Objective(Objective objective) => new(objective.Text, objective.IsVision, objective.Span);

    public static PlanTaskRow TaskRow(TaskRow row) => new(
        Printed.OrNull(row.Number), Printed.OrNull(row.Group), row.Text, Printed.OrNull(row.Lead), row.Coordinating, Printed.OrNull(row.Time), Printed.OrNull(row.Deliverable), row.Span);

    public static PlanDuty Duty(ReportingDuty duty, DateTimeOffset at)
    {
        var deadline = duty.Deadline is { Exists: true } possible ? possible : null;
        return new PlanDuty(
            Guid.CreateVersion7(at),
            duty.Who,
            duty.ToWhom,
            Printed.OrNull(duty.Via),
            duty.Frequency,
            deadline?.LastDay,
            deadline?.Month,
            deadline?.Inclusive ?? duty.DateInclusive,
            duty.Date,
            duty.Within?.Amount,
            duty.Within?.Unit,
            Printed.OrNull(duty.Within?.After),
            Printed.OrNull(duty.Content),
            duty.Span);
    }

    public static PlanFlag Flag(string code) => new(code, null, null, Quote: "", Span: null);

    public static IEnumerable<PlanFlag> Flags(Target read, PlanTarget kept) =>
        read.Flags.Select(code => new PlanFlag(code, kept.Id, null, Printed.Shortened(kept.Text), kept.Span));

    public static IEnumerable<PlanFlag> Flags(ReportingDuty read, PlanDuty kept)
    {
        var codes = read.Deadline is { Exists: false } ? read.Flags.Union([PlanText.Flag.ImpossibleDate], StringComparer.Ordinal) : read.Flags;
        return codes.Select(code => new PlanFlag(code, null, kept.Id, Printed.Shortened(kept.Content ?? ""), kept.Span));
    }

    public static PlanFlag Unread(TextSpan span, string text) =>
        new(NotRead, null, null, Printed.Shortened(text[span.Start..span.End]), span);
}
