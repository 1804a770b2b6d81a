using SocialPolicy.PlanText.Text;

namespace SocialPolicy.PlanText.Targets;

/// <summary>The closed classes of words that carry the grammar of a target.</summary>
internal static class TargetWords
{
    public static readonly PhraseTable<Comparator> Comparators = new(
    [
        ("trên", Comparator.Gt), ("hơn", Comparator.Gt), ("vượt", Comparator.Gt), ("cao hơn", Comparator.Gt), ("lớn hơn", Comparator.Gt), (">", Comparator.Gt),
        ("ít nhất", Comparator.Ge), ("tối thiểu", Comparator.Ge), ("không dưới", Comparator.Ge), ("không thấp hơn", Comparator.Ge), ("không ít hơn", Comparator.Ge), ("tối thiểu là", Comparator.Ge), ("≥", Comparator.Ge), ("ít nhất là", Comparator.Ge),
        ("bằng hoặc lớn hơn", Comparator.Ge), ("lớn hơn hoặc bằng", Comparator.Ge), ("bằng hoặc trên", Comparator.Ge), ("bằng hoặc nhỏ hơn", Comparator.Le), ("nhỏ hơn hoặc bằng", Comparator.Le),
        ("dưới", Comparator.Lt), ("thấp hơn", Comparator.Lt), ("nhỏ hơn", Comparator.Lt), ("ít hơn", Comparator.Lt), ("<", Comparator.Lt),
        ("không quá", Comparator.Le), ("không vượt quá", Comparator.Le), ("tối đa", Comparator.Le), ("nhiều nhất", Comparator.Le), ("không cao hơn", Comparator.Le), ("≤", Comparator.Le), ("không hơn", Comparator.Le),
        ("khoảng", Comparator.Approx), ("xấp xỉ", Comparator.Approx), ("ước khoảng", Comparator.Approx), ("gần", Comparator.Approx), ("ước đạt", Comparator.Approx), ("đạt xấp xỉ", Comparator.Approx),
    ]);

    public static readonly PhraseTable<Comparator> Trailing = new([("trở lên", Comparator.Ge), ("trở xuống", Comparator.Le), ("là ít nhất", Comparator.Ge)]);

    // Words that may stand between comparator and number without changing either.
    public static readonly PhraseTable<bool> Fillers = Phrases.Of(
        "đạt", "đạt được", "có", "là", "từ", "lên", "thêm", "còn", "xuống", "chiếm", "bình quân", "đến", "mức", "ở mức", "đạt mức", "đạt tỷ lệ", "được", "cho", "nâng", ":", "=", "tăng", "giảm", "với", "hàng năm", "hằng năm", "mỗi năm", "hằng tháng", "hàng tháng", "mỗi tháng", "thêm được", "ước", "lần lượt", "lần lượt là", "gấp");

    public static readonly PhraseTable<Comparator> Changes = new([("tăng", Comparator.IncreaseBy), ("giảm", Comparator.DecreaseBy), ("rút ngắn", Comparator.DecreaseBy)]);

    // What sets an indicator going, before its name.
    public static readonly PhraseTable<bool> Movers = Phrases.Of("tăng", "giảm", "nâng", "đưa", "giữ", "duy trì", "hạ", "kéo giảm", "nâng cao");

    // After these the change has an end, and the number is that end.
    public static readonly PhraseTable<bool> Arrivals = Phrases.Of("còn", "xuống", "lên", "đạt", "chiếm", "lên đến", "duy trì");

    // "Giảm" and "tăng" inside names of policies.
    public static readonly PhraseTable<bool> NotChanges = Phrases.Of("giảm nghèo", "giảm thiểu", "tăng cường", "tăng trưởng", "tăng gia", "gia tăng", "tăng giảm", "giảm nhẹ");

    public static readonly PhraseTable<bool> PerYear = Phrases.Of("hàng năm", "hằng năm", "mỗi năm", "/ năm", "bình quân năm", "từng năm", "một năm", "/ 01 năm");

    // What stands before them is measured by the number behind.
    public static readonly PhraseTable<bool> Reaching = Phrases.Of("đạt", "còn", "xuống", "lên", "là", "giảm", "tăng");

