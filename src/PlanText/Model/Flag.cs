namespace SocialPolicy.PlanText;

/// <summary>Why a person should look at an item. The codes are stable.</summary>
public static class Flag
{
    /// <summary>A value that cannot be, as "trên 100%".</summary>
    public const string ImpossibleValue = "IMPOSSIBLE_VALUE";

    /// <summary>A denominator that may or may not belong to this value too ("200 giường, 10 bác sĩ trên 10.000 dân").</summary>
    public const string AmbiguousDenominator = "AMBIGUOUS_DENOMINATOR";

    /// <summary>A comparator before the first of several values that may be meant for this one too.</summary>
    public const string AmbiguousComparator = "AMBIGUOUS_COMPARATOR";

    /// <summary>"Tăng 1,5 lần": to 1.5 times, or by 150 %.</summary>
    public const string AmbiguousIncrease = "AMBIGUOUS_INCREASE";

    /// <summary>Two comparators on one value ("khoảng trên 40%").</summary>
    public const string DoubleComparator = "DOUBLE_COMPARATOR";

    /// <summary>A value without any unit.</summary>
    public const string UnitUnstated = "UNIT_UNSTATED";

    /// <summary>No year, neither here nor in a heading above.</summary>
    public const string YearUnstated = "YEAR_UNSTATED";

    /// <summary>A duty with a deadline but nobody named who has it.</summary>
    public const string ReporterUnstated = "REPORTER_UNSTATED";

    /// <summary>A deadline on a day that no calendar has, as "31/11".</summary>
    public const string ImpossibleDate = "IMPOSSIBLE_DATE";

    /// <summary>The number's place is there, but the number is blank.</summary>
    public const string NumberBlank = "NUMBER_BLANK";

    /// <summary>Marked as a draft (dự thảo).</summary>
    public const string Draft = "DRAFT";

    /// <summary>The document is not a plan.</summary>
    public const string NotAPlan = "NOT_A_PLAN";
}
