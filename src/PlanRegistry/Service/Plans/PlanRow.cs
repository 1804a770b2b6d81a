using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.PlanRegistry.Domain.Plans;
using SocialPolicy.PlanText;

namespace SocialPolicy.PlanRegistry.Service.Plans;

/// <summary>A row of plan_overviews; of plans, with every count 0.</summary>
internal sealed class PlanRow
{
    public Guid Id { get; init; }
    public long Version { get; init; }
    public PlanState State { get; init; }
    public DocumentStatus? Status { get; init; }
    public string? Number { get; init; }
    public int? IssuedYear { get; init; }
    public int? IssuedMonth { get; init; }
    public int? IssuedDay { get; init; }
    public string? Issuer { get; init; }
    public GovernmentLevel? IssuerLevel { get; init; }
    public GovernmentSystem? IssuerSystem { get; init; }
    public string? Province { get; init; }
    public string? Title { get; init; }
    public string? Signer { get; init; }
    public string? SignerTitle { get; init; }
    public int? PeriodFrom { get; init; }
    public int? PeriodTo { get; init; }
    public int? VisionYear { get; init; }
    public string FileName { get; init; } = "";
    public string Sha256 { get; init; } = "";
    public long SizeBytes { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; init; }
    public DateTimeOffset? PublishedAt { get; init; }
    public int TargetCount { get; init; }
    public int VisionTargetCount { get; init; }
    public int TaskCount { get; init; }
    public int DutyCount { get; init; }
    public int DatedDutyCount { get; init; }
    public int FlagCount { get; init; }

    public Plan ToPlan() => new(Id, Version, State, ToHeader(), PublishedAt);

    public PlanHeader ToHeader() => new()
    {
        Number = Number,
        IssuedOn = IssuedYear is { } year ? new DocumentDate(year, IssuedMonth, IssuedDay) : null,
        Issuer = Issuer,
        IssuerLevel = IssuerLevel,
        IssuerSystem = IssuerSystem,
        Province = Province,
        Title = Title,
        Signer = Signer,
        SignerTitle = SignerTitle,
        PeriodFrom = PeriodFrom,
        PeriodTo = PeriodTo,
        VisionYear = VisionYear,
    };

    /// <summary>The columns that a plan fills, as parameters.</summary>
    public static object Columns(Plan plan, DateTimeOffset at) => new
    {
        plan.Id,
        plan.Version,
        State = Words.Of(plan.State),
        plan.Header.Number,
        IssuedYear = plan.Header.IssuedOn?.Year,
        IssuedMonth = plan.Header.IssuedOn?.Month,
        IssuedDay = plan.Header.IssuedOn?.Day,
        plan.Header.Issuer,
        IssuerLevel = Words.OfAny(plan.Header.IssuerLevel),
        IssuerSystem = Words.OfAny(plan.Header.IssuerSystem),
        plan.Header.Province,
        plan.Header.Title,
        plan.Header.Signer,
        plan.Header.SignerTitle,
        plan.Header.PeriodFrom,
        plan.Header.PeriodTo,
        plan.Header.VisionYear,
        SearchText = TextFolding.Fold($"{plan.Header.Number} {plan.Header.Title} {plan.Header.Issuer}"),
        plan.PublishedAt,
        At = at,
    };
}
