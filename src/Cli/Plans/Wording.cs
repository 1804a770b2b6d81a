using System.Globalization;
using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.PlanRegistry.V1;
using SocialPolicy.Types.V1;
using Read = SocialPolicy.PlanText;

namespace SocialPolicy.Cli.Plans;

/// <summary>How demands and deadlines are written, in the same words whether they were just read or stand in the register.</summary>
internal static class Wording
{
    /// <summary>"≥ 80 %", "3–4 %/năm", "achieve".</summary>
    public static string Demand(Threshold threshold) => Demand(Sign(threshold.Comparator), threshold.Value, threshold.ValueMax, threshold.Unit);

    /// <inheritdoc cref="Demand(Threshold)"/>
    public static string Demand(Read.Target target) => Demand(Sign(target.Comparator), Text(target.Value), Text(target.ValueMax), target.Unit ?? "");

    /// <summary>"before 25/11", "within 5 working days after …", or the date of what is due once.</summary>
    public static string Deadline(ReportingDuty duty) => duty switch
    {
        { Deadline: { Year: > 0 } once } => Day(once),
        { Within: { } term } => Within(term.Amount, Words.Of(term.Unit), term.After),
        { Deadline: { } yearly } => Recurring(duty.DeadlineInclusive, yearly.Day, yearly.Month is 0 ? null : yearly.Month),
        _ => "–",
    };

    /// <inheritdoc cref="Deadline(ReportingDuty)"/>
    public static string Deadline(Read.ReportingDuty duty) => duty switch
    {
        { Date: { } once } => string.Create(CultureInfo.InvariantCulture, $"{once:yyyy-MM-dd}"),
        { Within: { } term } => Within(term.Amount, Words.Of(term.Unit), term.After ?? ""),
        { Deadline: { Exists: true } yearly } => Recurring(yearly.Inclusive, yearly.LastDay, yearly.Month),
        _ => "–",
    };

    /// <summary>"six months", "on request"; "–" where the text does not say how often.</summary>
    public static string Frequency(ReportingDuty.Types.Frequency frequency) =>
        frequency is ReportingDuty.Types.Frequency.Unspecified ? "–" : Words.Of(frequency).Replace('_', ' ');

    /// <inheritdoc cref="Frequency(ReportingDuty.Types.Frequency)"/>
    public static string Frequency(Read.ReportingFrequency frequency) => frequency switch
    {
        Read.ReportingFrequency.Unstated => "–",
        Read.ReportingFrequency.SixMonth => "six months",
        _ => Words.Of(frequency).Replace('_', ' '),
    };

    /// <summary>2026-12-20.</summary>
    public static string Day(Google.Type.Date date) => string.Create(CultureInfo.InvariantCulture, $"{date.Year:0000}-{date.Month:00}-{date.Day:00}");

    private static string Demand(string sign, string value, string valueMax, string unit) => sign switch
    {
        "achieve" => sign,
        "–" => $"{value}–{valueMax} {unit}".Trim(),
        _ => $"{sign} {value}{(valueMax.Length > 0 ? $"–{valueMax}" : "")} {unit}".Trim(),
    };

    private static string Sign(Comparator comparator) => comparator switch
    {
        Comparator.Equal => "=",
        Comparator.AtLeast => "≥",
        Comparator.MoreThan => ">",
        Comparator.AtMost => "≤",
        Comparator.LessThan => "<",
        Comparator.Range => "–",
        Comparator.About => "≈",
        Comparator.DecreaseBy => "↓",
        Comparator.IncreaseBy => "↑",
        Comparator.Achieve => "achieve",
        _ => "?",
    };

    private static string Sign(Read.Comparator comparator) => comparator switch
    {
        Read.Comparator.Eq => "=",
        Read.Comparator.Ge => "≥",
        Read.Comparator.Gt => ">",
        Read.Comparator.Le => "≤",
        Read.Comparator.Lt => "<",
        Read.Comparator.Range => "–",
        Read.Comparator.Approx => "≈",
        Read.Comparator.DecreaseBy => "↓",
        Read.Comparator.IncreaseBy => "↑",
        Read.Comparator.Achieve => "achieve",
        _ => "?",
    };

    private static string Within(int amount, string unit, string after) => $"within {amount} {unit.Replace('_', ' ')} {after}".Trim();

    private static string Recurring(bool inclusive, int? day, int? month) => $"{(inclusive ? "by" : "before")} {day}/{month}";

    private static string Text(decimal? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";
}