    // Openings of a phrase that names an indicator.
    public static readonly PhraseTable<bool> Heads = Phrases.Of(
        "tỷ lệ", "tỷ suất", "tỷ số", "tỷ trọng", "số", "số lượng", "tổng số", "chỉ số", "hệ số", "mức", "mức giảm", "mức tăng", "tốc độ", "diện tích", "thu nhập", "năng suất", "quy mô", "tuổi thọ", "cấp", "bậc", "lực lượng lao động", "tại các", "khu vực", "trung bình", "bình quân", "độ bao phủ", "tuổi", "chiều cao", "cân nặng", "độ tuổi", "doanh thu", "tổng", "dân số", "giá trị", "kinh phí", "lao động", "người lao động", "đối với", "riêng", "ở", "hộ nghèo");

    public static readonly PhraseTable<bool> StrongHeads = Phrases.Of(
        "tỷ lệ", "tỷ suất", "tỷ số", "tỷ trọng", "số", "con số", "con số này", "số lượng", "tổng số", "chỉ số", "hệ số", "mức giảm", "mức tăng", "tốc độ", "diện tích", "thu nhập", "năng suất", "tuổi thọ", "chiều cao");

    public static readonly PhraseTable<bool> Rates = Phrases.Of("tỷ lệ", "tỷ suất", "tỷ trọng");

    public static readonly PhraseTable<bool> AchieveVerbs = Phrases.Of(
        "bảo đảm", "đảm bảo", "bao phủ", "hoàn thành", "giữ vững", "duy trì", "xóa bỏ", "xoá", "xóa", "chấm dứt", "cơ bản", "không để", "phổ cập", "nâng cao", "đưa", "giải quyết", "khống chế", "thực hiện", "củng cố", "loại trừ", "phấn đấu", "trợ giúp", "hỗ trợ", "xây dựng", "không còn", "không có", "tiếp tục", "ngăn chặn", "thanh toán", "đẩy lùi", "kiểm soát");

    // What is not to be; a number behind says from where on.
    public static readonly PhraseTable<bool> Absences = Phrases.Of("không để", "không xảy ra", "không có", "không còn", "không phát sinh", "chấm dứt");

    public static readonly PhraseTable<bool> Connectors = Phrases.Of(
        "và", ",", ";", ":", ".", "trong đó", "trong đó có", "trong đó :", "gồm", "bao gồm", "đồng thời", "cũng như", "ngoài ra", "bên cạnh đó", "hoặc", "riêng");

    public static readonly PhraseTable<bool> PartOf = Phrases.Of("trong đó", "riêng", "gồm", "bao gồm");

    // All of those named next, without a number.
    public static readonly PhraseTable<bool> Universals = Phrases.Of("toàn bộ", "tất cả", "toàn thể", "mọi");

    public static readonly PhraseTable<bool> Strivings = Phrases.Of("phấn đấu", "phân đầu", "phấn đầu", "dự kiến", "ước", "mục tiêu", "hướng đến", "hướng tới");

    // Words that make the number after them a name, not a value.
    public static readonly PhraseTable<bool> Labels = Phrases.Of(
        "mức độ", "nhóm", "cấp độ", "hạng", "loại", "lần thứ", "khóa", "thứ", "điều", "khoản", "điểm", "quý", "tháng", "ngày", "năm", "giai đoạn", "số", "bước", "kỳ", "đề án", "phụ lục", "mẫu", "quyết định", "nghị quyết", "công nghiệp", "phiên bản", "tiêu chí số", "chuẩn");

    // A label's word at the end of another.
    public static readonly PhraseTable<bool> NotLabels = Phrases.Of("dứt điểm", "trọng điểm", "thí điểm", "thời điểm");

    // What one of the things counted is worth.
    public static readonly PhraseTable<bool> Prices = Phrases.Of("trị giá", "mệnh giá", "đơn giá", "mỗi suất", "mức đóng");

    public static readonly PhraseTable<bool> Durations = Phrases.Of("tháng", "ngày", "giờ", "tuần", "phút", "quý", "buổi");

    // What is itself measured in time.
    public static readonly PhraseTable<bool> TimeHeads = Phrases.Of("thời gian", "rút ngắn");

