using SocialPolicy.PlanText.Text;

namespace SocialPolicy.PlanText.Citations;

/// <summary>Kinds of documents and words that relate one document to another.</summary>
internal static class DocumentWords
{
    public static readonly PhraseTable<string> Types = new(
        new[] { "Nghị quyết", "Quyết định", "Chỉ thị", "Kết luận", "Kế hoạch", "Chương trình", "Chương trình hành động", "Tờ trình", "Nghị định", "Thông tư", "Thông tư liên tịch", "Công văn", "Hướng dẫn", "Thông báo", "Báo cáo", "Đề án", "Quy định", "Luật", "Bộ luật", "Pháp lệnh", "Công điện", "Thông báo kết luận", "Quy chế", "Chiến lược" }
            .Select(type => (type, type)));

    public static readonly PhraseTable<LegalRelationship> Openers = new(
    [
        ("căn cứ", LegalRelationship.PursuantTo),
        ("thực hiện", LegalRelationship.Implements), ("triển khai", LegalRelationship.Implements), ("thi hành", LegalRelationship.Implements),
        ("theo đề nghị", LegalRelationship.OnProposalOf), ("xét đề nghị", LegalRelationship.OnProposalOf),
        ("sửa đổi", LegalRelationship.Amends), ("bổ sung", LegalRelationship.Amends),
        ("thay thế", LegalRelationship.Replaces), ("bãi bỏ", LegalRelationship.Replaces),
    ]);

    /// <summary>Behind these a clause speaks of the plan again and no more of the document cited before.</summary>
    public static readonly PhraseTable<bool> Restarts = Phrases.Of(";", "này", "ban hành");

    /// <summary>Titles that say of all documents below them that the plan stands on them.</summary>
    public static readonly PhraseTable<bool> BasisTitles = Phrases.Of("căn cứ", "các căn cứ", "những căn cứ", "cơ sở pháp lý", "cơ sở, căn cứ");

    public static readonly PhraseTable<bool> Proposals = Phrases.Of("tại tờ trình", "theo tờ trình", "xét tờ trình");

    public static readonly PhraseTable<bool> Bases = Phrases.Of("căn cứ");

    public static readonly PhraseTable<bool> Assemblies = Phrases.Of("nghị quyết hội nghị", "nghị quyết trung ương", "nghị quyết đại hội");

    // Words that no name of a law contains.
    public static readonly PhraseTable<bool> NameEnds = Phrases.Of("và", "số", "ngày", "năm", "phù hợp", "theo", "về", "quy định", "của", "để", "các", "những", "đến", "trong", "tại", "nhằm", "hiện hành", "được", "cho", "này", "là");
}
