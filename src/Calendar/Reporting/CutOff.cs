namespace SocialPolicy.Calendar;

/// <summary>
/// The last day of the data in a report (mốc chốt số liệu): the closing of its period, or if that comes first the last working
/// day before the report is due, the gap that Nghị định 09/2019/NĐ-CP, Điều 8.5.b asks for. Who opens a round may set another.
/// </summary>
/// <param name="Due">The last safe day of the report.</param>
/// <param name="WorkingDayBefore">The last working day before it.</param>
/// <param name="Period">What is reported on.</param>
public sealed record CutOff(DateOnly Due, DateOnly WorkingDayBefore, ReportingPeriod Period)
{
    /// <summary>The cut-off.</summary>
    public DateOnly Date => IsAtClosing ? Period.DataTo : WorkingDayBefore;

    private bool IsAtClosing => Period.DataTo <= WorkingDayBefore;

    /// <summary>Both candidates and which came first.</summary>
    public Explanation Explain() => IsAtClosing
        ? new(
            "AT_THE_CLOSING",
            $"Data to {Date.Printed()}, when {Period} closes (Decree 09/2019/NĐ-CP).",
            $"Số liệu đến hết ngày {Date.Printed()}, ngày chốt số liệu của {Period.NameVi} (Nghị định 09/2019/NĐ-CP).")
        : new(
            "ON_THE_WORKING_DAY_BEFORE_DUE",
            $"Data to {Date.Printed()}, the last working day before the report is due on {Due.Printed()}: {Period} closes only on {Period.DataTo.Printed()}.",
            $"Số liệu đến hết ngày {Date.Printed()}, ngày làm việc liền trước hạn gửi {Due.Printed()}: đến {Period.DataTo.Printed()} mới là ngày chốt số liệu của {Period.NameVi}.");
}
