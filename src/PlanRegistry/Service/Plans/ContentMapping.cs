using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using SocialPolicy.BuildingBlocks.Service.Names;
using SocialPolicy.BuildingBlocks.Service.Wire;
using SocialPolicy.PlanRegistry.Domain.Directory;
using SocialPolicy.PlanRegistry.Domain.Plans;
using SocialPolicy.PlanRegistry.Service.Amendments;
using SocialPolicy.PlanRegistry.Service.Directory;
using SocialPolicy.PlanText;
using Date = Google.Type.Date;

namespace SocialPolicy.PlanRegistry.Service.Plans;

/// <summary>What was read from a plan, in the words of the contract.</summary>
internal static class ContentMapping
{
    internal static readonly ResourceName TargetName = new("plans/{plan}/targets/{target}");
    internal static readonly ResourceName TaskName = new("plans/{plan}/tasks/{task}");
    internal static readonly ResourceName DutyName = new("plans/{plan}/reportingDuties/{duty}");

    public static void Add(this V1.Plan plan, PlanContent content, DateOnly today)
    {
        var id = PlanService.PlanName.Parse(plan.Name);
        plan.LegalBases.Add(content.LegalBases.Select(ToContract));
        plan.Objectives.Add(content.Objectives.Select(objective => new V1.Objective { Text = objective.Text, Vision = objective.Vision, Span = objective.Span.ToContract() }));
        plan.Targets.Add(content.Targets.Select(target => target.ToContract(id, content.AmendmentsOf(target.Id))));
        plan.Tasks.Add(content.Tasks.Select(task => task.ToContract(id, content.AmendmentsOf(task.Id))));
        plan.TaskRows.Add(content.TaskRows.Select(ToContract));
        plan.ReportingDuties.Add(content.Duties.Select(duty => duty.ToContract(id, NextDue.Of(duty, today, plan.PeriodTo == 0 ? null : plan.PeriodTo), content.AmendmentsOf(duty.Id))));
        plan.Flags.Add(content.Flags.Select(flag => flag.ToContract(id)));
    }

    public static void Add(this V1.Plan plan, IEnumerable<Correction> corrections) =>
        plan.Corrections.Add(corrections.Select(correction => new V1.Correction
        {
            Field = correction.Field,
            Before = correction.Before,
            After = correction.After,
            Actor = correction.Actor,
            Time = correction.At.ToTimestamp(),
        }));

    /// <summary>Adds whom the names mean; the duties are there already.</summary>
    public static void Add(this V1.Plan plan, PlanParties parties)
    {
        plan.IssuerAgency = parties.IssuerAgencyId is { } issuer ? DirectoryService.AgencyName.Of(issuer) : "";
        foreach (var duty in plan.ReportingDuties)
        {
            var known = parties.Duties[DutyName.Parse(duty.Name)];
            duty.ReporterParties.Add(known.Reporters.Select(party => party.ToContract()));
            duty.AddresseeParties.Add(known.Addressees.Select(party => party.ToContract()));
            duty.ViaParty = known.Via?.ToContract();
        }
    }

    private static string Named(Guid plan, Guid? amendment) => amendment is { } id ? AmendmentService.AmendmentName.Of(plan, id) : "";

    private static V1.LegalBasis ToContract(PlanLegalBasis basis) => new()
    {
        Number = basis.Number ?? "",
        Type = basis.Type ?? "",
        Title = basis.Title ?? "",
        IssuedOn = basis.IssuedOn?.ToContract(),
        Relationship = basis.Relationship.ToContract(),
        Span = basis.Span.ToContract(),
    };

