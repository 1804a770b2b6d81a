using SocialPolicy.BuildingBlocks.Service.Wire;
using SocialPolicy.PlanRegistry.Domain.Plans;
using SocialPolicy.PlanText;

namespace SocialPolicy.PlanRegistry.Service.Plans;

/// <summary>Which value of the domain is which value of the contract.</summary>
internal static class WireWords
{
    private static readonly WirePairs<PlanState, V1.Plan.Types.State> States = new(
        (PlanState.Read, V1.Plan.Types.State.Read),
        (PlanState.Confirmed, V1.Plan.Types.State.Confirmed),
        (PlanState.Published, V1.Plan.Types.State.Published));

    private static readonly WirePairs<GovernmentLevel, V1.Plan.Types.Level> Levels = new(
        (GovernmentLevel.Central, V1.Plan.Types.Level.Central),
        (GovernmentLevel.Province, V1.Plan.Types.Level.Province),
        (GovernmentLevel.District, V1.Plan.Types.Level.District),
        (GovernmentLevel.Commune, V1.Plan.Types.Level.Commune));

    private static readonly WirePairs<GovernmentSystem, V1.Plan.Types.System> Systems = new(
        (GovernmentSystem.State, V1.Plan.Types.System.State),
        (GovernmentSystem.Party, V1.Plan.Types.System.Party));

    private static readonly WirePairs<TargetSection, V1.Target.Types.Section> Sections = new(
        (TargetSection.Targets, V1.Target.Types.Section.Targets),
        (TargetSection.Vision, V1.Target.Types.Section.Vision),
        (TargetSection.Tasks, V1.Target.Types.Section.Tasks));

    private static readonly WirePairs<LegalRelationship, V1.LegalBasis.Types.Relationship> Relationships = new(
        (LegalRelationship.Implements, V1.LegalBasis.Types.Relationship.Implements),
        (LegalRelationship.PursuantTo, V1.LegalBasis.Types.Relationship.PursuantTo),
        (LegalRelationship.OnProposalOf, V1.LegalBasis.Types.Relationship.OnProposalOf),
        (LegalRelationship.Amends, V1.LegalBasis.Types.Relationship.Amends),
        (LegalRelationship.Replaces, V1.LegalBasis.Types.Relationship.Replaces),
        (LegalRelationship.Cites, V1.LegalBasis.Types.Relationship.Cites));

    private static readonly WirePairs<Comparator, Types.V1.Comparator> Comparators = new(
        (Comparator.Eq, Types.V1.Comparator.Equal),
        (Comparator.Ge, Types.V1.Comparator.AtLeast),
        (Comparator.Gt, Types.V1.Comparator.MoreThan),
        (Comparator.Le, Types.V1.Comparator.AtMost),
        (Comparator.Lt, Types.V1.Comparator.LessThan),
        (Comparator.Range, Types.V1.Comparator.Range),
        (Comparator.Approx, Types.V1.Comparator.About),
        (Comparator.DecreaseBy, Types.V1.Comparator.DecreaseBy),
        (Comparator.IncreaseBy, Types.V1.Comparator.IncreaseBy),
        (Comparator.Achieve, Types.V1.Comparator.Achieve));

    private static readonly WirePairs<Direction, Types.V1.Direction> Directions = new(
        (Direction.Up, Types.V1.Direction.Up),
        (Direction.Down, Types.V1.Direction.Down));

    private static readonly WirePairs<DocumentStatus, V1.Plan.Types.Status> Statuses = new(
        (DocumentStatus.Draft, V1.Plan.Types.Status.Draft),
        (DocumentStatus.Issued, V1.Plan.Types.Status.Issued));

    private static readonly WirePairs<TermUnit, V1.ReportingDuty.Types.Term.Types.Unit> TermUnits = new(
        (TermUnit.Hours, V1.ReportingDuty.Types.Term.Types.Unit.Hours),
        (TermUnit.Days, V1.ReportingDuty.Types.Term.Types.Unit.Days),
        (TermUnit.WorkingDays, V1.ReportingDuty.Types.Term.Types.Unit.WorkingDays));

    private static readonly WirePairs<FlagSeverity, V1.Flag.Types.Severity> Severities = new(
        (FlagSeverity.Low, V1.Flag.Types.Severity.Low),
        (FlagSeverity.Medium, V1.Flag.Types.Severity.Medium),
        (FlagSeverity.High, V1.Flag.Types.Severity.High));

