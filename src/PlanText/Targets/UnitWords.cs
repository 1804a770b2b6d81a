using SocialPolicy.PlanText.Text;

namespace SocialPolicy.PlanText.Targets;

/// <summary>Counted nouns and measures, with the spelling a unit is written in.</summary>
internal static class UnitWords
{
    public static readonly PhraseTable<string> Known = new(
    [
        ("lượt người", "lượt người"), ("lượt", "lượt"), ("người", "người"), ("nghìn người", "nghìn người"), ("triệu người", "triệu người"),
        ("lao động", "lao động"), ("hộ", "hộ"), ("hộ gia đình", "hộ"), ("hộ nghèo", "hộ"), ("trường", "trường"), ("trường học", "trường"), ("lớp", "lớp"),
        ("giường", "giường"), ("giường bệnh", "giường"), ("giường bệnh viện", "giường"),
        ("tuổi", "tuổi"), ("năm", "năm"), ("năm tuổi", "tuổi"), ("lần", "lần"), ("điểm phần trăm", "điểm %"), ("bậc", "bậc"), ("cm", "cm"), ("kg", "kg"), ("km", "km"), ("ha", "ha"),
        ("tỷ đồng", "tỷ đồng"), ("triệu đồng", "triệu đồng"), ("nghìn đồng", "nghìn đồng"), ("đồng", "đồng"), ("triệu", "triệu"), ("nghìn tỷ đồng", "nghìn tỷ đồng"), ("USD", "USD"),
        ("căn", "căn"), ("căn hộ", "căn"), ("căn nhà", "căn"), ("nhà", "nhà"), ("ngôi nhà", "nhà"), ("trẻ", "trẻ"), ("trẻ em", "trẻ"), ("bé trai", "bé trai"), ("ca", "ca"), ("ca sinh", "ca sinh"), ("ca mắc", "ca mắc"), ("thành viên", "thành viên"), ("nông dân", "nông dân"), ("hội viên", "hội viên"), ("đoàn viên", "đoàn viên"), ("lượt hộ", "lượt hộ"), ("lượt lao động", "lượt lao động"), ("lượt học viên", "lượt học viên"), ("lượt trẻ em", "lượt trẻ em"), ("ngày công", "ngày công"), ("ngày làm việc", "ngày làm việc"), ("phiên", "phiên"), ("suất", "suất"), ("suất quà", "suất quà"), ("suất học bổng", "suất học bổng"), ("xe", "xe"), ("xe cứu thương", "xe cứu thương"), ("camera", "camera"), ("máy tính", "máy tính"), ("hệ thống", "hệ thống"), ("tuyến", "tuyến"), ("giải", "giải"), ("buổi diễn tập", "buổi"), ("đợt", "đợt"), ("chiến dịch", "chiến dịch"), ("nghề", "nghề"), ("ngành nghề", "ngành nghề"), ("tổ hợp tác", "tổ hợp tác"), ("hợp tác xã, tổ hợp tác", "hợp tác xã, tổ hợp tác"), ("thiết bị", "thiết bị"), ("phòng học", "phòng học"), ("bể bơi", "bể bơi"), ("bệnh viện", "bệnh viện"), ("nhà văn hóa", "nhà văn hóa"), ("địa chỉ tin cậy", "địa chỉ tin cậy"), ("lao động nông thôn", "lao động"), ("trẻ em", "trẻ"), ("khóm", "khóm"), ("cụm", "cụm"), ("hội nghị", "hội nghị"), ("lớp tập huấn", "lớp"), ("ca tử vong", "ca tử vong"), ("trường hợp", "trường hợp"), ("buổi", "buổi"), ("lớp học", "lớp"), ("tổ", "tổ"), ("nhóm", "nhóm"), ("dự án", "dự án"), ("phường", "phường"), ("thị trấn", "thị trấn"), ("đặc khu", "đặc khu"), ("huyện", "huyện"), ("bản", "bản"), ("tổ dân phố", "tổ dân phố"), ("khu phố", "khu phố"), ("ấp", "ấp"), ("điểm vui chơi", "điểm vui chơi"), ("điểm", "điểm"), ("vụ", "vụ"), ("vụ việc", "vụ việc"), ("vùng", "vùng"), ("chuỗi", "chuỗi"), ("mẫu", "mẫu"), ("sản phẩm", "sản phẩm"), ("bể", "bể"), ("trang trại", "trang trại"), ("lễ hội", "lễ hội"), ("di tích", "di tích"), ("bộ", "bộ"), ("sân", "sân"), ("tin, bài", "tin, bài"),
        ("xã", "xã"), ("thôn", "thôn"), ("mô hình", "mô hình"), ("cơ sở", "cơ sở"), ("công trình", "công trình"), ("cuộc", "cuộc"), ("đợt", "đợt"), ("câu lạc bộ", "câu lạc bộ"), ("doanh nghiệp", "doanh nghiệp"), ("hợp tác xã", "hợp tác xã"), ("trạm", "trạm"), ("trạm y tế", "trạm"), ("trung tâm", "trung tâm"),
        ("m2", "m²"), ("m²", "m²"), ("mét vuông", "m²"), ("m3", "m³"), ("m³", "m³"),
    ]);

