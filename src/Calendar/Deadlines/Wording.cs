namespace SocialPolicy.Calendar;

/// <summary>What a deadline says, in words of a text or a law, before any day off is looked at.</summary>
public abstract record Wording
{
    private protected Wording()
    {
    }

    /// <summary>The last day that is in time by the words alone (ngày cuối cùng còn đúng hạn).</summary>
    public abstract DateOnly LastDay(WorkingDays days);

    /// <summary>The last safe day, moved as the rule says when it is a day off; without a rule the one usual for such words.</summary>
    public DueDate Due(WorkingDays days, OffDayRule? rule = null)
    {
        var last = LastDay(days);
        var move = (rule ?? UsualRule) is var applied and not OffDayRule.Stay && days.WhyOff(last) is { } off ? OffDayMove.Of(off, applied, days) : null;
        return new DueDate(this, last, move);
    }

    private protected virtual OffDayRule UsualRule => OffDayRule.Stay;

    private protected static int AtLeastOne(int days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        return days;
    }

    internal abstract Explanation Explain(DateOnly last);
}

/// <summary>What becomes of a last day that falls on a day off: settled per duty.</summary>
public enum OffDayRule
{
    /// <summary>It stays.</summary>
    Stay,

    /// <summary>It moves to the next working day, to the end of it (Bộ luật Dân sự 2015, Điều 148; said of terms, not plainly of fixed dates).</summary>
    NextWorkingDay,

    /// <summary>It is asked for on the working day before, as offices do; late it is only after the day that Điều 148 gives.</summary>
    PreviousWorkingDay,
}
