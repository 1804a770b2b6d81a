using SocialPolicy.PlanText.Text;

namespace SocialPolicy.PlanText.Targets;

/// <summary>Fields of social policy and the words that point to them; the first such word of a target decides.</summary>
internal static class Themes
{
    private const string Schools = "schools";

    private static readonly PhraseTable<string> Words = new(
    [
        ("người có công", "nguoi_co_cong"), ("liệt sĩ", "nguoi_co_cong"), ("thương binh", "nguoi_co_cong"),
        ("thất nghiệp", "lao_dong_viec_lam"), ("việc làm", "lao_dong_viec_lam"), ("qua đào tạo", "lao_dong_viec_lam"), ("đào tạo nghề", "lao_dong_viec_lam"), ("xuất khẩu lao động", "lao_dong_viec_lam"),
        ("bảo hiểm xã hội", "bao_hiem_xa_hoi"), ("bảo hiểm thất nghiệp", "bao_hiem_xa_hoi"), ("lương hưu", "bao_hiem_xa_hoi"), ("BHXH", "bao_hiem_xa_hoi"), ("BHTN", "bao_hiem_xa_hoi"),
        ("hộ nghèo", "giam_ngheo"), ("hộ cận nghèo", "giam_ngheo"), ("giảm nghèo", "giam_ngheo"), ("thu nhập", "giam_ngheo"),
        ("trợ cấp xã hội", "tro_giup_xa_hoi"), ("trợ giúp xã hội", "tro_giup_xa_hoi"), ("bảo trợ xã hội", "tro_giup_xa_hoi"), ("khuyết tật", "tro_giup_xa_hoi"), ("mức sống tối thiểu", "tro_giup_xa_hoi"), ("người cao tuổi", "tro_giup_xa_hoi"),
        ("đi học", "giao_duc"), ("phổ cập", "giao_duc"), ("đạt chuẩn quốc gia", "giao_duc"), ("trường học", Schools), ("trường", Schools), ("mù chữ", "giao_duc"), ("biết chữ", "giao_duc"), ("học sinh", "giao_duc"), ("tiểu học", "giao_duc"), ("trung học", "giao_duc"), ("mầm non", "giao_duc"),
        ("bảo hiểm y tế", "y_te"), ("BHYT", "y_te"), ("giường bệnh", "y_te"), ("bác sĩ", "y_te"), ("dược sĩ", "y_te"), ("điều dưỡng", "y_te"), ("tiêm chủng", "y_te"), ("suy dinh dưỡng", "y_te"), ("sức khỏe", "y_te"), ("tuổi thọ", "y_te"), ("sống khỏe", "y_te"), ("dịch bệnh", "y_te"), ("mức sinh", "y_te"), ("tử vong", "y_te"), ("y tế", "y_te"), ("ma túy", "y_te"), ("HIV", "y_te"),
        ("nhà ở", "nha_o"), ("nhà tạm", "nha_o"), ("căn hộ", "nha_o"),
        ("nước sạch", "nuoc_sach_moi_truong"), ("hợp vệ sinh", "nuoc_sach_moi_truong"), ("nước thải", "nuoc_sach_moi_truong"), ("chất thải", "nuoc_sach_moi_truong"), ("môi trường", "nuoc_sach_moi_truong"),
        ("phát thanh", "van_hoa_thong_tin"), ("truyền hình", "van_hoa_thong_tin"), ("văn hóa", "van_hoa_thong_tin"), ("truyền thanh", "van_hoa_thong_tin"), ("internet", "van_hoa_thong_tin"), ("thông tin", "van_hoa_thong_tin"),
        ("phát triển con người", "phat_trien_con_nguoi"), ("HDI", "phat_trien_con_nguoi"),
        ("bình đẳng giới", "binh_dang_gioi"), ("phụ nữ", "binh_dang_gioi"), ("lao động nữ", "binh_dang_gioi"), ("nữ", "binh_dang_gioi"), ("bạo lực gia đình", "binh_dang_gioi"),
        ("trẻ em", "tre_em"), ("xâm hại", "tre_em"),
    ]);

    // Whom something is for says less than what it is about: these decide only where nothing else does.
    private static readonly HashSet<string> Weak = new(["tre_em", "binh_dang_gioi", Schools], StringComparer.Ordinal);

    public static string? Of(ReadOnlySpan<Token> tokens)
    {
        string? weak = null;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (Words.Match(tokens, i, out var theme) == 0)
                continue;
            if (!Weak.Contains(theme))
                return theme;
            weak ??= theme == Schools ? "giao_duc" : theme;
        }

        return weak;
    }
}
