namespace SocialPolicy.Calendar;

/// <summary>A computed last day with the rule that gave it and what it was computed from.</summary>
public sealed record DueDate(DateOnly Date, DueRule Rule, DueInputs Inputs);

/// <summary>What a due date was computed from: the date as worded, the year of the occurrence, and the day before it was moved.</summary>
public sealed record DueInputs(YearlyDate Worded, int Year, DateOnly? MovedFrom = null);

/// <summary>Why the last day is the day it is.</summary>
public enum DueRule
{
    /// <summary>The day named still counts.</summary>
    OnTheDayNamed,

    /// <summary>The wording excludes the day named ("trước ngày").</summary>
    OnTheDayBefore,

    /// <summary>29 February in a year without one.</summary>
    OnTheLastOfFebruary,

    /// <summary>The day fell on a day off and was moved to the working day before.</summary>
    MovedToTheWorkingDayBefore,

    /// <summary>The day fell on a day off and was moved to the working day after.</summary>
    MovedToTheWorkingDayAfter,
}
