using System.Text;

namespace SocialPolicy.PlanText.Layout;

public sealed class JoiningLines
{
    private const string Plan = """
        KẾ HOẠCH

        Thực hiện chính sách xã hội trên địa bàn tỉnh Lâm Hải

        I. MỤC ĐÍCH, YÊU CẦU

        1. Mục đích

        Nâng cao nhận thức, trách nhiệm của các cấp ủy, chính quyền và của Nhân dân đối với việc thực hiện chính sách xã hội trên địa bàn tỉnh.

        II. MỤC TIÊU

        1. Mục tiêu cụ thể đến năm 2030

        - Tỷ lệ thất nghiệp khu vực thành thị dưới 3,5%; tỷ lệ lao động qua đào tạo đạt 70%; 25 giường bệnh, 9 bác sĩ trên 10.000 dân; trên 95% dân số tham gia bảo hiểm y tế.

        - Có ít nhất 75% người dân ở vùng sâu, vùng xa được hưởng thụ các hoạt động văn hoá; 15% nước thải sinh hoạt được xử lý đạt quy chuẩn trước khi xả ra môi trường tự nhiên.

        III. NHIỆM VỤ VÀ GIẢI PHÁP CHỦ YẾU

        1. Nâng cao nhận thức về vị trí, vai trò của chính sách xã hội

        1.1. Sở Lao động - Thương binh và Xã hội chủ trì, phối hợp với các sở, ban, ngành có liên quan, UBND các huyện, thành phố

        Tăng cường tuyên truyền, giáo dục nâng cao nhận thức về vai trò đặc biệt quan trọng của chính sách xã hội trong giai đoạn mới, bảo đảm thiết thực, hiệu quả.

        IV. TỔ CHỨC THỰC HIỆN

        1. Các sở, ban, ngành, UBND các huyện, thành phố

        - Định kỳ trước ngày 01/12 hằng năm, báo cáo kết quả, tiến độ, những đề xuất, kiến nghị gửi Sở Lao động - Thương binh và Xã hội để tổng hợp chung.
        """;

    [Theory]
    [InlineData(60)]
    [InlineData(72)]
    [InlineData(80)]
    [InlineData(100)]
    public void Reads_a_hard_wrapped_document_as_the_unwrapped_one(int width)
    {
        var (plain, wrapped) = (PlanReader.Read(Plan), PlanReader.Read(Wrap(Plan, width)));

        wrapped.Targets.Select(target => target.Text).ShouldBe(plain.Targets.Select(target => target.Text));
        wrapped.Tasks.Select(task => (task.Numbering, task.Heading, task.Lead)).ShouldBe(plain.Tasks.Select(task => (task.Numbering, task.Heading, task.Lead)));
        wrapped.ReportingDuties.ShouldHaveSingleItem().Deadline.ShouldBe(new ReportingDeadline(1, 12, false));
        plain.Targets.Count.ShouldBe(7);
    }

    [Fact]
    public void Joins_a_sentence_that_a_page_break_cut()
    {
        var cut = Plan.Replace("25 giường bệnh, 9 bác sĩ trên", "25 giường bệnh, 9 bác sĩ\n\ntrên", StringComparison.Ordinal);

        PlanReader.Read(cut).Targets.Select(target => target.Text).ShouldBe(PlanReader.Read(Plan).Targets.Select(target => target.Text));
    }

    [Fact]
    public void Points_back_into_the_text_as_received_whatever_was_folded_away()
    {
        var received = Plan.Normalize(NormalizationForm.FormD)
            .Replace("3,5%", "**3,5%**", StringComparison.Ordinal)
            .Replace(" dân số", "\u00A0\u200Bdân số", StringComparison.Ordinal);

        foreach (var target in PlanReader.Read(received).Targets)
        {
            var place = received[target.Span.Start..target.Span.End].Normalize(NormalizationForm.FormC)
                .Replace("**", "", StringComparison.Ordinal).Replace("\u200B", "", StringComparison.Ordinal).Replace('\u00A0', ' ');
            place.ShouldBe(target.Text);
        }
    }

    [Fact]
    public void Reads_word_segmented_and_windows_text_alike()
    {
        var expected = PlanReader.Read(Plan).Targets.Select(target => target.Text).ToList();

        PlanReader.Read(Plan.Replace("\n", "\r\n", StringComparison.Ordinal)).Targets.Select(target => target.Text).ShouldBe(expected);
        PlanReader.Read(Plan.Replace("thất nghiệp", "thất_nghiệp", StringComparison.Ordinal)).Targets.Select(target => target.Text).ShouldBe(expected);
    }

    private static string Wrap(string text, int width)
    {
        var wrapped = new StringBuilder();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var length = 0;
            foreach (var word in line.Trim().Split(' '))
            {
                if (length > 0 && length + 1 + word.Length > width)
                {
                    wrapped.Append('\n');
                    length = 0;
                }

                wrapped.Append(length > 0 ? " " : "").Append(word);
                length += word.Length + (length > 0 ? 1 : 0);
            }

            wrapped.Append('\n');
        }

        return wrapped.ToString();
    }
}
