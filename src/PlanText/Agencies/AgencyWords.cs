using SocialPolicy.PlanText.Text;

namespace SocialPolicy.PlanText.Agencies;

/// <summary>Words that open, extend and end the names of agencies.</summary>
internal static class AgencyWords
{
    /// <summary>Type words; an agency only when a name or a tier follows ("Sở Y tế", not "sở thích").</summary>
    public static readonly PhraseTable<bool> Types = Phrases.Of(
        "sở", "phòng", "ban", "bộ", "cục", "chi cục", "chi nhánh", "hiệp hội", "thuế", "hải quan", "văn phòng", "trung tâm", "bảo hiểm xã hội", "BHXH", "công an", "bộ chỉ huy", "bộ chỉ huy quân sự", "ban chỉ huy quân sự", "hội", "đoàn", "liên đoàn", "liên đoàn lao động", "thanh tra", "đài", "báo", "ngân hàng", "kho bạc", "viện", "viện kiểm sát", "bệnh viện", "tòa án", "trường", "quỹ", "hội liên hiệp", "tổng cục", "điện lực", "bưu điện", "thống kê", "chi cục thống kê", "hạt", "trạm", "công ty", "cổng thông tin điện tử", "hội nông dân", "hội cựu chiến binh", "hội liên hiệp phụ nữ", "đoàn thanh niên", "thủ trưởng");

    /// <summary>Openings that are agencies by themselves.</summary>
    public static readonly PhraseTable<bool> Bodies = Phrases.Of(
        "UBND", "tổ chức dịch vụ thu", "tổ công tác", "tổ giám sát", "trạm y tế", "trung tâm y tế", "ủy ban nhân dân", "ủy ban mặt trận", "ủy ban MTTQ", "UBMTTQ", "UBMTTQVN", "MTTQ", "mặt trận tổ quốc", "hội đồng nhân dân", "HĐND", "tỉnh ủy", "huyện ủy", "thị ủy", "thành ủy", "quận ủy", "đảng ủy", "thường trực tỉnh ủy", "thường trực huyện ủy", "thường trực thị ủy", "thường trực thành ủy", "ban thường vụ", "ban chấp hành", "ban cán sự", "ban chỉ đạo", "ban tuyên giáo", "ban dân vận", "ban tổ chức", "chủ tịch UBND", "chủ tịch ủy ban nhân dân", "thủ tướng chính phủ", "chính phủ", "trung tâm y tế", "tỉnh đoàn", "huyện đoàn", "thành đoàn", "giám đốc sở", "văn phòng HĐND", "văn phòng UBND", "đảng bộ");

    /// <summary>Groups named in the plural.</summary>
    public static readonly PhraseTable<bool> Groups = Phrases.Of(
        "các sở", "các ban", "các phòng", "chủ đầu tư", "các chủ đầu tư", "các chi, đảng bộ", "các chi bộ, đảng bộ", "các bộ phận", "các ấp", "các thôn", "các bản", "các khu phố", "các tổ dân phố", "trưởng các", "các đảng ủy", "các chi cục", "các quỹ", "các phòng ban", "các cơ quan", "các đơn vị", "các ngành", "các địa phương", "các huyện", "các xã", "các tổ chức", "các đoàn thể", "các cấp ủy", "các hội", "các đảng bộ", "các thành viên", "các doanh nghiệp", "các trường", "các quận", "các bộ", "các chi bộ", "cơ quan có liên quan", "cơ quan liên quan", "các cơ sở", "thủ trưởng các", "sở, ban, ngành", "sở, ngành", "các bệnh viện", "các trung tâm", "các thành phố", "các phường");

    public static readonly PhraseTable<bool> Tiers = Phrases.Of(
        "tỉnh", "huyện", "thị xã", "thành phố", "quận", "xã", "phường", "thị trấn", "cấp", "các", "khu vực", "trung ương", "đặc khu", "cơ sở", "liên xã", "liên phường");