    public static V1.Target ToContract(this PlanTarget target, Guid plan, AmendedBy? amended = null) => new()
    {
        Name = TargetName.Of(plan, target.Id),
        Parent = target.ParentId is { } parent ? TargetName.Of(plan, parent) : "",
        Section = target.Section.ToContract(),
        Text = target.Text,
        Indicator = target.Indicator,
        Threshold = ThresholdOf(target),
        Population = target.Population ?? "",
        Geography = target.Geography ?? "",
        Year = target.Year ?? 0,
        Direction = target.Direction.ToContract(),
        Baseline = target.Baseline ?? "",
        Conditions = { target.Conditions },
        Theme = target.Theme ?? "",
        IndicatorCode = target.IndicatorCode ?? "",
        Span = target.Span.ToContract(),
        AmendedBy = Named(plan, amended?.Last),
        WordedBy = Named(plan, amended?.Words),
    };

    private static Types.V1.Threshold ThresholdOf(PlanTarget target) => new()
    {
        Comparator = ((Comparator?)target.Comparator).ToContract(),
        Value = target.Value?.ToString(CultureInfo.InvariantCulture) ?? "",
        ValueMax = target.ValueMax?.ToString(CultureInfo.InvariantCulture) ?? "",
        Unit = target.Unit ?? "",
        Bound = target.Bound.ToContract(),
        PerYear = target.PerYear,
    };

    public static V1.Task ToContract(this PlanRegistry.Domain.Plans.PlanTask task, Guid plan, AmendedBy? amended = null) => new()
    {
        Name = TaskName.Of(plan, task.Id),
        Parent = task.ParentId is { } parent ? TaskName.Of(plan, parent) : "",
        Numbering = task.Numbering,
        Level = task.Level,
        Heading = task.Heading,
        Lead = task.Lead ?? "",
        Coordinating = { task.Coordinating },
        Time = task.Time ?? "",
        Deliverable = task.Deliverable ?? "",
        Items = { task.Items },
        Span = task.Span.ToContract(),
        AmendedBy = Named(plan, amended?.Last),
        WordedBy = Named(plan, amended?.Words),
    };

    private static V1.TaskRow ToContract(PlanTaskRow row) => new()
    {
        Number = row.Number ?? "",
        Heading = row.Heading ?? "",
        Text = row.Text,
        Lead = row.Lead ?? "",
        Coordinating = { row.Coordinating },
        Time = row.Time ?? "",
        Deliverable = row.Deliverable ?? "",
        Span = row.Span.ToContract(),
    };

    public static V1.ReportingDuty ToContract(this PlanDuty duty, Guid plan, NextDue? next, AmendedBy? amended = null) => new()
    {
        Name = DutyName.Of(plan, duty.Id),
        Reporters = { duty.Reporters },
        Addressees = { duty.Addressees },
        Via = duty.Via ?? "",
        Frequency = duty.Frequency.ToContract(),
        Deadline = duty.OnceOn?.ToContract() ?? RecurringDateOf(duty),
        DeadlineInclusive = duty.DeadlineInclusive,
        NextDue = next?.Day.ToContract(),
        NextDueExplanation = next?.Explanation ?? "",
        Within = WithinOf(duty),
        Content = duty.Content ?? "",
        Span = duty.Span.ToContract(),
        AmendedBy = Named(plan, amended?.Last),
        WordedBy = Named(plan, amended?.Words),
    };

    private static V1.ReportingDuty.Types.Term? WithinOf(PlanDuty duty) => duty.WithinAmount is { } amount
        ? new() { Amount = amount, Unit = duty.WithinUnit.ToContract(), After = duty.WithinAfter ?? "" }
        : null;

    private static Date? RecurringDateOf(PlanDuty duty) =>
        duty.DeadlineDay is { } day ? new Date { Month = duty.DeadlineMonth ?? 0, Day = day } : null;

    public static V1.Flag ToContract(this PlanFlag flag, Guid plan) => new()
    {
        Code = flag.Code,
        Severity = FlagSeverities.Of(flag.Code).ToContract(),
        Item = flag switch
        {
            { TargetId: { } target } => TargetName.Of(plan, target),
            { DutyId: { } duty } => DutyName.Of(plan, duty),
            _ => "",
        },
        Quote = flag.Quote,
        Span = flag.Span?.ToContract(),
    };

    internal static V1.Span ToContract(this TextSpan span) => new() { Start = span.Start, End = span.End };
}
