using SocialPolicy.Notifications.Domain.Notices;
using SocialPolicy.Notifications.Service.Templates;

namespace SocialPolicy.Notifications.FunctionalTests.Templates;

public sealed class WritingANotice
{
    private static readonly DateOnly Due = new(2026, 12, 15);

    private static readonly NoticeSubject Subject = new(
        "UBND phường Tô Hiệu", "Sở Nội vụ", "43/KH-UBND", "Thực hiện chính sách xã hội", "kết quả giảm nghèo", "2026-Q4", Due,
        "Hạn ghi trong kế hoạch.", "12/CV-SNV", ReturnReason: null, Requested: false);

    private static readonly NoticeTexts Texts = new();

    [Theory]
    [InlineData(NoticeKind.Issued)]
    [InlineData(NoticeKind.Upcoming)]
    [InlineData(NoticeKind.DueToday)]
    public void Invites_an_agency_that_is_requested(NoticeKind kind)
    {
        var text = Texts.Write(kind, Subject with { Requested = true }, Due.AddDays(-7));

        text.Subject.ShouldStartWith("Đề nghị");
        text.Body.ShouldNotContain("Yêu cầu", Case.Insensitive);
    }

    [Theory]
    [InlineData(NoticeKind.Upcoming)]
    [InlineData(NoticeKind.DueToday)]
    public void Does_not_say_that_nothing_came_when_it_was_returned(NoticeKind kind)
    {
        Texts.Write(kind, Subject, Due).Body.ShouldContain("chưa nhận được");

        var returned = Texts.Write(kind, Subject with { ReturnReason = "Thiếu số liệu." }, Due);

        returned.Body.ShouldNotContain("chưa nhận được");
        returned.Body.ShouldContain("đã bị trả lại");
    }

    [Theory]
    [InlineData(-1, "gửi lại chậm nhất ngày 15/12/2026.")]
    [InlineData(0, "gửi lại chậm nhất ngày 15/12/2026.")]
    [InlineData(1, "gửi lại ngay; hạn gửi là ngày 15/12/2026.")]
    public void Asks_for_a_returned_report_by_a_day_that_can_still_be_kept(int day, string words) =>
        Texts.Write(NoticeKind.Returned, Subject with { ReturnReason = "Thiếu số liệu." }, Due.AddDays(day)).Body.ShouldContain(words);

    [Fact]
    public void Says_that_the_day_told_before_no_longer_holds()
    {
        var text = Texts.Write(NoticeKind.Rescheduled, Subject, Due.AddDays(-20));

        text.Subject.ShouldBe("Thay đổi hạn báo cáo: kết quả giảm nghèo, hạn mới 15/12/2026");
        text.Body.ShouldContain("hạn đã thông báo trước đây không còn áp dụng");
    }

    [Fact]
    public void Keeps_a_subject_on_one_line() =>
        Texts.Write(NoticeKind.Overdue, Subject with { Content = "kết quả\r\nBcc: ai@example.vn" }, Due.AddDays(1)).Subject.ShouldNotContain('\n');
}
