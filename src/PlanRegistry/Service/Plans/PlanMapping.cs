using Google.Protobuf.WellKnownTypes;
using SocialPolicy.BuildingBlocks.Service.Etags;
using SocialPolicy.BuildingBlocks.Service.Wire;
using SocialPolicy.PlanRegistry.Domain.Plans;
using Date = Google.Type.Date;

namespace SocialPolicy.PlanRegistry.Service.Plans;

/// <summary>The header of a plan in the words of the contract, and back.</summary>
internal static class PlanMapping
{
    public static V1.Plan ToContract(this PlanRow row, IEnumerable<PlanDuty> datedDuties, DateOnly today) => new()
    {
        Name = PlanService.PlanName.Of(row.Id),
        Etag = Etag.Of(row.Version),
        State = row.State.ToContract(),
        Status = row.Status.ToContract(),
        Number = row.Number ?? "",
        IssuedOn = row.ToHeader().IssuedOn?.ToContract(),
        Issuer = row.Issuer ?? "",
        IssuerLevel = row.IssuerLevel.ToContract(),
        IssuerSystem = row.IssuerSystem.ToContract(),
        Province = row.Province ?? "",
        Title = row.Title ?? "",
        Signer = row.Signer ?? "",
        SignerTitle = row.SignerTitle ?? "",
        PeriodFrom = row.PeriodFrom ?? 0,
        PeriodTo = row.PeriodTo ?? 0,
        VisionYear = row.VisionYear ?? 0,
        Source = new V1.Source { FileName = row.FileName, Sha256 = row.Sha256, SizeBytes = row.SizeBytes },
        Summary = SummaryOf(row, datedDuties, today),
        CreateTime = row.CreatedAt.ToTimestamp(),
        UpdateTime = row.UpdatedAt.ToTimestamp(),
        PublishTime = row.PublishedAt?.ToTimestamp(),
    };

    /// <summary>The header fields a caller sent. An empty value is: the document does not say.</summary>
    public static PlanHeader ToHeader(this V1.Plan plan) => new()
    {
        Number = Printed.OrNull(plan.Number),
        IssuedOn = plan.IssuedOn is { } date && !date.Equals(new Date()) ? date.ToDomain() : null,
        Issuer = Printed.OrNull(plan.Issuer),
        IssuerLevel = plan.IssuerLevel.ToDomain("plan.issuer_level"),
        IssuerSystem = plan.IssuerSystem.ToDomain("plan.issuer_system"),
        Province = Printed.OrNull(plan.Province),
        Title = Printed.OrNull(plan.Title),
        Signer = Printed.OrNull(plan.Signer),
        SignerTitle = Printed.OrNull(plan.SignerTitle),
        PeriodFrom = Stated(plan.PeriodFrom),
        PeriodTo = Stated(plan.PeriodTo),
        VisionYear = Stated(plan.VisionYear),
    };

    private static Date ToContract(this DocumentDate date) => new() { Year = date.Year, Month = date.Month ?? 0, Day = date.Day ?? 0 };

    private static DocumentDate ToDomain(this Date date) => new(date.Year, Stated(date.Month), Stated(date.Day));

    private static V1.Summary SummaryOf(PlanRow row, IEnumerable<PlanDuty> datedDuties, DateOnly today) => new()
    {
        TargetCount = row.TargetCount,
        VisionTargetCount = row.VisionTargetCount,
        TaskCount = row.TaskCount,
        ReportingDutyCount = row.DutyCount,
        DatedDutyCount = row.DatedDutyCount,
        FlagCount = row.FlagCount,
        NextDeadline = datedDuties.Select(duty => NextDue.Of(duty, today, row.PeriodTo)?.Day).Min()?.ToContract(),
    };

    private static int? Stated(int number) => number == 0 ? null : number;
}
