namespace SocialPolicy.PlanText.Tasks;

public sealed class ReadingTasks
{
    [Fact]
    public void Builds_the_tree_from_every_numbering_style()
    {
        var tasks = Sketch.OfTasks("""
            1. Nhiệm vụ

            1.1 .Về giáo dục

            a) Tiểu học

            - Duy trì sĩ số.

            đ) Trung học

            Nâng cao chất lượng.

            1.2. Về y tế

            - Củng cố trạm y tế xã.

            2. Giải pháp

            2.1. Đẩy mạnh tuyên truyền; kịp thời biểu dương.
            """).Tasks;

        tasks.Select(task => (task.Numbering, task.Level, task.Parent)).ShouldBe(
        [
            ("1", 1, null), ("1.1", 2, "1"), ("1.1.a", 3, "1.1"), ("1.1.đ", 3, "1.1"), ("1.2", 2, "1"), ("2", 1, null), ("2.1", 2, "2"),
        ]);
        tasks[2].Items.ShouldHaveSingleItem().Kind.ShouldBe(ItemKind.Bullet);
        tasks[6].Items.ShouldHaveSingleItem().Text.ShouldBe("Đẩy mạnh tuyên truyền; kịp thời biểu dương.");
    }

    [Theory]
    [InlineData("1. Sở Công Thương chủ trì, phối hợp với Sở Tài chính, UBND các xã", "Sở Công Thương", "Sở Tài chính|UBND các xã")]
    [InlineData("1. Phòng Tư pháp phối hợp Phòng Nội vụ", "Phòng Tư pháp", "Phòng Nội vụ")]
    [InlineData("1. Sở Văn hóa, Thể thao và Du lịch chủ trì, phối hợp với các sở, ngành có liên quan, UBND các huyện, thành phố", "Sở Văn hóa, Thể thao và Du lịch", "các sở, ngành có liên quan|UBND các huyện, thành phố")]
    [InlineData("1. Các sở, ban, ngành của tỉnh, UBND huyện, thành phố", "Các sở, ban, ngành của tỉnh, UBND huyện, thành phố", "")]
    [InlineData("1. Đề nghị Hội Liên hiệp Phụ nữ tỉnh", "Hội Liên hiệp Phụ nữ tỉnh", "")]
    [InlineData("1. UBND các xã: Tiếp tục rà soát hộ nghèo.", "UBND các xã", "")]
    [InlineData("1. Bảo hiểm xã hội tỉnh chủ trì, phối hợp với cơ quan có liên quan", "Bảo hiểm xã hội tỉnh", "cơ quan có liên quan")]
    [InlineData("1. Thực hiện chính sách nhà ở\n\nSở Xây dựng chủ trì, phối hợp với các địa phương:\n\n- Rà soát nhu cầu.", "Sở Xây dựng", "các địa phương")]
    [InlineData("1. Rà soát nhu cầu nhà ở\n\n- Cơ quan chủ trì: Sở Xây dựng.\n\n- Cơ quan phối hợp: Sở Tài chính, UBND các xã.", "Sở Xây dựng", "Sở Tài chính|UBND các xã")]
    [InlineData("1. Truyền thông\n\n- Tổ chức hội nghị.\n\n- Đơn vị thực hiện: Sở Nội vụ (chủ trì); Sở Tư pháp, Tỉnh đoàn (phối hợp).", "Sở Nội vụ", "Sở Tư pháp|Tỉnh đoàn")]
    [InlineData("1. Dạy nghề\n\na) Nội dung: Mở lớp dạy nghề.\n\nb) Cơ quan chủ trì: Sở Nội vụ.\n\nc) Cơ quan phối hợp: Sở Tài chính; UBND các xã.", "Sở Nội vụ", "Sở Tài chính|UBND các xã")]
    [InlineData("1. Dạy nghề\n\na) Mở lớp dạy nghề.\n\nb) Giới thiệu việc làm.\n\n- Cơ quan chủ trì: Sở Nội vụ.\n\n- Cơ quan phối hợp: Sở Tài chính, UBND các xã.", "Sở Nội vụ", "Sở Tài chính|UBND các xã")]
    [InlineData("1. Chăm sóc sức khỏe\n\nTrạm Y tế xã chủ trì, phối hợp với các trường học tổ chức khám sức khỏe định kỳ cho học sinh.", "Trạm Y tế xã", "các trường học")]
    [InlineData("1. Giao Sở Tư pháp chủ trì, phối hợp với UBND các huyện, thành phố trợ giúp pháp lý cho trẻ em", "Sở Tư pháp", "UBND các huyện, thành phố")]
    public void Takes_lead_and_coordination_as_written(string tasks, string lead, string coordinating)
    {
        var task = Sketch.OfTasks(tasks).Tasks[0];

        task.Lead.ShouldBe(lead);
        string.Join('|', task.Coordinating).ShouldBe(coordinating);
    }

