namespace SocialPolicy.PlanRegistry.Domain.Directory;

/// <summary>Abbreviations that stand for the same words wherever an office writes them. "TT" is not here: it has three meanings.</summary>
internal static class Abbreviations
{
    private static readonly (string Letters, string Meaning)[] Table =
    [
        ("UBND", "Ủy ban nhân dân"),
        ("HĐND", "Hội đồng nhân dân"),
        ("MTTQ", "Mặt trận Tổ quốc"),
        ("MTTQVN", "Mặt trận Tổ quốc Việt Nam"),
        ("UBMTTQ", "Ủy ban Mặt trận Tổ quốc"),
        ("UBMTTQVN", "Ủy ban Mặt trận Tổ quốc Việt Nam"),
        ("BCH", "Ban Chấp hành"),
        ("BTV", "Ban Thường vụ"),
        ("BCSĐ", "Ban Cán sự đảng"),
        ("VP", "Văn phòng"),
        ("BHXH", "Bảo hiểm xã hội"),
        ("CTXH", "Chính trị xã hội"),
        ("LĐTBXH", "Lao động Thương binh Xã hội"),
        ("TBXH", "Thương binh Xã hội"),
        ("GDĐT", "Giáo dục Đào tạo"),
        ("GTVT", "Giao thông vận tải"),
        ("KHCN", "Khoa học Công nghệ"),
        ("KHĐT", "Kế hoạch Đầu tư"),
        ("NNMT", "Nông nghiệp Môi trường"),
        ("NNPTNT", "Nông nghiệp Phát triển nông thôn"),
        ("TCKH", "Tài chính Kế hoạch"),
        ("TNMT", "Tài nguyên Môi trường"),
        ("TTTT", "Thông tin Truyền thông"),
        ("TTYT", "Trung tâm Y tế"),
        ("VHTT", "Văn hóa Thông tin"),
        ("VHTTDL", "Văn hóa Thể thao Du lịch"),
        ("VHTTTT", "Văn hóa Thông tin Thể thao"),
        ("PTTH", "Phát thanh Truyền hình"),
        ("CCB", "Cựu chiến binh"),
        ("LĐLĐ", "Liên đoàn Lao động"),
        ("LHPN", "Liên hiệp Phụ nữ"),
        ("TNCS", "Thanh niên Cộng sản"),
        ("TP", "Thành phố"),
        ("TX", "Thị xã"),
        ("Đăk", "Đắk"),
    ];

    /// <summary>What the letters mean, both in folded words.</summary>
    public static IReadOnlyDictionary<string, string> Meanings { get; } = Table.ToDictionary(
        x => string.Concat(NameWords.Split(x.Letters)), x => string.Join(' ', NameWords.Split(x.Meaning)), StringComparer.Ordinal);
}
