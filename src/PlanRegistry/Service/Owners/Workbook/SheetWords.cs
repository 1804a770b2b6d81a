using SocialPolicy.PlanRegistry.Domain.Owners;

namespace SocialPolicy.PlanRegistry.Service.Owners.Workbook;

/// <summary>The words of the workbook, as officers read them.</summary>
internal static class SheetWords
{
    public const string Sheet = "Phân công";
    public const string Choices = "Cơ quan";
    public const string Title = "PHÂN CÔNG CƠ QUAN CHỦ TRÌ, CƠ QUAN PHỐI HỢP THỰC HIỆN CHỈ TIÊU, NHIỆM VỤ";

    public const string Guidance =
        "Chỉ nhập vào các ô màu vàng. Mã cơ quan chủ trì: chọn trong danh sách (trang \"Cơ quan\"), mỗi dòng một cơ quan. Mã cơ quan phối hợp: nhiều mã cách nhau bằng dấu chấm phẩy. "
        + "Gợi ý chỉ để tham khảo, không tự áp dụng. Xóa trắng mã ở cả hai ô: thôi phân công.";

    /// <summary>The headings, in the order of the columns.</summary>
    public static readonly string[] Headings =
    [
        "item", "owners", "Số mục", "Loại", "Nội dung chỉ tiêu, nhiệm vụ", "Lĩnh vực", "Gợi ý cơ quan chủ trì", "Căn cứ gợi ý", "Mã cơ quan chủ trì", "Tên cơ quan chủ trì",
        "Mã cơ quan phối hợp", "Đang được phân công",
    ];

    /// <summary>The headings of the list of agencies.</summary>
    public static readonly string[] ChoiceHeadings = ["Mã cơ quan", "Tên cơ quan", "Đơn vị hành chính"];

    private static readonly Dictionary<string, string> Themes = new(StringComparer.Ordinal)
    {
        ["nguoi_co_cong"] = "Người có công",
        ["lao_dong_viec_lam"] = "Lao động, việc làm",
        ["bao_hiem_xa_hoi"] = "Bảo hiểm xã hội",
        ["giam_ngheo"] = "Giảm nghèo",
        ["tro_giup_xa_hoi"] = "Trợ giúp xã hội",
        ["giao_duc"] = "Giáo dục",
        ["y_te"] = "Y tế",
        ["nha_o"] = "Nhà ở",
        ["nuoc_sach_moi_truong"] = "Nước sạch, môi trường",
        ["van_hoa_thong_tin"] = "Văn hóa, thông tin",
        ["phat_trien_con_nguoi"] = "Phát triển con người",
        ["binh_dang_gioi"] = "Bình đẳng giới",
        ["tre_em"] = "Trẻ em",
    };

    public static string Of(OwnableKind kind) => kind is OwnableKind.Target ? "Chỉ tiêu" : "Nhiệm vụ";

    /// <summary>A field as officers call it; one that has no name here by its word.</summary>
    public static string OfTheme(string? theme) => theme is null ? "" : Themes.GetValueOrDefault(theme, theme);

    public static string Of(SuggestionConfidence confidence) => confidence switch
    {
        SuggestionConfidence.High => "chắc chắn",
        SuggestionConfidence.Medium => "khá rõ",
        _ => "tham khảo",
    };

    public static string Of(SuggestionBasis basis) => basis switch
    {
        SuggestionBasis.OwnWords => "nhiệm vụ nêu rõ",
        SuggestionBasis.TaskAbove => "theo nhiệm vụ cấp trên",
        SuggestionBasis.Organisation => "theo phần tổ chức thực hiện",
        _ => "theo lĩnh vực",
    };
}
