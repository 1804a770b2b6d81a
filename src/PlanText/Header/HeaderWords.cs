using SocialPolicy.PlanText.Text;

namespace SocialPolicy.PlanText.Header;

/// <summary>Words of the head and the foot of an administrative document.</summary>
internal static class HeaderWords
{
    /// <summary>Kinds of documents and whether they are plans.</summary>
    public static readonly PhraseTable<bool> Kinds = new(
    [
        ("kế hoạch", true), ("chương trình hành động", true), ("chương trình", true),
        ("nghị quyết", false), ("quyết định", false), ("chỉ thị", false), ("công văn", false), ("thông báo", false), ("hướng dẫn", false), ("báo cáo", false), ("tờ trình", false), ("công điện", false), ("kết luận", false), ("quy chế", false), ("thông tư", false), ("nghị định", false),
    ]);

    public static readonly PhraseTable<bool> Issues = Phrases.Of("ban hành", "đã ban hành", "xây dựng", "đã xây dựng", "vừa ban hành", "lập");

    public static readonly PhraseTable<bool> Plans = Phrases.Of("kế hoạch", "chương trình", "chương trình hành động");

    /// <summary>Issuers that are named so only where the name begins: "phòng" is also the end of "Hải Phòng".</summary>
    public static readonly PhraseTable<bool> Departments = Phrases.Of("sở", "phòng");

    public static readonly PhraseTable<(GovernmentLevel Level, GovernmentSystem System)> Issuers = new(
    [
        ("tỉnh ủy", (GovernmentLevel.Province, GovernmentSystem.Party)),
        ("đảng bộ tỉnh", (GovernmentLevel.Province, GovernmentSystem.Party)),
        ("đảng bộ huyện", (GovernmentLevel.District, GovernmentSystem.Party)),
        ("đảng bộ thị xã", (GovernmentLevel.District, GovernmentSystem.Party)),
        ("đảng bộ xã", (GovernmentLevel.Commune, GovernmentSystem.Party)),
        ("đảng bộ phường", (GovernmentLevel.Commune, GovernmentSystem.Party)),
        ("huyện ủy", (GovernmentLevel.District, GovernmentSystem.Party)),
        ("quận ủy", (GovernmentLevel.District, GovernmentSystem.Party)),
        ("thị ủy", (GovernmentLevel.District, GovernmentSystem.Party)),
        ("thành ủy", (GovernmentLevel.District, GovernmentSystem.Party)),
        ("đảng ủy", (GovernmentLevel.Commune, GovernmentSystem.Party)),
        ("sở", (GovernmentLevel.Province, GovernmentSystem.State)),
        ("phòng", (GovernmentLevel.District, GovernmentSystem.State)),
        ("chính phủ", (GovernmentLevel.Central, GovernmentSystem.State)),
        ("thủ tướng", (GovernmentLevel.Central, GovernmentSystem.State)),
        ("bộ chính trị", (GovernmentLevel.Central, GovernmentSystem.Party)),
        ("ban bí thư", (GovernmentLevel.Central, GovernmentSystem.Party)),
        ("ban chấp hành trung ương", (GovernmentLevel.Central, GovernmentSystem.Party)),
    ]);

    public static readonly PhraseTable<GovernmentLevel> Tiers = new(
    [
        ("tỉnh", GovernmentLevel.Province),
        ("huyện", GovernmentLevel.District), ("quận", GovernmentLevel.District), ("thị xã", GovernmentLevel.District), ("thành phố", GovernmentLevel.District),
        ("xã", GovernmentLevel.Commune), ("phường", GovernmentLevel.Commune), ("thị trấn", GovernmentLevel.Commune), ("đặc khu", GovernmentLevel.Commune),
    ]);

    /// <summary>Cities directly under the central government (Resolution 202/2025/QH15 keeps the six).</summary>
    public static readonly PhraseTable<string> CentralCities = new(
        new[] { "Hà Nội", "Hồ Chí Minh", "Hải Phòng", "Đà Nẵng", "Cần Thơ", "Huế" }.Select(city => (city, city)));

    public static readonly PhraseTable<bool> Councils = Phrases.Of("ủy ban nhân dân", "UBND", "hội đồng nhân dân", "HĐND");

    public static readonly PhraseTable<string> Offices = new(
        new[] { "Phó Chủ tịch Thường trực", "Phó Chủ tịch", "Chủ tịch", "Phó Bí thư Thường trực", "Phó Bí thư", "Bí thư", "Giám đốc", "Phó Giám đốc", "Trưởng phòng", "Phó Trưởng phòng", "Chánh Văn phòng", "Phó Chánh Văn phòng", "Bộ trưởng", "Thứ trưởng", "Trưởng ban", "Phó Trưởng ban", "Cục trưởng", "Phó Cục trưởng", "Thủ tướng", "Phó Thủ tướng", "Ủy viên Ban Thường vụ" }
            .Select(office => (office, office)));

    /// <summary>The other column of the head, where both were put on one line.</summary>
    public static readonly PhraseTable<bool> Mottos = Phrases.Of("cộng hòa xã hội", "độc lập - tự do", "đảng cộng sản việt nam");

    public static readonly PhraseTable<bool> Attached = Phrases.Of("ban hành kèm theo", "kèm theo");

    /// <summary>Days of the week: a site's own date follows them.</summary>
    public static readonly PhraseTable<bool> Weekdays = Phrases.Of("chủ nhật", "thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "thứ 2", "thứ 3", "thứ 4", "thứ 5", "thứ 6", "thứ 7");

    public static readonly PhraseTable<bool> Articles = Phrases.Of("điều");

    public static readonly PhraseTable<bool> Decisions = Phrases.Of("quyết định");

    public static readonly PhraseTable<bool> Approves = Phrases.Of("phê duyệt", "ban hành");

    /// <summary>What may stand between the verb of an approval and the plan.</summary>
    public static readonly PhraseTable<bool> Approved = Phrases.Of("\"", "kèm theo", "quyết định này", "nội dung", "là");

    /// <summary>The authority of a decision below its title.</summary>
    public static readonly PhraseTable<bool> Authorities = Phrases.Of("ủy ban nhân dân", "UBND", "hội đồng nhân dân", "HĐND", "chủ tịch", "giám đốc", "bộ trưởng", "thủ tướng");

    /// <summary>Words behind which a name goes on.</summary>
    public static readonly PhraseTable<bool> Genitives = Phrases.Of("của", "do", "và", "với", "về");

    public static readonly PhraseTable<bool> Drafts = Phrases.Of("dự thảo");
}
