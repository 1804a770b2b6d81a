using SocialPolicy.PlanRegistry.Domain.Tasks;
using SocialPolicy.PlanText;

namespace SocialPolicy.PlanRegistry.UnitTests.Tasks;

public sealed class SuggestingAKind
{
    [Theory]
    [InlineData("Tiếp tục hoàn thiện chính sách", null, null, TaskKind.Ongoing, null)]
    [InlineData("TĂNG CƯỜNG công tác tuyên truyền", null, null, TaskKind.Ongoing, null)]
    [InlineData("Đẩy mạnh chuyển đổi số", "Hằng năm", null, TaskKind.Ongoing, null)]
    [InlineData("Xây dựng Đề án", "Trước ngày 30/6/2027", null, TaskKind.OneOff, "2027-06-30")]
    [InlineData("Xây dựng Đề án", "Quý II năm 2026", null, TaskKind.OneOff, "2026-06-30")]
    [InlineData("Xây dựng Đề án", "tháng 2/2028", null, TaskKind.OneOff, "2028-02-29")]
    [InlineData("Xây dựng Đề án", "Năm 2026", null, TaskKind.OneOff, "2026-12-31")]
    [InlineData("Xây dựng Đề án", "Giai đoạn 2026 - 2030", null, TaskKind.Ongoing, null)]
    [InlineData("Rà soát quy hoạch", null, "Báo cáo rà soát", TaskKind.OneOff, null)]
    [InlineData("Tiếp tục xây dựng Đề án", "Quý IV/2026", null, TaskKind.OneOff, "2026-12-31")]
    [InlineData("Xây dựng Đề án", "31/02/2026", null, TaskKind.Ongoing, null)]
    [InlineData("Hỗ trợ nhà ở", null, null, TaskKind.Ongoing, null)]
    public void Follows_from_the_words(string heading, string? time, string? deliverable, TaskKind kind, string? due)
    {
        var task = new Domain.Plans.PlanTask(Guid.CreateVersion7(), null, "1", 1, heading, null, [], time, deliverable, [], new TextSpan(0, 9));

        var suggestion = KindSuggestion.Of(task);

        suggestion.Kind.ShouldBe(kind);
        suggestion.Due?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture).ShouldBe(due);
        suggestion.Explanation.ShouldNotBeEmpty();
    }
}
