using System.Globalization;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Plans;

/// <summary>A small plan in the administrative form; every call makes another one, with a number of its own.</summary>
internal static class SamplePlan
{
    /// <summary>The targets of every plan that is made here.</summary>
    public const string Targets = """
        - Tỷ lệ thất nghiệp khu vực thành thị dưới 4%.

        - Tỷ lệ lao động qua đào tạo có bằng cấp, chứng chỉ đạt 35%.

        - Tỷ lệ bao phủ bảo hiểm y tế trên 95% dân số.
        """;

    /// <summary>What it says of reports, whatever its number in the section on organisation.</summary>
    public const string Reports =
        "Các sở, ban, ngành, UBND các huyện, thành phố xây dựng kế hoạch thực hiện; định kỳ hằng năm báo cáo kết quả thực hiện về UBND tỉnh "
        + "(qua Sở Lao động - Thương binh và Xã hội) trước ngày 15/12.";

    private const string Tasks = """
        1. Tăng cường tuyên truyền về chính sách xã hội

        - Tổ chức tuyên truyền đến từng thôn, bản.

        2. Phát triển thị trường lao động

        - Hỗ trợ tạo việc làm cho người lao động.
        """;

    private static int counter;

    public static string Text() => Text(NewNumber());

    public static string Text(string number) => Of(number, Targets, Tasks, $"1. {Reports}");

    /// <summary>Before the stroke of a plan's number; one that no other plan has.</summary>
    public static string NewNumber() => Interlocked.Increment(ref counter).ToString(CultureInfo.InvariantCulture);

    /// <summary>The plan with other things in its sections.</summary>
    public static string Of(string number, string targets, string tasks, string organisation) => $"""
        ỦY BAN NHÂN DÂN
        TỈNH SƠN LA
        -------
        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Độc lập - Tự do - Hạnh phúc
        ---------------
        Số: {number}/KH-UBND

        Sơn La, ngày 06 tháng 02 năm 2024

        KẾ HOẠCH
        Thực hiện chính sách xã hội trên địa bàn tỉnh giai đoạn 2024 - 2030

        Căn cứ Nghị quyết số 42-NQ/TW ngày 24/11/2023 của Ban Chấp hành Trung ương Đảng khóa XIII;

        Ủy ban nhân dân tỉnh ban hành Kế hoạch với các nội dung sau:

        I. MỤC ĐÍCH, YÊU CẦU

        - Cụ thể hóa các nhiệm vụ của Nghị quyết số 42-NQ/TW.

        II. MỤC TIÊU

        1. Mục tiêu cụ thể đến năm 2030

        {targets}

        III. NHIỆM VỤ, GIẢI PHÁP

        {tasks}

        IV. TỔ CHỨC THỰC HIỆN

        {organisation}

        Nơi nhận:
        - Thường trực Tỉnh ủy;
        - Lưu: VT.

        TM. ỦY BAN NHÂN DÂN
        KT. CHỦ TỊCH
        PHÓ CHỦ TỊCH

        Nguyễn Văn Mẫu
        """;
}
