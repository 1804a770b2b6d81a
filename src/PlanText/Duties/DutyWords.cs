using SocialPolicy.PlanText.Text;

namespace SocialPolicy.PlanText.Duties;

/// <summary>Words of reporting: how often, until when, to whom.</summary>
internal static class DutyWords
{
    public static readonly PhraseTable<ReportingFrequency> Frequencies = new(
    [
        ("hằng năm", ReportingFrequency.Annual), ("hàng năm", ReportingFrequency.Annual), ("mỗi năm", ReportingFrequency.Annual), ("từng năm", ReportingFrequency.Annual), ("01 năm", ReportingFrequency.Annual), ("một năm", ReportingFrequency.Annual), ("cả năm", ReportingFrequency.Annual), ("báo cáo năm", ReportingFrequency.Annual),
        ("06 tháng", ReportingFrequency.SixMonth), ("6 tháng", ReportingFrequency.SixMonth), ("sáu tháng", ReportingFrequency.SixMonth), ("nửa năm", ReportingFrequency.SixMonth),
        ("hằng quý", ReportingFrequency.Quarterly), ("hàng quý", ReportingFrequency.Quarterly), ("mỗi quý", ReportingFrequency.Quarterly), ("báo cáo quý", ReportingFrequency.Quarterly), ("03 tháng", ReportingFrequency.Quarterly), ("quý", ReportingFrequency.Quarterly),
        ("hằng tháng", ReportingFrequency.Monthly), ("hàng tháng", ReportingFrequency.Monthly), ("mỗi tháng", ReportingFrequency.Monthly), ("báo cáo tháng", ReportingFrequency.Monthly),
        ("hằng tuần", ReportingFrequency.Weekly), ("hàng tuần", ReportingFrequency.Weekly), ("mỗi tuần", ReportingFrequency.Weekly),
        ("hằng ngày", ReportingFrequency.Daily), ("hàng ngày", ReportingFrequency.Daily),
        ("giữa kỳ", ReportingFrequency.MidTerm), ("giữa giai đoạn", ReportingFrequency.MidTerm), ("sơ kết giai đoạn", ReportingFrequency.MidTerm),
        ("cuối kỳ", ReportingFrequency.Final), ("tổng kết giai đoạn", ReportingFrequency.Final), ("kết thúc kế hoạch", ReportingFrequency.Final), ("cuối giai đoạn", ReportingFrequency.Final),
        ("khi có yêu cầu", ReportingFrequency.OnRequest), ("theo yêu cầu", ReportingFrequency.OnRequest), ("vướng mắc", ReportingFrequency.OnRequest), ("phát sinh", ReportingFrequency.OnRequest), ("báo cáo đột xuất", ReportingFrequency.OnRequest), ("khi có sự cố", ReportingFrequency.OnRequest), ("khi xảy ra", ReportingFrequency.OnRequest), ("báo cáo ngay khi", ReportingFrequency.OnRequest),
    ]);

    /// <summary>Reports that are named by the time they are about.</summary>
    public static readonly PhraseTable<ReportingFrequency> Kinds = new(
    [
        ("báo cáo 6 tháng", ReportingFrequency.SixMonth), ("báo cáo 06 tháng", ReportingFrequency.SixMonth), ("báo cáo 6 tháng đầu năm", ReportingFrequency.SixMonth), ("báo cáo sáu tháng", ReportingFrequency.SixMonth),
        ("báo cáo năm", ReportingFrequency.Annual), ("báo cáo cả năm", ReportingFrequency.Annual), ("báo cáo tổng kết năm", ReportingFrequency.Annual),
        ("báo cáo quý", ReportingFrequency.Quarterly), ("báo cáo tháng", ReportingFrequency.Monthly),
    ]);

    /// <summary>Openings of a deadline and whether the day named still counts.</summary>
    public static readonly PhraseTable<bool> Triggers = new(
    [
        ("trước", false), ("trước ngày", false), ("xong trước", false), ("xong trước ngày", false), ("trước thời điểm", false),
        ("chậm nhất", true), ("chậm nhất là", true), ("chậm nhất ngày", true), ("chậm nhất là ngày", true), ("chậm nhất vào ngày", true), ("chậm nhất đến ngày", true), ("chậm nhất trước ngày", false), ("chậm nhất là trước ngày", false), ("chậm nhất vào", true),
        ("muộn nhất", true), ("muộn nhất là", true), ("muộn nhất ngày", true), ("muộn nhất là ngày", true), ("không quá ngày", true), ("không muộn hơn ngày", true), ("vào ngày", true), ("đến ngày", true), ("hạn cuối ngày", true), ("hạn cuối là ngày", true), ("trong ngày", true), ("định kỳ vào", true), ("định kỳ", true),
    ]);

    /// <summary>Words after which a bare date is that of a document.</summary>
    public static readonly PhraseTable<bool> Citing = Phrases.Of("số", "theo", "căn cứ", "luật", "bộ luật", "nghị quyết", "nghị định", "quyết định", "thông tư", "chỉ thị", "công văn", "kết luận", "kể từ", "tính từ");

    /// <summary>Units that make the number before them a length of time.</summary>
    public static readonly PhraseTable<bool> Lengths = Phrases.Of("phút", "giờ", "ngày", "tuần", "tháng", "quý", "năm");

    public static readonly PhraseTable<bool> Report = Phrases.Of("báo cáo", "phản ánh", "gửi kết quả", "gửi số liệu", "gửi tình hình");

    public static readonly PhraseTable<bool> Submit = Phrases.Of("tổng hợp, trình", "tổng hợp trình", "tổng hợp và trình");

    public static readonly PhraseTable<bool> Regular = Phrases.Of("định kỳ", "sơ kết", "tổng kết", "đột xuất", "theo quy định", "chế độ báo cáo");

    /// <summary>What is to be reported when it happens.</summary>
    public static readonly PhraseTable<bool> Incidents = Phrases.Of("báo cáo ngay khi", "khi có sự cố", "khi xảy ra", "khi có tình huống");

    /// <summary>A sentence that begins so speaks to everybody, wherever it stands.</summary>
    public static readonly PhraseTable<bool> LeadIns = Phrases.Of("trong quá trình", "trường hợp", "nếu", "khi có", "định kỳ", "hằng năm", "hàng năm", "hằng quý", "hàng quý", "hằng tháng", "hàng tháng", "trước ngày", "chậm nhất");

    /// <summary>"Báo cáo" that nobody owes here.</summary>
    public static readonly PhraseTable<bool> NotOwed = Phrases.Of("theo báo cáo", "chế độ thông tin báo cáo", "trên cơ sở báo cáo", "nhận báo cáo", "xem xét báo cáo");

    public static readonly PhraseTable<bool> Toward = Phrases.Of(
        "về", "gửi", "gửi về", "cho", "trình", "với", "lên", "tới", "đến", "báo cáo", "đề xuất", "tham mưu", ",", "và", "gửi cho", "nộp", "ngay", "kịp thời", "đến cho");

    public static readonly PhraseTable<bool> Through = Phrases.Of("qua", "thông qua");

    public static readonly PhraseTable<bool> Purposes = Phrases.Of("để tổng hợp", "để theo dõi", "để xem xét");

    public static readonly PhraseTable<bool> ContentEnds = Phrases.Of("về", "gửi", "trình", "với", "để", "trước", "qua", "thông qua", "cho", "chậm nhất", "định kỳ", "theo quy định", "(", ".", "và tổ chức");
}
