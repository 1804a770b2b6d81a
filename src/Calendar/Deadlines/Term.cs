namespace SocialPolicy.Calendar;

/// <summary>
/// A term in days: "trong 30 ngày kể từ ngày nhận". The first day is not counted (Bộ luật Dân sự 2015, Điều 147), and a term
/// that ends on a day off usually ends on the next working day (Điều 148).
/// </summary>
/// <param name="From">The day of receipt, or whatever starts the term.</param>
/// <param name="Days">Calendar days.</param>
public sealed record Term(DateOnly From, int Days) : Wording
{
    /// <summary>Calendar days, at least one.</summary>
    public int Days { get; } = AtLeastOne(Days);

    private protected override OffDayRule UsualRule => OffDayRule.NextWorkingDay;

    /// <inheritdoc />
    public override DateOnly LastDay(WorkingDays days) => From.AddDays(Days);

    internal override Explanation Explain(DateOnly last) => new(
        "WITHIN_DAYS",
        $"within {Days} {(Days == 1 ? "day" : "days")} of {From.Printed()}: the first day is not counted (Civil Code art. 147), {last.Printed()} is the last",
        $"trong {Days} ngày kể từ ngày {From.Printed()}: không tính ngày đầu tiên (Điều 147 Bộ luật Dân sự), ngày cuối cùng là {last.Printed()}");
}

/// <summary>A term in working days: "trong 05 ngày làm việc kể từ ngày nhận". The first day is not counted; it never ends on a day off.</summary>
/// <param name="From">The day of receipt, or whatever starts the term.</param>
/// <param name="Days">Working days.</param>
public sealed record WorkingTerm(DateOnly From, int Days) : Wording
{
    /// <summary>Working days, at least one.</summary>
    public int Days { get; } = AtLeastOne(Days);

    /// <inheritdoc />
    public override DateOnly LastDay(WorkingDays days) => days.Add(From, Days);

    internal override Explanation Explain(DateOnly last) => new(
        "WITHIN_WORKING_DAYS",
        $"within {Days} working {(Days == 1 ? "day" : "days")} of {From.Printed()}: neither the first day nor days off are counted, {last.Printed()} is the last",
        $"trong {Days} ngày làm việc kể từ ngày {From.Printed()}: không tính ngày đầu tiên và ngày nghỉ, ngày cuối cùng là {last.Printed()}");
}