    private static readonly WirePairs<ReportingFrequency, V1.ReportingDuty.Types.Frequency> Frequencies = new(
        (ReportingFrequency.Annual, V1.ReportingDuty.Types.Frequency.Annual),
        (ReportingFrequency.SixMonth, V1.ReportingDuty.Types.Frequency.SixMonths),
        (ReportingFrequency.Quarterly, V1.ReportingDuty.Types.Frequency.Quarterly),
        (ReportingFrequency.Monthly, V1.ReportingDuty.Types.Frequency.Monthly),
        (ReportingFrequency.Weekly, V1.ReportingDuty.Types.Frequency.Weekly),
        (ReportingFrequency.Daily, V1.ReportingDuty.Types.Frequency.Daily),
        (ReportingFrequency.Once, V1.ReportingDuty.Types.Frequency.Once),
        (ReportingFrequency.MidTerm, V1.ReportingDuty.Types.Frequency.MidTerm),
        (ReportingFrequency.Final, V1.ReportingDuty.Types.Frequency.Final),
        (ReportingFrequency.OnRequest, V1.ReportingDuty.Types.Frequency.OnRequest),
        (ReportingFrequency.Unstated, V1.ReportingDuty.Types.Frequency.Unspecified));

    public static V1.Plan.Types.State ToContract(this PlanState state) => States.Of(state);

    public static V1.Plan.Types.Level ToContract(this GovernmentLevel? level) => Levels.OfAny(level);

    public static V1.Plan.Types.System ToContract(this GovernmentSystem? system) => Systems.OfAny(system);

    public static V1.Flag.Types.Severity ToContract(this FlagSeverity severity) => Severities.Of(severity);

    public static V1.Plan.Types.Status ToContract(this DocumentStatus? status) => Statuses.OfAny(status);

    public static V1.ReportingDuty.Types.Term.Types.Unit ToContract(this TermUnit? unit) => TermUnits.OfAny(unit);

    public static V1.Target.Types.Section ToContract(this TargetSection section) => Sections.Of(section);

    public static V1.LegalBasis.Types.Relationship ToContract(this LegalRelationship relationship) => Relationships.Of(relationship);

    public static Types.V1.Comparator ToContract(this Comparator? comparator) => Comparators.OfAny(comparator);

    public static Types.V1.Direction ToContract(this Direction? direction) => Directions.OfAny(direction);

    public static V1.ReportingDuty.Types.Frequency ToContract(this ReportingFrequency frequency) => Frequencies.Of(frequency);

    /// <summary>Null for UNSPECIFIED; VALUE_UNKNOWN for a value of a later contract.</summary>
    public static PlanState? ToDomain(this V1.Plan.Types.State state, string field) => States.From(state, field);

    /// <inheritdoc cref="ToDomain(V1.Plan.Types.State, string)"/>
    public static GovernmentLevel? ToDomain(this V1.Plan.Types.Level level, string field) => Levels.From(level, field);

    /// <inheritdoc cref="ToDomain(V1.Plan.Types.State, string)"/>
    public static GovernmentSystem? ToDomain(this V1.Plan.Types.System system, string field) => Systems.From(system, field);

    /// <inheritdoc cref="ToDomain(V1.Plan.Types.State, string)"/>
    public static TargetSection? ToDomain(this V1.Target.Types.Section section, string field) => Sections.From(section, field);

    /// <inheritdoc cref="ToDomain(V1.Plan.Types.State, string)"/>
    public static Comparator? ToDomain(this Types.V1.Comparator comparator, string field) => Comparators.From(comparator, field);

    /// <inheritdoc cref="ToDomain(V1.Plan.Types.State, string)"/>
    public static Direction? ToDomain(this Types.V1.Direction direction, string field) => Directions.From(direction, field);

    /// <inheritdoc cref="ToDomain(V1.Plan.Types.State, string)"/>
    public static ReportingFrequency? ToDomain(this V1.ReportingDuty.Types.Frequency frequency, string field) => Frequencies.From(frequency, field);

    /// <inheritdoc cref="ToDomain(V1.Plan.Types.State, string)"/>
    public static TermUnit? ToDomain(this V1.ReportingDuty.Types.Term.Types.Unit unit, string field) => TermUnits.From(unit, field);
}
