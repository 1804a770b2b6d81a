using SocialPolicy.PlanText.Text;

namespace SocialPolicy.PlanText.Targets;

/// <summary>
/// Phrases that name an indicator wherever they stand. A target whose words name two of them is about neither for certain, and
/// gets no code.
/// </summary>
internal static class IndicatorCodes
{
    private static readonly PhraseTable<string> Phrases = new(
    [
        ("tỷ lệ hộ nghèo", "ty_le_ho_ngheo"), ("tỷ lệ nghèo", "ty_le_ho_ngheo"), ("tỷ lệ hộ cận nghèo", "ty_le_ho_can_ngheo"),
        ("tỷ lệ thất nghiệp", "that_nghiep"), ("tỷ lệ thiếu việc làm", "thieu_viec_lam"),
        ("lao động qua đào tạo", "lao_dong_qua_dao_tao"), ("giải quyết việc làm", "viec_lam_moi"), ("tạo việc làm mới", "viec_lam_moi"), ("việc làm mới", "viec_lam_moi"),
        ("đi làm việc ở nước ngoài", "lao_dong_di_nuoc_ngoai"), ("xuất khẩu lao động", "lao_dong_di_nuoc_ngoai"),
        ("tham gia bảo hiểm xã hội", "tham_gia_bhxh"), ("tham gia BHXH", "tham_gia_bhxh"), ("tham gia bảo hiểm xã hội tự nguyện", "tham_gia_bhxh_tu_nguyen"),
        ("tham gia bảo hiểm thất nghiệp", "tham_gia_bhtn"), ("tham gia BHTN", "tham_gia_bhtn"),
        ("tham gia bảo hiểm y tế", "bao_phu_bhyt"), ("bao phủ bảo hiểm y tế", "bao_phu_bhyt"), ("tham gia BHYT", "bao_phu_bhyt"), ("bao phủ BHYT", "bao_phu_bhyt"),
        ("hưởng lương hưu", "huong_luong_huu"), ("trợ cấp hưu trí", "huong_luong_huu"),
        ("giường bệnh", "giuong_benh"), ("giường bệnh viện", "giuong_benh"), ("bác sĩ", "bac_si"), ("dược sĩ", "duoc_si"), ("dược sĩ đại học", "duoc_si"), ("điều dưỡng", "dieu_duong"), ("điều dưỡng viên", "dieu_duong"),
        ("tuổi thọ trung bình", "tuoi_tho"), ("tuổi thọ", "tuoi_tho"), ("sống khỏe", "so_nam_song_khoe"),
        ("suy dinh dưỡng thể thấp còi", "suy_dinh_duong_thap_coi"), ("suy dinh dưỡng thể nhẹ cân", "suy_dinh_duong_nhe_can"),
        ("tiêm chủng đầy đủ", "tiem_chung_day_du"), ("tiêm chủng mở rộng", "tiem_chung_day_du"), ("quản lý sức khỏe", "quan_ly_suc_khoe"),
        ("tử vong mẹ", "tu_vong_me"), ("tỷ số giới tính khi sinh", "ty_so_gioi_tinh_khi_sinh"), ("mức sinh thay thế", "muc_sinh_thay_the"), ("tảo hôn", "tao_hon"),
        ("phổ cập giáo dục mầm non", "pho_cap_mam_non"), ("xóa mù chữ", "xoa_mu_chu"), ("biết chữ", "biet_chu"),
        ("cấp tiểu học", "di_hoc_tieu_hoc"), ("cấp trung học cơ sở", "di_hoc_thcs"), ("cấp trung học phổ thông", "di_hoc_thpt"),
        ("trường đạt chuẩn quốc gia", "truong_chuan_quoc_gia"), ("đạt chuẩn quốc gia", "truong_chuan_quoc_gia"),
        ("nhà ở xã hội", "nha_o_xa_hoi"), ("nhà tạm", "xoa_nha_tam"), ("nhà dột nát", "xoa_nha_tam"), ("diện tích nhà ở bình quân", "dien_tich_nha_o"), ("diện tích nhà ở", "dien_tich_nha_o"),
        ("nước sạch", "nuoc_sach"), ("nước hợp vệ sinh", "nuoc_hop_ve_sinh"), ("nước sinh hoạt hợp vệ sinh", "nuoc_hop_ve_sinh"), ("nước thải sinh hoạt", "xu_ly_nuoc_thai"), ("xử lý nước thải", "xu_ly_nuoc_thai"),
        ("phát triển con người", "hdi"), ("HDI", "hdi"), ("thu nhập bình quân", "thu_nhap_binh_quan"),
        ("bạo lực gia đình", "bao_luc_gia_dinh"), ("bị xâm hại", "tre_em_bi_xam_hai"), ("đuối nước", "tu_vong_duoi_nuoc"),
        ("trợ cấp xã hội", "tro_cap_xa_hoi"), ("trợ giúp xã hội", "tro_giup_xa_hoi"),
    ]);

    /// <summary>The code, or null when the words name no indicator or several.</summary>
    public static string? Of(ReadOnlySpan<Token> tokens)
    {
        string? code = null;
        for (var i = 0; i < tokens.Length; i++)
        {
            var length = Phrases.Match(tokens, i, out var named);
            if (length == 0)
                continue;
            if (code is not null && !string.Equals(code, named, StringComparison.Ordinal))
                return null;
            code = named;
            i += length - 1;
        }

        return code;
    }
}