    // Places that are counted together.
    public static readonly PhraseTable<string> Administrative = new(
        new[] { "xã, phường", "xã, thị trấn", "xã, phường, thị trấn", "phường, xã", "xã, phường, đặc khu", "thôn, bản", "thôn, tổ dân phố", "thôn, bản, tổ dân phố", "huyện, thành phố", "huyện, thị xã, thành phố", "huyện, thị xã", "quận, huyện", "quận, huyện, thị xã", "quận, huyện, thị xã, thành phố", "phường, xã, thị trấn", "phường, thị trấn", "phường, xã, đặc khu", "thôn, ấp", "ấp, khu phố", "bản, tổ dân phố" }
            .Select(places => (places, places)));

    // What tells how often or how old, and is no thing.
    public static readonly PhraseTable<bool> Times = Phrases.Of("lần", "năm", "tuổi", "năm tuổi", "lượt", "buổi", "điểm phần trăm", "bậc", "cm", "kg", "km");

    // Occupations are counted as persons.
    public static readonly PhraseTable<string> Persons = new(
        new[] { "bác sĩ", "dược sĩ", "y sĩ", "y tá", "điều dưỡng", "điều dưỡng viên", "hộ sinh", "kỹ thuật y", "kỹ thuật viên", "nhân viên", "cán bộ", "cộng tác viên", "giáo viên", "giảng viên", "sinh viên", "học sinh", "học viên", "tình nguyện viên", "nhà giáo" }
            .Select(word => (word, "người")));

    // Units that are hardly ever anything but the value of a target.
    public static readonly PhraseTable<bool> Telling = Phrases.Of(
        "lượt người", "người", "hộ", "giường", "giường bệnh", "lần", "m2", "m²", "tỷ đồng", "triệu đồng", "căn", "căn hộ", "lao động", "trường", "lượt", "bác sĩ", "dược sĩ", "điều dưỡng", "nghìn người", "triệu người");

    // What a rate is counted on ("trên 10.000 dân").
    public static readonly PhraseTable<string> Bases = new(
    [
        ("dân", "dân"), ("người dân", "dân"), ("dân số", "dân"), ("người", "người"), ("trẻ", "trẻ"), ("trẻ em", "trẻ em"), ("trẻ đẻ sống", "trẻ đẻ sống"), ("ca đẻ sống", "ca đẻ sống"), ("ca", "ca"), ("lao động", "lao động"), ("phụ nữ", "phụ nữ"), ("hộ", "hộ"), ("học sinh", "học sinh"), ("bé gái", "bé gái"), ("trẻ sinh sống", "trẻ sinh sống"), ("trẻ sinh ra sống", "trẻ sinh ra sống"), ("phụ nữ mang thai", "phụ nữ mang thai"), ("người cao tuổi", "người cao tuổi"),
    ]);

    // Words for round numbers, as a unit writes them ("trên 1 vạn dân").
    public static readonly PhraseTable<string> Scales = new([("vạn", "10.000"), ("nghìn", "1.000"), ("ngàn", "1.000"), ("triệu", "1.000.000")]);

    // What may follow a stroke ("m² sàn/người", "lần/năm").
    public static readonly PhraseTable<string> PerWords = new(
    [
        ("người", "người"), ("năm", "năm"), ("hộ", "hộ"), ("tháng", "tháng"), ("xã", "xã"), ("lượt", "lượt"), ("trẻ", "trẻ"), ("dân", "dân"), ("người dân", "người"), ("ngày", "ngày"), ("căn nhà", "căn nhà"), ("căn", "căn"), ("nhóm trẻ", "nhóm trẻ"), ("trường", "trường"), ("trạm", "trạm"), ("ấp", "ấp"), ("bản", "bản"), ("m3", "m³"), ("m2", "m²"), ("giường", "giường"), ("hội viên", "hội viên"), ("thôn", "thôn"), ("tuần", "tuần"), ("quý", "quý"), ("lớp", "lớp"), ("sàn / người", "người"), ("đầu người", "người"),
    ]);
}
