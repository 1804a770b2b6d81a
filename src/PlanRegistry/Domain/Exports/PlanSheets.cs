using SocialPolicy.PlanRegistry.Domain.Amendments;
using SocialPolicy.PlanRegistry.Domain.Plans;

namespace SocialPolicy.PlanRegistry.Domain.Exports;

/// <summary>A sheet of a workbook.</summary>
/// <param name="Name">At most 31 characters.</param>
/// <param name="Columns">Heading and width in characters.</param>
/// <param name="Rows">As many cells each as there are columns; a number is a number.</param>
public sealed record Sheet(string Name, IReadOnlyList<(string Heading, int Width)> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows);

/// <summary>Lays a plan out as the sheets of a workbook.</summary>
public static class PlanSheets
{
    /// <summary>The sheets: the plan, its targets, tasks, duties, legal bases, and what amended it.</summary>
    public static IReadOnlyList<Sheet> Of(PlanHeader header, PlanContent content, IReadOnlyList<Amendment> amendments)
    {
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(amendments);
        return [Facts(header), Targets(content, amendments), Tasks(content, amendments), Duties(content, amendments), Bases(content), .. Amendments(amendments)];
    }

    private static Sheet Facts(PlanHeader header) => new("Kế hoạch", [("Nội dung", 24), ("Giá trị", 90)],
    [
        ["Số, ký hiệu", header.Number], ["Ngày ban hành", $"{header.IssuedOn}"], ["Cơ quan ban hành", header.Issuer], ["Tỉnh, thành phố", header.Province], ["Trích yếu", header.Title],
        ["Người ký", header.Signer], ["Chức vụ người ký", header.SignerTitle], ["Từ năm", header.PeriodFrom], ["Đến năm", header.PeriodTo], ["Tầm nhìn đến năm", header.VisionYear],
    ]);

    private static Sheet Targets(PlanContent content, IReadOnlyList<Amendment> amendments) => new(
        "Chỉ tiêu",
        [("STT", 6), ("Phần", 12), ("Chỉ tiêu", 50), ("Yêu cầu", 22), ("Giá trị", 11), ("Giá trị trên", 11), ("Đơn vị", 16), ("Năm", 8), ("Đối tượng", 26), ("Địa bàn", 22), ("Lĩnh vực", 20), ("Nguyên văn", 70), ("Sửa đổi", 30)],
        [
            .. content.Targets.Select(IReadOnlyList<object?> (target, index) =>
            [
                index + 1, PartOf(target.Section), target.Indicator, VietnameseWords.DemandOf(target) is { Length: > 0 } demand ? demand : "hoàn thành", target.Value, target.ValueMax, target.Unit, target.Year,
                target.Population, target.Geography, target.Theme, target.Text, AmendedBy(content, amendments, target.Id),
            ]),
        ]);

    private static Sheet Tasks(PlanContent content, IReadOnlyList<Amendment> amendments) => new(
        "Nhiệm vụ",
        [("Số", 8), ("Cấp", 6), ("Nhiệm vụ", 60), ("Nội dung", 80), ("Cơ quan chủ trì", 30), ("Cơ quan phối hợp", 36), ("Thời gian", 20), ("Sản phẩm", 30), ("Sửa đổi", 30)],
        [
            .. content.Tasks.Select(IReadOnlyList<object?> (task) =>
            [
                task.Numbering, task.Level, task.Heading, string.Join('\n', task.Items), task.Lead, string.Join("; ", task.Coordinating), task.Time, task.Deliverable, AmendedBy(content, amendments, task.Id),
            ]),
            .. content.TaskRows.Select(IReadOnlyList<object?> (row) => [row.Number, null, row.Text, row.Heading, row.Lead, string.Join("; ", row.Coordinating), row.Time, row.Deliverable, null]),
        ]);

    private static Sheet Duties(PlanContent content, IReadOnlyList<Amendment> amendments) => new(
        "Chế độ báo cáo",
        [("STT", 6), ("Cơ quan báo cáo", 40), ("Nơi nhận", 34), ("Qua", 30), ("Định kỳ", 16), ("Thời hạn", 30), ("Nội dung", 50), ("Sửa đổi", 30)],
        [
            .. content.Duties.Select(IReadOnlyList<object?> (duty, index) =>
            [
                index + 1, string.Join("; ", duty.Reporters), string.Join("; ", duty.Addressees), duty.Via, VietnameseWords.Of(duty.Frequency), VietnameseWords.DeadlineOf(duty), duty.Content,
                AmendedBy(content, amendments, duty.Id),
            ]),
        ]);

    private static Sheet Bases(PlanContent content) => new(
        "Căn cứ",
        [("STT", 6), ("Văn bản", 70), ("Số, ký hiệu", 24), ("Ngày ban hành", 16)],
        [.. content.LegalBases.Select(IReadOnlyList<object?> (basis, index) => [index + 1, VietnameseWords.NameOf(basis), basis.Number, basis.IssuedOn is { } day ? VietnameseWords.Day(day) : null])]);

    private static IEnumerable<Sheet> Amendments(IReadOnlyList<Amendment> amendments)
    {
        if (amendments.Count == 0)
            yield break;
        yield return new(
            "Sửa đổi, bổ sung",
            [("Hiệu lực từ", 14), ("Văn bản", 44), ("Việc", 12), ("Trước", 60), ("Sau", 60), ("Chi tiết", 50)],
            [
                .. from amendment in amendments
                   from change in amendment.Changes
                   select (IReadOnlyList<object?>)
                   [
                       VietnameseWords.Day(amendment.EffectiveOn), AmendmentNotes.LineOf(amendment), Act(change.Kind), change.Before, change.After,
                       string.Join('\n', change.Fields.Select(field => $"{field.Path}: {field.Before} → {field.After}")),
                   ],
            ]);
    }

    private static string? AmendedBy(PlanContent content, IReadOnlyList<Amendment> amendments, Guid item) =>
        content.AmendmentsOf(item) is { } by && amendments.FirstOrDefault(one => one.Id == by.Last) is { } amendment ? AmendmentNotes.LineOf(amendment) : null;

    private static string PartOf(TargetSection section) => section switch
    {
        TargetSection.Vision => "Tầm nhìn",
        TargetSection.Tasks => "Nhiệm vụ",
        _ => "Mục tiêu",
    };

    private static string Act(ChangeKind kind) => kind switch
    {
        ChangeKind.Added => "Bổ sung",
        ChangeKind.Dropped => "Bãi bỏ",
        _ => "Sửa đổi",
    };
}