    public static readonly PhraseTable<bool> Spans = Phrases.Of("trong", "sau", "mỗi", "qua", "hàng", "hằng", "suốt", "vòng", "thời hạn", "giai đoạn");

    public static readonly PhraseTable<bool> AgeWords = Phrases.Of("tuổi", "tháng tuổi", "tuần tuổi");

    public static readonly PhraseTable<bool> AgeHeads = Phrases.Of("tuổi thọ", "tuổi nghề", "tuổi kết hôn", "tuổi trung bình", "độ tuổi trung bình");

    // Verbs after which a bare count is something to be brought about.
    public static readonly PhraseTable<bool> Makers = Phrases.Of(
        "đạt", "có", "là", "còn", "thêm", "tạo", "cho", "xây dựng", "thành lập", "tổ chức", "hỗ trợ", "giải quyết", "đào tạo", "mở", "đầu tư", "nâng cấp", "phát triển", "đưa", "giúp", "tạo việc làm", "xóa", "sửa chữa", "xây mới", "cấp", "tập huấn", "bảo đảm", "đảm bảo", "tăng", "giảm", "lên", "xuống", "hoàn thành", "phấn đấu", "phân đầu", "và", "chiếm", "từ", "đến", "tuyển sinh", "khoảng", "mức", "sửa chữa", "bố trí", "huy động", "cải tạo", "mở rộng", "sắp xếp", "lắp đặt", "lắp đặt mới", "trang bị", "thu hút", "lấy", "trồng", "vận động", "tặng", "trao tặng", "kết nạp", "phát triển mới", "xử lý", "thực hiện", "phục dựng", "bảo tồn", "tu bổ", "tôn tạo", "trùng tu");

    // Deeds that a count may follow in a list ("xây mới 20 căn, sửa chữa 15 căn").
    public static readonly PhraseTable<bool> Deeds = Phrases.Of(
        "sửa chữa", "xây mới", "thu hút", "dành", "giúp", "trao", "bổ sung", "mở rộng", "nâng cấp", "hỗ trợ", "tạo", "tạo việc làm cho", "đào tạo", "đào tạo nghề cho", "thành lập", "bố trí", "huy động", "tập huấn", "tuyển sinh", "nâng cấp", "đầu tư", "mở", "đưa", "tổ chức", "cấp", "cải tạo", "lắp đặt", "lắp đặt mới", "trang bị", "vận động", "tặng", "trao tặng", "trồng", "phục dựng", "bảo tồn", "tu bổ", "tôn tạo", "trùng tu");

    // Words that no counted noun contains.
    public static readonly PhraseTable<bool> Binders = Phrases.Of("của", "cho", "tại", "trong", "với", "về", "theo", "để", "khi", "này", "trở", "so", "đến", "từ", "mỗi", "đã", "đang", "mới", "khác", "do", "bằng", "nhằm", "vào", "sau", "trước");

    // After these a count says where, not how many are wanted.
    public static readonly PhraseTable<bool> Whereabouts = Phrases.Of("tại", "của", "ở", "trong", "thuộc", "địa bàn", "qua", "với", "theo", "giữa", "mỗi", "các", "từ", "so với", "cả");

    public static readonly PhraseTable<bool> Predicates = Phrases.Of(
        "được", "tham gia", "sử dụng", "có", "đạt", "biết", "đều", "thực hiện", "tiếp cận", "hưởng", "đi học", "hoàn thành", "qua đào tạo", "bị", "thoát", "đăng ký", "triển khai", "ở", "thuộc", "xóa", "áp dụng", "đáp ứng", "làm", "nhận", "là");

    public static readonly PhraseTable<bool> LessIsBetter = Phrases.Of(
        "thất nghiệp", "suy dinh dưỡng", "hộ nghèo", "hộ cận nghèo", "tử vong", "chưa có việc làm", "thiếu việc làm", "mắc", "tai nạn", "bạo lực", "tảo hôn", "bỏ học", "mù chữ", "tái nghèo", "xâm hại", "chênh lệch", "ô nhiễm", "vi phạm", "lây nhiễm", "nghiện", "lao động trẻ em", "mất cân bằng");

    public static readonly PhraseTable<bool> Against = Phrases.Of("so với", "so với cuối", "so với đầu", "so với năm", "tính từ", "kể từ");
}
