namespace SocialPolicy.PlanText.Layout;

/// <summary>Forms that documents come in.</summary>
public sealed class ReadingForms
{
    private const string Decision = """
        ỦY BAN NHÂN DÂN
        TỈNH LÂM HẢI

        Số: 128/QĐ-UBND

        Lâm Hải, ngày 05 tháng 5 năm 2026

        QUYẾT ĐỊNH
        Về việc ban hành Kế hoạch chăm sóc người cao tuổi

        Căn cứ Luật Người cao tuổi số 39/2009/QH12;

        QUYẾT ĐỊNH:

        Điều 1. Ban hành kèm theo Quyết định này Kế hoạch chăm sóc người cao tuổi.

        Điều 2. Chánh Văn phòng chịu trách nhiệm thi hành Quyết định này./.

        Nơi nhận:
        - Như Điều 2;
        - Lưu: VT.

        TM. ỦY BAN NHÂN DÂN
        CHỦ TỊCH

        Trần Văn Mẫu

        KẾ HOẠCH
        Chăm sóc người cao tuổi giai đoạn 2026 - 2030
        (Ban hành kèm theo Quyết định số 128/QĐ-UBND ngày 05/5/2026)

        Phần I
        MỤC TIÊU

        1. Mục tiêu chung

        Nâng cao đời sống người cao tuổi.

        2. Mục tiêu cụ thể đến năm 2030

        - 95% người cao tuổi có thẻ bảo hiểm y tế.

        Phần II
        NHIỆM VỤ

        1. Truyền thông

        - Tổ chức truyền thông.
        """;

    [Fact]
    public void Unwraps_a_plan_from_the_decision_that_issues_it()
    {
        var reading = PlanReader.Read(Decision);

        reading.IsPlan.ShouldBeTrue();
        (reading.Number, reading.IssuedOn, reading.Signer?.Name, reading.Title, reading.Status).ShouldBe(
            ("128/QĐ-UBND", new DateOnly(2026, 5, 5), "Trần Văn Mẫu", "Chăm sóc người cao tuổi giai đoạn 2026 - 2030", DocumentStatus.Issued));
        reading.Recipients.ShouldBe(["Như Điều 2", "Lưu: VT"]);
        reading.Outline.Select(entry => (entry.Numbering, entry.Level, entry.Heading)).ShouldBe(
            [("I", 1, "MỤC TIÊU"), ("I.1", 2, "Mục tiêu chung"), ("I.2", 2, "Mục tiêu cụ thể đến năm 2030"), ("II", 1, "NHIỆM VỤ"), ("II.1", 2, "Truyền thông")]);
        reading.Targets.ShouldHaveSingleItem().Year.ShouldBe(2030);
        reading.LegalBases.Select(basis => (basis.Number, basis.Name)).ShouldBe([("39/2009/QH12", "Luật Người cao tuổi")]);
    }

    [Fact]
    public void Reads_the_numbering_of_the_party()
    {
        var reading = PlanReader.Read("""
            KẾ HOẠCH
            Thực hiện công tác dân số

            I- MỤC TIÊU

            1- Đến năm 2030

            - Tuổi thọ trung bình đạt 75 tuổi.

            2- Tầm nhìn đến năm 2045

            Tuổi thọ trung bình đạt trên 80 tuổi.

            II- NHIỆM VỤ

            1- Lãnh đạo, chỉ đạo

            1.1- Đưa chỉ tiêu vào nghị quyết.
            """);

        reading.Targets.ShouldHaveSingleItem().Value.ShouldBe(75);
        reading.VisionTargets.ShouldHaveSingleItem().Value.ShouldBe(80);
        reading.Tasks.Select(task => task.Numbering).ShouldBe(["1", "1.1"]);
    }

