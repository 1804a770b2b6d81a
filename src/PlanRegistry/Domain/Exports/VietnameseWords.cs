using System.Globalization;
using SocialPolicy.PlanRegistry.Domain.Plans;
using SocialPolicy.PlanText;

namespace SocialPolicy.PlanRegistry.Domain.Exports;

/// <summary>What the register knows, in the words of an office.</summary>
internal static class VietnameseWords
{
    private static readonly Dictionary<ReportingFrequency, string> Frequencies = new()
    {
        [ReportingFrequency.Annual] = "hằng năm",
        [ReportingFrequency.SixMonth] = "6 tháng",
        [ReportingFrequency.Quarterly] = "hằng quý",
        [ReportingFrequency.Monthly] = "hằng tháng",
        [ReportingFrequency.Weekly] = "hằng tuần",
        [ReportingFrequency.Daily] = "hằng ngày",
        [ReportingFrequency.Once] = "một lần",
        [ReportingFrequency.MidTerm] = "sơ kết",
        [ReportingFrequency.Final] = "tổng kết",
        [ReportingFrequency.OnRequest] = "đột xuất, theo yêu cầu",
        [ReportingFrequency.Unstated] = "",
    };

    private static readonly Dictionary<LegalRelationship, string> Openings = new()
    {
        [LegalRelationship.PursuantTo] = "Căn cứ",
        [LegalRelationship.Implements] = "Thực hiện",
        [LegalRelationship.OnProposalOf] = "Theo",
    };

    /// <summary>"hằng năm"; empty when the text does not say.</summary>
    public static string Of(ReportingFrequency frequency) => Frequencies[frequency];

    /// <summary>"trên 95 %", "giảm từ 1 đến 1,5 %/năm"; empty for a state to be reached.</summary>
    public static string DemandOf(PlanTarget target) => target.Comparator switch
    {
        Comparator.Achieve => "",
        Comparator.DecreaseBy => $"giảm {Bounded(target.Bound, target)}{PerYear(target)}",
        Comparator.IncreaseBy => $"tăng {Bounded(target.Bound, target)}{PerYear(target)}",
        _ => Bounded(target.Comparator, target),
    };

    /// <summary>"trước ngày 25/11", "trong 5 ngày làm việc kể từ ngày nhận"; empty for a duty without a date.</summary>
    public static string DeadlineOf(PlanDuty duty) => duty switch
    {
        { OnceOn: { } day } => $"{Before(duty)} {Day(day)}",
        { WithinAmount: { } amount } => $"trong {Number(amount)} {TermOf(duty.WithinUnit)} {duty.WithinAfter}".TrimEnd(),
        { DeadlineDay: { } day, DeadlineMonth: { } month } => $"{Before(duty)} {Number(day)}/{Number(month)}",
        { DeadlineDay: { } day } => $"{Before(duty)} {Number(day)}",
        _ => "",
    };

    /// <summary>"Căn cứ Nghị quyết số 42-NQ/TW ngày 24 tháng 11 năm 2023"; null for one that is only mentioned.</summary>
    public static string? LineOf(PlanLegalBasis basis) => Openings.TryGetValue(basis.Relationship, out var opening) ? $"{opening} {NameOf(basis)}" : null;

    /// <summary>"Nghị quyết số 42-NQ/TW ngày 24 tháng 11 năm 2023", or what a document without a number goes by.</summary>
    public static string NameOf(PlanLegalBasis basis)
    {
        var name = basis.Number is { } number ? $"{basis.Type ?? "Văn bản"} số {number}" : basis.Title ?? basis.Type ?? "";
        return basis.IssuedOn is { } day ? $"{name} {InWords(day)}" : name;
    }

    /// <summary>"ngày 06 tháng 02 năm 2024": a zero before days below 10 and months below 3.</summary>
    public static string InWords(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"ngày {day.Day:00} tháng {Month(day.Month)} năm {day.Year}");

    /// <summary>The same with what the document leaves blank left blank.</summary>
    public static string InWords(DocumentDate? date) => date?.AsDay is { } day
        ? InWords(day)
        : $"ngày      tháng {(date?.Month is { } month ? Month(month) : "    ")} năm {(date is null ? "        " : Number(date.Year))}";

    /// <summary>25/11/2026.</summary>
    public static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>With a decimal comma.</summary>
    public static string Number(decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture).Replace('.', ',');

    private static string Bounded(Comparator? comparator, PlanTarget target)
    {
        var value = target.Value is { } number ? Number(number) : "";
        var unit = target.Unit is { } stated ? $" {stated}" : "";
        return comparator switch
        {
            Comparator.Ge => $"từ {value}{unit} trở lên",
            Comparator.Gt => $"trên {value}{unit}",
            Comparator.Le => $"không quá {value}{unit}",
            Comparator.Lt => $"dưới {value}{unit}",
            Comparator.Approx => $"khoảng {value}{unit}",
            Comparator.Range => $"từ {value} đến {(target.ValueMax is { } max ? Number(max) : "")}{unit}",
            _ => $"{value}{unit}",
        };
    }

    private static string PerYear(PlanTarget target) => target.PerYear ? "/năm" : "";

    private static string Before(PlanDuty duty) => duty.DeadlineInclusive ? "chậm nhất ngày" : "trước ngày";

    private static string TermOf(TermUnit? unit) => unit switch
    {
        TermUnit.Hours => "giờ",
        TermUnit.WorkingDays => "ngày làm việc",
        _ => "ngày",
    };

    private static string Month(int month) => month < 3 ? string.Create(CultureInfo.InvariantCulture, $"{month:00}") : Number(month);
}
