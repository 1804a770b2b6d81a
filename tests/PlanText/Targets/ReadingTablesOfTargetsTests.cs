namespace SocialPolicy.PlanText.Targets;

public sealed class ReadingTablesOfTargets
{
    [Fact]
    public void Takes_each_value_under_a_year_with_the_unit_of_its_column()
    {
        var targets = Sketch.OfTargets("""
            | STT | Chỉ tiêu | Đơn vị tính | Năm 2027 | Năm 2030 |
            |---|---|---|---|---|
            | 1 | Tỷ lệ thôn có nhà văn hóa | % | 82,5 | trên 95 |
            | 2 | Số giường bệnh trên 10.000 dân | giường | 31 | từ 34 trở lên |
            | 3 | Tỷ suất tử vong trẻ em dưới 5 tuổi | ‰ | < 14 | 10 - 12 |
            """).Targets;

        targets.Select(target => (target.Indicator, target.Comparator, target.Value, target.ValueMax, target.Unit, target.Year, target.Direction)).ShouldBe(
        [
            ("Tỷ lệ thôn có nhà văn hóa", Comparator.Eq, 82.5m, null, "%", 2027, Direction.Up),
            ("Tỷ lệ thôn có nhà văn hóa", Comparator.Gt, 95m, null, "%", 2030, Direction.Up),
            ("Số giường bệnh trên 10.000 dân", Comparator.Eq, 31m, null, "giường/10.000 dân", 2027, Direction.Up),
            ("Số giường bệnh trên 10.000 dân", Comparator.Ge, 34m, null, "giường/10.000 dân", 2030, Direction.Up),
            ("Tỷ suất tử vong trẻ em dưới 5 tuổi", Comparator.Lt, 14m, null, "‰", 2027, Direction.Down),
            ("Tỷ suất tử vong trẻ em dưới 5 tuổi", Comparator.Range, 10m, 12m, "‰", 2030, Direction.Down),
        ]);
        targets[1].Text.ShouldBe("Tỷ lệ thôn có nhà văn hóa trên 95 %");
    }

    [Fact]
    public void Finds_the_years_in_a_second_row_of_titles_and_leaves_what_was_reached_before()
    {
        var reading = Sketch.OfTargets(
            "TT\tTên chỉ tiêu\tĐVT\tThực hiện 2025\tMục tiêu\t\tTầm nhìn 2045\n" +
            "\t\t\t\t2027\t2030\n" +
            "I\tGiảm nghèo\t\t\t\t\t\n" +
            "1.\tGiảm tỷ lệ hộ nghèo\t%/năm\t1,3\t1,1\t0,8\t0,4\n" +
            "2.\tXóa nhà tạm\tcăn\t2.150\t1.260\tHoàn thành");

        reading.Targets.Select(target => (target.Indicator, target.Comparator, target.Value, target.Unit, target.PerYear, target.Year)).ShouldBe(
        [
            ("Giảm tỷ lệ hộ nghèo", Comparator.DecreaseBy, 1.1m, "%/năm", true, 2027),
            ("Giảm tỷ lệ hộ nghèo", Comparator.DecreaseBy, 0.8m, "%/năm", true, 2030),
            ("Xóa nhà tạm", Comparator.Eq, 1260m, "căn", false, 2027),
        ]);
        reading.VisionTargets.ShouldHaveSingleItem().Value.ShouldBe(0.4m);
        reading.Unread.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("| I. Lĩnh vực y tế | | | | |")]
    [InlineData("| A. LĨNH VỰC Y TẾ | | | | |")]
    [InlineData("| Lĩnh vực y tế | | | | |")]
    [InlineData("| I | Lĩnh vực y tế | | | |")]
    [InlineData("| (1) | (2) | (3) | (4) | (5) |")]
    public void Goes_on_below_a_row_that_says_what_the_next_ones_are_about(string row)
    {
        var reading = Sketch.OfTargets($"| STT | Chỉ tiêu | Đơn vị | Năm 2027 | Năm 2030 |\n{row}\n| 1 | Tỷ lệ trạm có bác sĩ | % | 80 | 95 |");

        reading.Targets.Select(target => (target.Value, target.Year)).ShouldBe([(80, 2027), (95, 2030)]);
        reading.Unread.ShouldBeEmpty();
    }

