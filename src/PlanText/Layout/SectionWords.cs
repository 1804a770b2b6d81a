using SocialPolicy.PlanText.Text;

namespace SocialPolicy.PlanText.Layout;

/// <summary>Words by which section headings and closing lines are known.</summary>
internal static class SectionWords
{
    // The kind of the first phrase found decides, except that tasks win over targets ("mục tiêu, nhiệm vụ" is rare).
    public static readonly PhraseTable<SectionKind> Headings = new(
    [
        ("mục đích", SectionKind.Purpose),
        ("yêu cầu", SectionKind.Purpose),
        ("quan điểm", SectionKind.Purpose),
        ("sự cần thiết", SectionKind.Purpose),
        ("căn cứ", SectionKind.Purpose),
        ("thực trạng", SectionKind.Purpose),
        ("khái quát", SectionKind.Purpose),
        ("tình hình", SectionKind.Purpose),
        ("bối cảnh", SectionKind.Purpose),
        ("đặc điểm", SectionKind.Purpose),
        ("phạm vi", SectionKind.Scope),
        ("đối tượng", SectionKind.Scope),
        ("thời gian thực hiện", SectionKind.Scope),
        ("thời gian, phạm vi", SectionKind.Scope),
        ("mục tiêu", SectionKind.Targets),
        ("chỉ tiêu", SectionKind.Targets),
        ("nhiệm vụ", SectionKind.Tasks),
        ("giải pháp", SectionKind.Tasks),
        ("nội dung", SectionKind.Tasks),
        ("hoạt động", SectionKind.Tasks),
        ("kinh phí", SectionKind.Budget),
        ("nguồn lực", SectionKind.Budget),
        ("nguồn vốn", SectionKind.Budget),
        ("tổ chức thực hiện", SectionKind.Organisation),
        ("phân công", SectionKind.Organisation),
        ("trách nhiệm", SectionKind.Organisation),
        ("triển khai thực hiện", SectionKind.Organisation),
        ("báo cáo", SectionKind.Reporting),
        ("tầm nhìn", SectionKind.Targets),
    ]);

    public static readonly PhraseTable<bool> Closing = Phrases.Of("trên đây là", "nơi nhận", "TM.", "KT.", "TL.", "T/M");

    public static readonly PhraseTable<bool> Chrome = Phrases.Of("tin liên quan", "tin khác", "các tin khác", "bài viết liên quan", "bài viết khác", "tải về", "in trang", "lượt xem", "thống kê truy cập", "chia sẻ");

    public static readonly PhraseTable<bool> Annex = Phrases.Of("phụ lục");

    public static readonly PhraseTable<bool> Vision = Phrases.Of("tầm nhìn");

    public static readonly PhraseTable<bool> General = Phrases.Of("mục tiêu tổng quát", "mục tiêu chung", "tổng quát", "mục tiêu chung nhất");

    public static readonly PhraseTable<bool> Specific = Phrases.Of("mục tiêu cụ thể", "chỉ tiêu", "cụ thể", "mục tiêu");
}
