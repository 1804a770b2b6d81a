namespace SocialPolicy.PlanText;

/// <summary>What the organisation section (tổ chức thực hiện) asks of named agencies.</summary>
public sealed record OrganisationDuty
{
    /// <summary>Numbering within the section.</summary>
    public required string Numbering { get; init; }

    /// <summary>Agencies as written, with a type word that was factored out put back.</summary>
    public IReadOnlyList<string> Agencies { get; init; } = [];

    /// <summary>What they are to do.</summary>
    public IReadOnlyList<TextItem> Items { get; init; } = [];

    /// <summary>Where the heading stands.</summary>
    public required TextSpan Span { get; init; }
}

/// <summary>A duty to report (chế độ báo cáo) with at most one deadline.</summary>
public sealed record ReportingDuty
{
    /// <summary>Who reports; empty when the text does not say.</summary>
    public IReadOnlyList<string> Who { get; init; } = [];

    /// <summary>To whom.</summary>
    public IReadOnlyList<string> ToWhom { get; init; } = [];

    /// <summary>Through which agency ("qua Sở ...").</summary>
    public string? Via { get; init; }

    /// <summary>How often.</summary>
    public ReportingFrequency Frequency { get; init; }

    /// <summary>Recurring deadline.</summary>
    public ReportingDeadline? Deadline { get; init; }

    /// <summary>Date of a report that is due once.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Whether the day of <see cref="Date"/> still counts ("chậm nhất ngày").</summary>
    public bool DateInclusive { get; init; }

    /// <summary>Time allowed after something has happened ("trong vòng 05 ngày kể từ ngày nhận được yêu cầu").</summary>
    public ReportingTerm? Within { get; init; }

    /// <summary>What is reported.</summary>
    public string? Content { get; init; }

    /// <summary>The clause that says so.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>Why a person should look; codes of <see cref="Flag"/>.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];
}

/// <summary>
/// A recurring deadline. "Trước ngày 25/11" excludes the day named: <paramref name="Inclusive"/> is false and the last
/// safe day is the 24th. <paramref name="Month"/> is null for a monthly deadline; a null day means the end of the month.
/// A date that does not exist is kept as the text has it, with the <paramref name="Year"/> it names; only then is there one.
/// </summary>
public sealed record ReportingDeadline(int? Day, int? Month, bool Inclusive, int? Year = null)
{
    private const int LeapYear = 2024;

    /// <summary>Whether some year, or the year named, has such a day.</summary>
    public bool Exists => Month is null or (>= 1 and <= 12) && (Day is null || (Day >= 1 && Day <= LongestMonth));

    /// <summary>The day it names; the last one of the month where it names none, the 31st where it names no month either: a day that a month does not have stands for its last one.</summary>
    public int LastDay => Day ?? LongestMonth;

    private int LongestMonth => Month is { } month ? DateTime.DaysInMonth(Year ?? LeapYear, month) : 31;
}

/// <summary>A time allowed, counted from an event.</summary>
/// <param name="Amount">How many units.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="After">What it is counted from, as written; null when the text does not say.</param>
public sealed record ReportingTerm(int Amount, TermUnit Unit, string? After);

/// <summary>What a term is counted in.</summary>
public enum TermUnit
{
    /// <summary>Giờ.</summary>
    Hours,

    /// <summary>Ngày.</summary>
    Days,

    /// <summary>Ngày làm việc.</summary>
    WorkingDays,
}

/// <summary>How often a report is due.</summary>
public enum ReportingFrequency
{
    /// <summary>The text does not say.</summary>
    Unstated,

    /// <summary>Hằng năm.</summary>
    Annual,

    /// <summary>6 tháng.</summary>
    SixMonth,

    /// <summary>Hằng quý.</summary>
    Quarterly,

    /// <summary>Hằng tháng.</summary>
    Monthly,

    /// <summary>Hằng tuần.</summary>
    Weekly,

    /// <summary>Hằng ngày.</summary>
    Daily,

    /// <summary>On one date.</summary>
    Once,

    /// <summary>Giữa kỳ.</summary>
    MidTerm,

    /// <summary>Tổng kết, cuối kỳ.</summary>
    Final,

    /// <summary>Đột xuất, khi có yêu cầu.</summary>
    OnRequest,
}