    /// <summary>Words that begin what an agency does, and so end its name; only in lower case.</summary>
    public static readonly PhraseTable<bool> Actions = Phrases.Of(
        "chủ trì", "phối hợp", "căn cứ", "tổ chức", "chỉ đạo", "thường xuyên", "theo", "giúp", "có trách nhiệm", "tham mưu", "hướng dẫn", "triển khai", "xây dựng", "thực hiện", "tiếp tục", "tăng cường", "báo cáo", "tổng hợp", "kiểm tra", "theo dõi", "đẩy mạnh", "rà soát", "bố trí", "cân đối", "đảm bảo", "bảo đảm", "gửi", "lồng ghép", "vận động", "tuyên truyền", "định kỳ", "chịu trách nhiệm", "là", "để", "trên cơ sở", "khi", "nếu", "nghiên cứu", "đề xuất", "quán triệt", "đôn đốc", "thẩm định", "lập", "vào", "phản ánh", "lãnh đạo", "có trách nhiệm", "chịu trách nhiệm", "cụ thể hóa", "chủ động", "kịp thời", "phân công", "ban hành", "đề nghị", "trước", "về", "hằng năm", "hàng năm", "hằng quý", "hàng quý", "hằng tháng", "hàng tháng", "xem xét", "trình", "tại", "chậm nhất", "cùng", "với", "đưa", "quản lý", "giám sát", "đánh giá", "phát huy", "cung cấp", "huy động", "phát triển", "nâng cao", "được", "phải", "cần", "đã", "sẽ", "do", "qua", "thông qua", "trong quá trình", "tích cực", "tham gia", "khẩn trương", "nghiêm túc", "bám sát", "tập trung", "chuẩn bị", "đăng ký", "công bố", "thông báo", "kết quả", "tình hình", "số liệu", "trợ giúp", "hỗ trợ", "giúp đỡ", "phòng ngừa", "đấu tranh", "duy trì", "sơ kết", "tổng kết", "chi trả", "cho vay", "giải quyết", "khảo sát", "điều tra", "tư vấn", "tiếp nhận", "nhân rộng", "củng cố", "kiện toàn", "bổ sung", "cập nhật", "công khai", "lựa chọn", "ưu tiên", "mở", "khám", "nhằm");

    /// <summary>Ends a name even with a capital: a full stop before it was forgotten.</summary>
    public static readonly PhraseTable<bool> Reporting = Phrases.Of("báo cáo");

    /// <summary>Words inside names of groups that would otherwise end them.</summary>
    public static readonly PhraseTable<bool> Qualifiers = Phrases.Of(
        "tham mưu, giúp việc", "giúp việc", "có liên quan", "liên quan", "trực thuộc", "được giao", "quản lý nhà nước", "tổ chức chính trị", "tổ chức thành viên", "tổ chức xã hội", "các tổ chức", "tổ chức đoàn thể", "tổ chức đảng", "phát triển nông thôn", "ban tổ chức");

    public static readonly PhraseTable<bool> Requests = Phrases.Of("đề nghị", "giao", "yêu cầu", "kính đề nghị");

    public static readonly PhraseTable<bool> Leads = Phrases.Of("chủ trì", "là cơ quan chủ trì", "là đơn vị chủ trì");

    public static readonly PhraseTable<bool> LeadLabels = Phrases.Of("cơ quan chủ trì", "đơn vị chủ trì", "chủ trì", "cơ quan thực hiện", "đơn vị thực hiện", "đơn vị chủ trì thực hiện", "cơ quan chủ trì thực hiện");

    public static readonly PhraseTable<bool> CoordinationLabels = Phrases.Of("cơ quan phối hợp", "đơn vị phối hợp", "phối hợp", "cơ quan phối hợp thực hiện", "đơn vị phối hợp thực hiện");

    /// <summary>Fields of ministries with a comma or "và" inside, so that lists of them can be cut.</summary>
    public static readonly PhraseTable<bool> Fields = Phrases.Of(
        "lao động - thương binh và xã hội", "lao động, thương binh và xã hội", "giáo dục và đào tạo", "giáo dục đào tạo", "thông tin và truyền thông", "nông nghiệp và phát triển nông thôn", "nông nghiệp và môi trường", "tài nguyên và môi trường", "kế hoạch và đầu tư", "khoa học và công nghệ", "văn hóa, thể thao và du lịch", "văn hóa và thể thao", "văn hóa và thông tin", "văn hóa, khoa học và thông tin", "dân tộc và tôn giáo", "văn hóa - thông tin", "tài chính - kế hoạch", "kinh tế và hạ tầng", "văn hóa - xã hội");
}