    [Theory]
    [InlineData("1. Phòng, chống tai nạn thương tích trẻ em")]
    [InlineData("1. Hội nhập quốc tế về lao động")]
    [InlineData("1. Báo cáo, thống kê")]
    [InlineData("1. Các cấp, các ngành tăng cường phối hợp, kiểm tra, giám sát việc thực hiện.")]
    [InlineData("1. Nâng cao vai trò của Sở Y tế trong quản lý nhà nước")]
    public void Guesses_no_lead(string heading) => Sketch.OfTasks(heading + "\n\n- Tuyên truyền.").Tasks[0].Lead.ShouldBeNull();

    [Fact]
    public void Gives_each_lettered_task_the_lead_said_below_it()
    {
        var tasks = Sketch.OfTasks("1. Dạy nghề\n\na) Mở lớp.\n\n- Cơ quan chủ trì: Sở Nội vụ.\n\nb) Cho vay vốn.\n\n- Cơ quan chủ trì: Sở Tài chính.").Tasks;

        tasks.Select(task => task.Lead).ShouldBe([null, "Sở Nội vụ", "Sở Tài chính"]);
    }

    [Fact]
    public void Groups_the_rows_below_one_that_goes_over_all_columns()
    {
        var rows = Sketch.OfTasks("| STT | Nhiệm vụ | Chủ trì | Thời gian |\n| I. Lĩnh vực y tế | | | |\n| 1 | Khám sức khỏe | Sở Y tế | 2026 |\n| II. Lĩnh vực việc làm | | | |\n| 2 | Mở phiên giao dịch | Sở Nội vụ | Hằng quý |").TaskRows;

        rows.Select(row => (row.Number, row.Group, row.Lead)).ShouldBe([("1", "I. Lĩnh vực y tế", "Sở Y tế"), ("2", "II. Lĩnh vực việc làm", "Sở Nội vụ")]);
    }

    [Fact]
    public void Finds_the_foot_of_a_plan_without_sections()
    {
        var reading = PlanReader.Read("KẾ HOẠCH\nCải cách hành chính năm 2026\n\nUBND xã ban hành Kế hoạch như sau:\n\n1. Công chức tư pháp rà soát hồ sơ trước ngày 30/6/2026.\n\nNơi nhận:\n- Đảng ủy xã;\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nTrần Văn Bảy");

        (string.Join('|', reading.Recipients), reading.Signer?.Name).ShouldBe(("Đảng ủy xã|Lưu: VT", "Trần Văn Bảy"));
        reading.Unread.ShouldNotBeEmpty();
    }

    [Fact]
    public void Takes_the_rows_of_an_annex_for_the_tasks_where_there_are_no_others()
    {
        var tasks = Sketch.OfTasks("Nhiệm vụ được phân công tại Phụ lục kèm theo.\n\nPHỤ LỤC\n\n| STT | Nhiệm vụ | Chủ trì | Thời gian |\n| 1 | Rà soát đối tượng | Sở Y tế | 2026 |\n| 2 | Chi trả trợ cấp | UBND các xã | Hằng tháng |").Tasks;

        tasks.Select(task => (task.Numbering, task.Heading, task.Lead, task.Time)).ShouldBe([("1", "Rà soát đối tượng", "Sở Y tế", "2026"), ("2", "Chi trả trợ cấp", "UBND các xã", "Hằng tháng")]);
    }
}