    [Theory]
    [InlineData("| STT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian | Sản phẩm |\n|---|---|---|---|---|---|\n| I | Truyền thông | | | | |\n| 1 | Rà soát người nghiện | Công an tỉnh | Sở Y tế, UBND các xã | Hằng năm | Báo cáo |")]
    [InlineData("STT\tNhiệm vụ\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian\tSản phẩm\n1\tRà soát người nghiện\tCông an tỉnh\tSở Y tế, UBND các xã\tHằng năm\tBáo cáo")]
    [InlineData("STT\nNhiệm vụ\nCơ quan chủ trì\nCơ quan phối hợp\nThời gian\nSản phẩm\n1\nRà soát người nghiện\nCông an tỉnh\nSở Y tế, UBND các xã\nHằng năm\nBáo cáo")]
    public void Reads_an_annex_of_tasks_however_its_table_came_over(string table)
    {
        var reading = PlanReader.Read(Decision + "\n\nNơi nhận:\n- Lưu: VT.\n\nPHỤ LỤC\nPHÂN CÔNG NHIỆM VỤ\n\n" + table + "\n");

        var row = reading.TaskRows.ShouldHaveSingleItem();
        (row.Number, row.Text, row.Lead, row.Time, row.Deliverable).ShouldBe(("1", "Rà soát người nghiện", "Công an tỉnh", "Hằng năm", "Báo cáo"));
        row.Coordinating.ShouldBe(["Sở Y tế", "UBND các xã"]);
        reading.Tasks.Count.ShouldBe(1);
        reading.ReportingDuties.ShouldBeEmpty();
    }

    [Fact]
    public void Takes_the_numbers_of_rows_for_no_page_numbers()
    {
        var reading = PlanReader.Read(Decision + "\n\nNơi nhận:\n- Lưu: VT.\n\nPHỤ LỤC\n\nSTT\nNhiệm vụ\nCơ quan chủ trì\nThời gian\nSản phẩm\n"
            + "1\nRà soát người nghiện\nCông an tỉnh\nHằng năm\nBáo cáo\n2\nMở lớp dạy nghề\nSở Nội vụ\nNăm 2027\nLớp học\n3\nXây nhà văn hóa\nSở Xây dựng\nNăm 2028\nCông trình\n");

        reading.TaskRows.Select(row => (row.Number, row.Text, row.Lead, row.Time)).ShouldBe(
        [
            ("1", "Rà soát người nghiện", "Công an tỉnh", "Hằng năm"), ("2", "Mở lớp dạy nghề", "Sở Nội vụ", "Năm 2027"), ("3", "Xây nhà văn hóa", "Sở Xây dựng", "Năm 2028"),
        ]);
    }

    [Fact]
    public void Leaves_out_page_numbers_and_running_heads()
    {
        var reading = Sketch.OfTargets(
            "- Ít nhất 80% xã có câu lạc bộ liên thế hệ", "1/3", "Kế hoạch công tác người cao tuổi", "chăm sóc người cao tuổi.", "2/3", "Kế hoạch công tác người cao tuổi", "- 95% người cao tuổi có thẻ bảo hiểm y tế.");

        reading.Targets.Select(target => target.Text).ShouldBe(["Ít nhất 80% xã có câu lạc bộ liên thế hệ chăm sóc người cao tuổi", "95% người cao tuổi có thẻ bảo hiểm y tế"]);
    }

    [Theory]
    [InlineData("1. Phát triển mạng lưới - Sở Y tế chủ trì, phối hợp với Sở Xây dựng, Sở Tài chính")]
    [InlineData("1. Phát triển mạng lưới, giao Sở Y tế chủ trì, phối hợp với Sở Xây dựng, Sở Tài chính:")]
    [InlineData("1. Phát triển mạng lưới\n\n- Đầu tư trạm y tế.\n\n(Chủ trì: Sở Y tế; phối hợp: Sở Xây dựng, Sở Tài chính)")]
    [InlineData("1. Phát triển mạng lưới\n\n- Đầu tư trạm y tế.\n\n(Sở Y tế chủ trì; Sở Xây dựng, Sở Tài chính phối hợp thực hiện)")]
    [InlineData("1. Phát triển mạng lưới\n\nGiao Sở Y tế chủ trì, phối hợp với Sở Xây dựng, Sở Tài chính tham mưu đầu tư trạm y tế.")]
    [InlineData("1. Phát triển mạng lưới\n\nCơ quan chủ trì: Sở Y tế.\n\nCơ quan phối hợp: Sở Xây dựng, Sở Tài chính.")]
    public void Finds_who_leads_in_every_form(string task)
    {
        var read = Sketch.OfTasks(task).Tasks.ShouldHaveSingleItem();

        (read.Heading, read.Lead).ShouldBe(("Phát triển mạng lưới", "Sở Y tế"));
        read.Coordinating.ShouldBe(["Sở Xây dựng", "Sở Tài chính"]);
    }

