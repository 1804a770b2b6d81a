namespace SocialPolicy.PlanRegistry.Domain.Alignment;

/// <summary>The stable words for what decided a finding.</summary>
public static class AlignmentRule
{
    public const string NoCounterpart = "NO_COUNTERPART";
    public const string NoMilestone = "NO_MILESTONE";
    public const string SeveralAlike = "SEVERAL_ALIKE";
    public const string Number = "NUMBER";
    public const string Words = "SAME_NUMBER_OTHER_WORDS";
    public const string Year = "YEAR";
    public const string Unit = "UNIT";
    public const string Population = "POPULATION";
    public const string Place = "PLACE";
    public const string Qualifier = "QUALIFIER";
    public const string Baseline = "BASELINE";
    public const string PerYear = "PER_YEAR";
    public const string LevelAndChange = "LEVEL_AND_CHANGE";
    public const string StateAndNumber = "STATE_AND_NUMBER";
    public const string Direction = "DIRECTION";
    public const string PartOfATotal = "PART_OF_A_TOTAL";
}
