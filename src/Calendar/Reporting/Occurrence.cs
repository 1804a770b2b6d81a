namespace SocialPolicy.Calendar;

/// <summary>One time that a duty is due.</summary>
/// <param name="Period">What is reported on. It follows from the words alone and so names the occurrence within its duty, however days off move.</param>
/// <param name="Due">The last safe day.</param>
/// <param name="CutOff">The last day of the data.</param>
public sealed record Occurrence(ReportingPeriod Period, DueDate Due, CutOff CutOff)
{
    /// <summary>Whether it is due before the data of the period close, so that its figures are estimates (ước thực hiện).</summary>
    public bool IsEstimate => Due.LastDay < Period.DataTo;

    /// <summary>Why it is about that period, which days its data run over, and whether they are all there.</summary>
    public Explanation ExplainPeriod()
    {
        var last = Due.LastDay.Printed();
        var said = Due.LastDay > Period.LastDay
            ? new Explanation("PERIOD_JUST_ENDED", $"about {Period}, which ended less than a quarter of its length before {last}", $"về {Period.NameVi}, kỳ đã kết thúc trước ngày {last} chưa quá một phần tư độ dài của kỳ")
            : new Explanation("PERIOD_RUNNING", $"about {Period}, in which {last} lies", $"về {Period.NameVi}, kỳ có ngày {last}");
        var (from, to) = (Period.DataFrom.Printed(), Period.DataTo.Printed());
        return said.And(
            said.Rule,
            $"its data run from {from} to {to} (Decree 09/2019/NĐ-CP){(IsEstimate ? ", so they are estimates when it is due" : "")}",
            $"số liệu tính từ {from} đến {to} (Nghị định 09/2019/NĐ-CP){(IsEstimate ? " nên đến hạn gửi là số ước thực hiện" : "")}").AsSentence();
    }
}
