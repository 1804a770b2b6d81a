using System.Globalization;
using SocialPolicy.PlanRegistry.Domain.Amendments;
using SocialPolicy.PlanRegistry.Domain.Plans;
using static SocialPolicy.PlanRegistry.Domain.Exports.PaperPart;

namespace SocialPolicy.PlanRegistry.Domain.Exports;

/// <summary>Notes that say which document changed an item, as consolidated texts (văn bản hợp nhất) have them.</summary>
internal sealed class AmendmentNotes(PlanContent content, IReadOnlyList<Amendment> amendments)
{
    private readonly List<string> notes = [];

    /// <summary>The mark of the note of an item, " (1)"; empty for one that is as published. Notes count in the order in which they are asked for.</summary>
    public string MarkOf(Guid item)
    {
        if (content.AmendmentsOf(item) is not { } by || amendments.FirstOrDefault(one => one.Id == by.Last) is not { } amendment)
            return "";
        notes.Add($"{Act(amendment, item)} theo {LineOf(amendment)}.");
        return string.Create(CultureInfo.InvariantCulture, $" ({notes.Count})");
    }

    /// <summary>The notes that were asked for, and what is no longer in the plan.</summary>
    public IEnumerable<PaperPart> Paragraphs() =>
    [
        .. notes.Select((note, index) => new Paragraph(PaperStyle.Note, string.Create(CultureInfo.InvariantCulture, $"({index + 1}) {note}"))),
        .. from amendment in amendments
           from change in amendment.Changes
           where change.Kind is ChangeKind.Dropped
           select new Paragraph(PaperStyle.Note, $"Nội dung “{change.Before}” được bãi bỏ theo {LineOf(amendment)}."),
    ];

    /// <summary>"Văn bản số 12/QĐ-UBND ngày 01/03/2024, có hiệu lực từ ngày 01/01/2026".</summary>
    public static string LineOf(Amendment amendment)
    {
        var number = amendment.Document.Number is { } said ? $"Văn bản số {said}" : amendment.Document.Title ?? "văn bản sửa đổi, bổ sung";
        var day = amendment.Document.IssuedOn is { } issued ? $" ngày {VietnameseWords.Day(issued)}" : "";
        return $"{number}{day}, có hiệu lực từ ngày {VietnameseWords.Day(amendment.EffectiveOn)}";
    }

    private static string Act(Amendment amendment, Guid item) =>
        amendment.Changes.FirstOrDefault(change => change.ItemId == item)?.Kind is ChangeKind.Added ? "Được bổ sung" : "Được sửa đổi";
}
