namespace SocialPolicy.Contracts.Events.PlanRegistry.V1;

/// <summary>A plan came into force. Carries what others need to follow it without asking.</summary>
/// <param name="PlanId">The plan; its resource name is <c>plans/{PlanId}</c>.</param>
/// <param name="Number">As printed, null when the document carries none.</param>
/// <param name="Title">As printed.</param>
/// <param name="Issuer">The issuing organ as written.</param>
/// <param name="IssuedOn">Null when not stated or partial.</param>
/// <param name="PeriodFrom">First year, null when not stated.</param>
/// <param name="PeriodTo">Last year, null when not stated.</param>
/// <param name="VisionYear">Year of the vision, null when not stated.</param>
/// <param name="Targets">In the order of the text.</param>
/// <param name="ReportingDuties">In the order of the text.</param>
/// <param name="IssuerAgencyId">The agency that <paramref name="Issuer"/> means, null when the directory does not know it.</param>
/// <param name="UnitId">The unit whose plan it is, null when the issuer is not known.</param>
public sealed record PlanPublished(
    Guid PlanId,
    string? Number,
    string Title,
    string Issuer,
    DateOnly? IssuedOn,
    int? PeriodFrom,
    int? PeriodTo,
    int? VisionYear,
    IReadOnlyList<PublishedTarget> Targets,
    IReadOnlyList<PublishedReportingDuty> ReportingDuties,
    Guid? IssuerAgencyId = null,
    Guid? UnitId = null) : IFact;

/// <summary>A target (chỉ tiêu) of a published plan.</summary>
/// <param name="TargetId">Never changes, amendments included.</param>
/// <param name="ParentId">The target it is a part of ("trong đó").</param>
/// <param name="Section">targets, vision or tasks.</param>
/// <param name="Indicator">What is measured.</param>
/// <param name="Comparator">eq, ge, gt, le, lt, range, approx, decrease_by, increase_by, achieve; null when not understood.</param>
/// <param name="Value">Null for achieve.</param>
/// <param name="ValueMax">Upper end of a range.</param>
/// <param name="Unit">With its denominator; null when not stated.</param>
/// <param name="Bound">How a change is bounded: eq, ge, gt, le, lt, approx, or range up to ValueMax.</param>
/// <param name="PerYear">True when the change is meant for each year.</param>
/// <param name="Population">Whom or what it is measured on.</param>
/// <param name="Geography">Where, when narrower than the plan's territory.</param>
/// <param name="Year">The year to meet it in.</param>
/// <param name="Direction">up, down or null.</param>
public sealed record PublishedTarget(
    Guid TargetId,
    Guid? ParentId,
    string Section,
    string Indicator,
    string? Comparator,
    decimal? Value,
    decimal? ValueMax,
    string? Unit,
    string? Bound,
    bool PerYear,
    string? Population,
    string? Geography,
    int? Year,
    string? Direction);

/// <summary>A reporting duty (chế độ báo cáo) of a published plan.</summary>
/// <param name="DutyId">Never changes, amendments included.</param>
/// <param name="Reporters">As written; empty when not stated.</param>
/// <param name="Addressees">As written.</param>
/// <param name="Via">The focal agency as written.</param>
/// <param name="Frequency">annual, six_month, quarterly, monthly, weekly, daily, once, mid_term, final, on_request or unstated.</param>
/// <param name="DeadlineDay">Day of the month; null when the text gives none.</param>
/// <param name="DeadlineMonth">Null when the text names a day of the month only.</param>
/// <param name="DeadlineInclusive">False for "trước ngày".</param>
/// <param name="OnceOn">The date of a single report.</param>
/// <param name="Content">What is reported, as written.</param>
/// <param name="ReporterParties">Whom the names in <paramref name="Reporters"/> mean, one each, in their order; null from a version that did not say.</param>
/// <param name="AddresseeParties">Whom the names in <paramref name="Addressees"/> mean; null from a version that did not say.</param>
/// <param name="ViaParty">Whom <paramref name="Via"/> means; null without one.</param>
public sealed record PublishedReportingDuty(
    Guid DutyId,
    IReadOnlyList<string> Reporters,
    IReadOnlyList<string> Addressees,
    string? Via,
    string Frequency,
    int? DeadlineDay,
    int? DeadlineMonth,
    bool DeadlineInclusive,
    DateOnly? OnceOn,
    string? Content,
    IReadOnlyList<PublishedParty>? ReporterParties = null,
    IReadOnlyList<PublishedParty>? AddresseeParties = null,
    PublishedParty? ViaParty = null);

/// <summary>Whom a plan means by a name: one agency, a group, or nobody the directory knows.</summary>
/// <param name="Text">As written.</param>
/// <param name="AgencyId">The one agency, null for a group and for an unknown name.</param>
/// <param name="Group">The group, null for one agency and for an unknown name.</param>
public sealed record PublishedParty(string Text, Guid? AgencyId, PublishedGroup? Group);

/// <summary>All agencies of some kinds in some place; who they are is found anew at each date.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Below">False: in the unit itself; true: in the units right below it.</param>
/// <param name="Kinds">Kinds of agencies as in <see cref="ChangedAgency"/>.</param>
public sealed record PublishedGroup(Guid UnitId, bool Below, IReadOnlyList<string> Kinds);
