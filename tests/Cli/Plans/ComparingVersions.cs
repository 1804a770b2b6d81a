using SocialPolicy.Cli.Plans;
using SocialPolicy.PlanText;

namespace SocialPolicy.Cli.UnitTests.Plans;

public sealed class ComparingVersions
{
    private const string Plan = """
        ỦY BAN NHÂN DÂN
        TỈNH SƠN LA

        Số: 57/KH-UBND

        Sơn La, ngày 06 tháng 02 năm 2024

        KẾ HOẠCH
        Về chính sách xã hội giai đoạn 2024 - 2030

        I. MỤC TIÊU
        - Tỷ lệ lao động qua đào tạo đạt 70% vào năm 2025.
        - Tỷ lệ hộ nghèo giảm bình quân 3%/năm.
        - Có ít nhất 12 giường bệnh trên 10.000 dân.

        II. NHIỆM VỤ
        1. Phát triển thị trường lao động
        - Sở Nội vụ chủ trì, phối hợp với Sở Giáo dục và Đào tạo mở các lớp dạy nghề.

        III. TỔ CHỨC THỰC HIỆN
        1. Các sở, ngành báo cáo kết quả thực hiện về Sở Nội vụ trước ngày 25 tháng 11 hằng năm.
        """;

    [Fact]
    public void Finds_no_difference_between_a_document_and_itself() => Compared(Plan, Plan).ShouldBeEmpty();

    [Fact]
    public void Shows_a_raised_threshold_as_a_change_of_the_same_target() =>
        Compared(Plan, Plan.Replace("đạt 70% vào năm 2025", "đạt 75% vào năm 2025", StringComparison.Ordinal))
            .Where(one => one.Field is not "text")
            .ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                one => (one.Kind, one.Change, one.Field).ShouldBe(("target", "changed", "demand")),
                one => (one.Before, one.After).ShouldBe(("= 70 %", "= 75 %")),
                one => one.About.ShouldContain("lao động qua đào tạo"));

    [Fact]
    public void Shows_a_moved_deadline() =>
        Compared(Plan, Plan.Replace("25 tháng 11", "20 tháng 12", StringComparison.Ordinal))
            .ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                one => (one.Kind, one.Change, one.Field).ShouldBe(("reporting duty", "changed", "deadline")),
                one => (one.Before, one.After).ShouldBe(("before 25/11", "before 20/12")));

    [Fact]
    public void Shows_what_was_dropped_and_what_was_added_whole()
    {
        var differences = Compared(Plan, Plan
            .Replace("- Có ít nhất 12 giường bệnh trên 10.000 dân.", "- 100% trẻ em dưới 6 tuổi được cấp thẻ bảo hiểm y tế.", StringComparison.Ordinal));

        differences.Select(one => (one.Kind, one.Change)).ShouldBe([("target", "dropped"), ("target", "added")]);
        differences[0].Before.ShouldContain("≥ 12 giường/10.000 dân");
        differences[1].After.ShouldContain("100 %");
    }

    [Fact]
    public void Shows_a_header_that_was_corrected() =>
        Compared(Plan, Plan.Replace("57/KH-UBND", "58/KH-UBND", StringComparison.Ordinal))
            .ShouldBe([new("header", "changed", "header", "number", "57/KH-UBND", "58/KH-UBND")]);

    private static IReadOnlyList<PlanDifference> Compared(string before, string after) =>
        DiffPlans.Between(ComparedItem.Of(PlanReader.Read(before)), ComparedItem.Of(PlanReader.Read(after)));
}
