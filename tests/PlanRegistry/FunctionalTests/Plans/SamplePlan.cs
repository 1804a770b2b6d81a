using System.Globalization;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Plans;

/// <summary>A small plan in the administrative form; every call makes another one, with a number of its own.</summary>
internal static class SamplePlan
{
    private static int counter;

    public static string Text() => Text(Interlocked.Increment(ref counter).ToString(CultureInfo.InvariantCulture));

    public static string Text(string number) => $"""
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

        - Tỷ lệ thất nghiệp khu vực thành thị dưới 4%.

        - Tỷ lệ lao động qua đào tạo có bằng cấp, chứng chỉ đạt 35%.

        - Tỷ lệ bao phủ bảo hiểm y tế trên 95% dân số.

        III. NHIỆM VỤ, GIẢI PHÁP

        1. Tăng cường tuyên truyền về chính sách xã hội

        - Tổ chức tuyên truyền đến từng thôn, bản.

        2. Phát triển thị trường lao động

        - Hỗ trợ tạo việc làm cho người lao động.

        IV. TỔ CHỨC THỰC HIỆN

        1. Các sở, ban, ngành, UBND các huyện, thành phố xây dựng kế hoạch thực hiện; định kỳ hằng năm báo cáo kết quả thực hiện về UBND tỉnh (qua Sở Lao động - Thương binh và Xã hội) trước ngày 15/12.

        Nơi nhận:
        - Thường trực Tỉnh ủy;
        - Lưu: VT.

        TM. ỦY BAN NHÂN DÂN
        KT. CHỦ TỊCH
        PHÓ CHỦ TỊCH

        Nguyễn Văn Mẫu
        """;
}