    [Fact]
    public void Takes_time_and_deliverable_of_a_task_where_they_are_said()
    {
        var task = Sketch.OfTasks("1. Phát triển mạng lưới\n\n- Đầu tư trạm y tế.\n\n- Thời gian thực hiện: Quý IV/2026.\n\n- Sản phẩm: 15 trạm y tế đạt chuẩn.").Tasks.ShouldHaveSingleItem();

        (task.Time, task.Deliverable).ShouldBe(("Quý IV/2026", "15 trạm y tế đạt chuẩn"));
        task.Items.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("báo cáo Sở Nội vụ trong thời hạn 05 ngày làm việc kể từ ngày nhận được yêu cầu", 5, TermUnit.WorkingDays, "kể từ ngày nhận được yêu cầu")]
    [InlineData("báo cáo Sở Nội vụ chậm nhất 03 (ba) ngày sau khi kết thúc", 3, TermUnit.Days, "sau khi kết thúc")]
    [InlineData("báo cáo ngay Sở Nội vụ trong vòng 24 giờ", 24, TermUnit.Hours, null)]
    public void Reads_a_term_after_an_event(string said, int amount, TermUnit unit, string? after)
    {
        var duty = Sketch.OfOrganisation($"1. UBND các xã\n\n- Khi có yêu cầu, {said}.").ReportingDuties.ShouldHaveSingleItem();

        duty.Within.ShouldBe(new ReportingTerm(amount, unit, after));
        (duty.Deadline, duty.Date).ShouldBe((null, null));
    }

    [Fact]
    public void Reads_a_duty_for_each_frequency_and_each_day_of_one_phrase()
    {
        Sketch.OfOrganisation("1. UBND các xã định kỳ hằng quý, 6 tháng, năm báo cáo Sở Nội vụ.").ReportingDuties.Select(duty => duty.Frequency).ShouldBe(
            [ReportingFrequency.Quarterly, ReportingFrequency.SixMonth, ReportingFrequency.Annual]);
        Sketch.OfOrganisation("1. UBND các xã\n\n- Định kỳ 6 tháng báo cáo Sở Nội vụ trước ngày 15/6 và 15/12 hằng năm.").ReportingDuties.Select(duty => (duty.Deadline?.Day, duty.Deadline?.Month)).ShouldBe(
            [(15, 6), (15, 12)]);
    }

    [Fact]
    public void Lists_as_unread_what_lost_its_line_breaks()
    {
        var reading = PlanReader.Read("KẾ HOẠCH\nThực hiện công tác trẻ em\n\nUBND xã ban hành Kế hoạch như sau: I. MỤC TIÊU - 90% trẻ em được khai sinh đúng hạn. - Giảm số trẻ em bị đuối nước. II. NHIỆM VỤ 1. Tuyên truyền. 2. Dạy bơi cho trẻ em. 3. Hỗ trợ trẻ em mồ côi; khám sức khỏe định kỳ. III. TỔ CHỨC THỰC HIỆN 1. Công chức văn hóa - xã hội theo dõi, tổng hợp.");

        (reading.IsPlan, reading.Targets.Count).ShouldBe((true, 0));
        reading.Unread.Count.ShouldBeGreaterThan(3);
    }
}