    [Fact]
    public void Takes_the_years_of_the_lower_of_two_rows_of_titles() =>
        Sketch.OfTargets("| TT | Chỉ tiêu | Đơn vị | Mục tiêu đến năm 2030 | |\n| | | | Năm 2026 | Năm 2030 |\n| 1 | Tỷ lệ trạm có bác sĩ | % | 80 | 95 |")
            .Targets.Select(target => (target.Value, target.Year)).ShouldBe([(80, 2026), (95, 2030)]);

    [Fact]
    public void Claims_nothing_from_a_caption() =>
        Sketch.OfTargets("Bảng 2. Chỉ tiêu về nhà ở", "- 90% hộ có nhà kiên cố.").Targets.ShouldHaveSingleItem().Value.ShouldBe(90);

    [Fact]
    public void Reads_an_annex_behind_the_signature()
    {
        var reading = Sketch.OfOrganisation("""
            1. Sở Nội vụ theo dõi việc thực hiện Kế hoạch này.

            PHỤ LỤC

            STT	Chỉ tiêu	Đơn vị	Kế hoạch năm 2028	Cơ quan theo dõi
            1	Tỷ lệ người cao tuổi được khám sức khỏe định kỳ	%	75	Sở Y tế
            """);

        reading.Targets.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            target => (target.Value, target.Unit, target.Year).ShouldBe((75m, "%", 2028)));
    }

    [Theory]
    [InlineData("STT", "Chỉ tiêu", "Đơn vị tính", "Năm 2027", "1", "Tỷ lệ thôn có nhà văn hóa", "%", "82,5", "2", "Số bác sĩ", "bác sĩ/vạn dân", "14")]
    [InlineData("TT Tên chỉ tiêu", "I", "1", "Lao động, việc làm", "Tỷ lệ thất nghiệp ở khu vực thành thị", "ĐVT", "Mục tiêu 2027 2030", "%", "3,1 dưới 3", "Sở Nội vụ chủ trì theo dõi")]
    public void Claims_nothing_from_a_table_that_lost_its_rows(params string[] lines)
    {
        var reading = Sketch.OfTargets(["- Tỷ lệ hộ nghèo còn dưới 1%.", .. lines]);

        reading.Targets.ShouldHaveSingleItem().Value.ShouldBe(1);
        reading.Unread.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("| STT | Nội dung | Đơn vị tính | Kinh phí năm 2027 |\n| 1 | Mở lớp dạy nghề | triệu đồng | 450 |")]
    [InlineData("| STT | Chỉ tiêu | Đơn vị tính | Thực hiện năm 2024 |\n| 1 | Tỷ lệ hộ nghèo | % | 3,2 |")]
    [InlineData("| STT | Chỉ tiêu | Đơn vị tính | Năm 2027 |\n| 1 | Ban hành đề án | văn bản | quý I/2027 |")]
    public void Claims_nothing_from_costs_past_figures_and_dates(string table) => Sketch.OfTargets(table).Targets.ShouldBeEmpty();

    [Fact]
    public void Lists_a_row_that_gave_nothing_as_unread()
    {
        const string table = "| STT | Chỉ tiêu | Đơn vị tính | Năm 2027 |\n| 1 | Xã đạt chuẩn | xã | toàn bộ |";
        var reading = Sketch.OfTargets(table);

        reading.Targets.ShouldBeEmpty();
        reading.Unread.ShouldHaveSingleItem();
    }

    [Fact]
    public void Reads_a_table_among_the_tasks_as_targets_of_the_tasks()
    {
        var reading = Sketch.OfTasks("1. Phát triển mạng lưới\n\n| STT | Chỉ tiêu | Đơn vị tính | Năm 2027 |\n|---|---|---|---|\n| 1 | Tỷ lệ thôn có nhà văn hóa | % | 82 |");

        reading.Targets.ShouldBeEmpty();
        reading.TargetsInTasks.ShouldHaveSingleItem().Value.ShouldBe(82);
        reading.Unread.ShouldBeEmpty();
    }

    // Every value times every word of its indicator would be 40 billion signs.
    [Fact]
    public void Leaves_a_table_that_nobody_wrote_unread()
    {
        var years = string.Concat(Enumerable.Repeat("2027 | ", 200_000));
        var words = string.Concat(Enumerable.Repeat("tỷ lệ ", 50_000));

        Sketch.OfTargets($"| Chỉ tiêu | Đơn vị tính | {years}\n| {words} | % | {years.Replace("2027", "5", StringComparison.Ordinal)}").Targets.ShouldBeEmpty();
        Sketch.OfTargets($"| Chỉ tiêu | Đơn vị tính | 2027 |\n| {words} | % | 5 |").Targets.ShouldBeEmpty();
    }
}
