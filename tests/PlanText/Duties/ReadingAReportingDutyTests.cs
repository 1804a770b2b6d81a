namespace SocialPolicy.PlanText.Duties;

public sealed class ReadingAReportingDuty
{
    [Theory]
    [InlineData("Định kỳ trước ngày 20/11 hằng năm, báo cáo kết quả gửi Sở Y tế để tổng hợp.", 20, 11, false, ReportingFrequency.Annual)]
    [InlineData("Hàng năm, chậm nhất ngày 15/12 báo cáo kết quả về Ủy ban nhân dân tỉnh.", 15, 12, true, ReportingFrequency.Annual)]
    [InlineData("Báo cáo kết quả thực hiện về Sở Nội vụ trước 05/6 hằng năm.", 5, 6, false, ReportingFrequency.Annual)]
    [InlineData("Định kỳ hằng năm **trước ngày 10 tháng 12**, báo cáo kết quả về Sở Y tế.", 10, 12, false, ReportingFrequency.Annual)]
    [InlineData("Hằng tháng, trước ngày 20 hằng tháng báo cáo tiến độ về Sở Xây dựng.", 20, null, false, ReportingFrequency.Monthly)]
    [InlineData("Định kỳ hằng quý (trước ngày 15 của tháng cuối quý) báo cáo về Sở Tài chính.", 15, null, false, ReportingFrequency.Quarterly)]
    public void Takes_day_month_and_whether_the_day_counts(string sentence, int day, int? month, bool inclusive, ReportingFrequency frequency)
    {
        var duty = Duties("1. Các sở, ban, ngành\n\n- " + sentence).ShouldHaveSingleItem();

        duty.Deadline.ShouldBe(new ReportingDeadline(day, month, inclusive));
        duty.Frequency.ShouldBe(frequency);
        duty.Who.ShouldBe(["Các sở, ban, ngành"]);
        duty.ToWhom.ShouldHaveSingleItem();
    }

    [Fact]
    public void Makes_a_duty_of_each_deadline_with_its_own_frequency()
    {
        var duties = Duties("1. Ủy ban nhân dân các xã, phường\n\n- Định kỳ 06 tháng (trước 20/6), hàng năm (trước ngày 10/12) báo cáo kết quả thực hiện Kế hoạch gửi Ủy ban nhân dân tỉnh (qua Sở Tư pháp) để tổng hợp.");

        duties.Select(duty => (duty.Frequency, duty.Deadline!.Day, duty.Deadline.Month)).ShouldBe([(ReportingFrequency.SixMonth, 20, 6), (ReportingFrequency.Annual, 10, 12)]);
        duties.ShouldAllBe(duty => duty.Via == "Sở Tư pháp");
        duties.ShouldAllBe(duty => duty.ToWhom.SequenceEqual(new[] { "Ủy ban nhân dân tỉnh" }));
    }

    [Theory]
    [InlineData("báo cáo kết quả về UBND tỉnh trước ngày 10/6 (báo cáo 6 tháng) và trước ngày 12/12 (báo cáo năm)")]
    [InlineData("tổng hợp gửi UBND tỉnh: báo cáo 6 tháng trước ngày 10/6/2027, báo cáo năm trước ngày 12/12/2027")]
    public void Knows_a_report_by_its_name_beside_the_deadline(string clause) =>
        Duties($"1. Sở Nội vụ\n\n- Theo dõi, {clause}.").Select(duty => (duty.Frequency, duty.Deadline?.Day, duty.Deadline?.Month)).ShouldBe([(ReportingFrequency.SixMonth, 10, 6), (ReportingFrequency.Annual, 12, 12)]);

    [Theory]
    [InlineData("báo cáo UBND tỉnh và Bộ Y tế kết quả thực hiện trước ngày 20/12 hằng năm", "UBND tỉnh|Bộ Y tế")]
    [InlineData("báo cáo Bộ Xây dựng tình hình thực hiện trước ngày 20/12 hằng năm", "Bộ Xây dựng")]
    public void Ends_the_name_of_an_addressee_before_what_is_reported(string clause, string addressees) =>
        string.Join('|', Duties($"1. Sở Y tế\n\n- Chủ trì, {clause}.").ShouldHaveSingleItem().ToWhom).ShouldBe(addressees);

    [Fact]
    public void Takes_who_submits_what_others_report()
    {
        var duty = Duties("1. Các sở, ban, ngành\n\n- Triển khai Kế hoạch.\n\nTrên cơ sở báo cáo của các đơn vị, Sở Nội vụ tổng hợp, trình UBND tỉnh trước ngày 18/11 hằng năm.").ShouldHaveSingleItem();

        (string.Join('|', duty.Who), string.Join('|', duty.ToWhom)).ShouldBe(("Sở Nội vụ", "UBND tỉnh"));
    }

    [Fact]
    public void Takes_the_subject_of_a_paragraph_of_its_own() =>
        Duties("1. Trưởng các thôn\n\n- Vận động người dân.\n\nCác phòng, đơn vị báo cáo kết quả về UBND xã trước ngày 15 của tháng cuối mỗi quý.").ShouldHaveSingleItem().Who.ShouldBe(["Các phòng, đơn vị"]);

    [Fact]
    public void Takes_a_month_that_comes_every_year() =>
        Duties("1. UBND các xã\n\n- Định kỳ tháng 11 hằng năm báo cáo kết quả về Sở Nội vụ.").ShouldHaveSingleItem().Deadline.ShouldBe(new ReportingDeadline(null, 11, true));

    [Fact]
    public void Takes_a_dated_report_as_due_once()
    {
        var duty = Duties("1. Sở Y tế\n\n- Báo cáo kết quả về Ủy ban nhân dân tỉnh trước ngày 16/12/2025.").ShouldHaveSingleItem();

        duty.Date.ShouldBe(new DateOnly(2025, 12, 16));
        duty.Frequency.ShouldBe(ReportingFrequency.Once);
        duty.Deadline.ShouldBeNull();
    }

    [Fact]
    public void Puts_back_a_type_word_that_was_factored_out()
    {
        var duty = Duties("1. Các Sở, ngành: Giáo dục và Đào tạo, Y tế, Văn hóa, Thể thao và Du lịch, Công an tỉnh căn cứ chức năng xây dựng kế hoạch. Định kỳ hằng năm (trước ngày 30/11) báo cáo về Ủy ban nhân dân tỉnh.").ShouldHaveSingleItem();

        duty.Who.ShouldBe(["Sở Giáo dục và Đào tạo", "Sở Y tế", "Sở Văn hóa, Thể thao và Du lịch", "Công an tỉnh"]);
    }

    [Fact]
    public void Takes_the_reporter_from_the_sentence_before()
    {
        var duties = Duties("Căn cứ Kế hoạch này, Thủ trưởng các cơ quan và UBND các phường xây dựng kế hoạch của mình. Hằng năm, trước ngày 18/11, báo cáo kết quả về UBND quận (qua Phòng Y tế) để tổng hợp, báo cáo Quận ủy.");

        duties.Count.ShouldBe(2);
        duties[0].Who.ShouldBe(["Thủ trưởng các cơ quan", "UBND các phường"]);
        duties[1].Who.ShouldBe(["UBND quận"]);
        duties[1].ToWhom.ShouldBe(["Quận ủy"]);
        duties[1].Deadline.ShouldBeNull();
    }

    [Fact]
    public void Flags_a_deadline_that_nobody_is_named_for() =>
        Duties("Định kỳ hằng năm, trước ngày 18/11, gửi báo cáo kết quả thực hiện.").ShouldHaveSingleItem().Flags.ShouldContain(Flag.ReporterUnstated);

    [Fact]
    public void Sees_no_deadline_in_the_date_of_a_document() =>
        Duties("1. Sở Y tế\n\n- Tổng hợp, báo cáo Ủy ban nhân dân tỉnh theo Quyết định số 12/QĐ-UBND ngày 15/3/2024.").ShouldHaveSingleItem().Deadline.ShouldBeNull();

    [Theory]
    [InlineData("Báo cáo kết quả về Ủy ban nhân dân tỉnh trước ngày 15/12 hằng năm theo Thông tư số 02/2022/TT-BNV ngày 25/01/2022.")]
    [InlineData("Báo cáo kết quả về Ủy ban nhân dân tỉnh trước ngày 15/12 hằng năm theo Thông tư số 02/2022/TT-BNV, ngày 25/01/2022.")]
    [InlineData("Báo cáo kết quả về Ủy ban nhân dân tỉnh trước ngày 15/12 hằng năm kể từ ngày 01/7 năm đầu tiên.")]
    public void Sees_no_further_deadline_in_a_date_that_stands_in_no_list(string sentence) =>
        Duties("1. Sở Y tế\n\n- " + sentence).ShouldHaveSingleItem().Deadline.ShouldBe(new ReportingDeadline(15, 12, Inclusive: false));

    [Theory]
    [InlineData("Báo cáo kết quả về Ủy ban nhân dân tỉnh trước ngày 20/6 và ngày 10/12 hằng năm.")]
    [InlineData("Báo cáo kết quả về Ủy ban nhân dân tỉnh trước ngày 20/6 (báo cáo 06 tháng), ngày 10/12 (báo cáo năm).")]
    public void Takes_each_day_of_a_list_of_deadlines(string sentence) =>
        Duties("1. Sở Y tế\n\n- " + sentence).Select(duty => (duty.Deadline!.Day, duty.Deadline.Month)).ShouldBe([(20, 6), (10, 12)]);

    [Theory]
    [InlineData("Báo cáo kết quả về Ủy ban nhân dân tỉnh chậm nhất 05 ngày sau khi kết thúc quý.")]
    [InlineData("Báo cáo kết quả về Ủy ban nhân dân tỉnh chậm nhất 05 (năm) ngày trong tháng.")]
    [InlineData("Báo cáo kết quả về Ủy ban nhân dân tỉnh chậm nhất 01 tháng kể từ khi kết thúc chương trình.")]
    [InlineData("Báo cáo kết quả về Ủy ban nhân dân tỉnh chậm nhất 02 tuần sau khi kết thúc quý.")]
    public void Sees_no_day_in_a_length_of_time(string sentence) =>
        Duties("1. Sở Y tế\n\n- " + sentence).ShouldHaveSingleItem().Deadline.ShouldBeNull();

    [Theory]
    [InlineData("trước tháng 12 hằng năm", 1, 12, false)]
    [InlineData("chậm nhất tháng 12 hằng năm", null, 12, true)]
    public void Ends_before_the_month_named_unless_that_still_counts(string deadline, int? day, int month, bool inclusive) =>
        Duties($"1. Sở Y tế\n\n- Báo cáo kết quả về Ủy ban nhân dân tỉnh {deadline}.").ShouldHaveSingleItem()
            .Deadline.ShouldBe(new ReportingDeadline(day, month, inclusive));

    [Theory]
    [InlineData("trước tháng 12/2025", "2025-12-01")]
    [InlineData("chậm nhất tháng 12/2025", "2025-12-31")]
    [InlineData("chậm nhất tháng 02 năm 2024", "2024-02-29")]
    public void Keeps_the_year_of_a_month(string deadline, string expected)
    {
        var duty = Duties($"1. Sở Y tế\n\n- Báo cáo kết quả về Ủy ban nhân dân tỉnh {deadline}.").ShouldHaveSingleItem();

        duty.Date.ShouldBe(DateOnly.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));
        duty.Frequency.ShouldBe(ReportingFrequency.Once);
    }

    [Theory]
    [InlineData("trước ngày 31/11 hằng năm", 31, 11, null, ReportingFrequency.Annual)]
    [InlineData("trước ngày 32/10 hằng năm", 32, 10, null, ReportingFrequency.Annual)]
    [InlineData("trước ngày 15/13 hằng năm", 15, 13, null, ReportingFrequency.Annual)]
    [InlineData("trước 29/2/2025", 29, 2, 2025, ReportingFrequency.Once)]
    public void Keeps_and_flags_a_day_that_no_calendar_has(string deadline, int day, int month, int? year, ReportingFrequency frequency)
    {
        var duty = Duties($"1. Sở Y tế\n\n- Báo cáo kết quả về Ủy ban nhân dân tỉnh {deadline}.").ShouldHaveSingleItem();

        duty.Deadline.ShouldBe(new ReportingDeadline(day, month, Inclusive: false, year));
        duty.Date.ShouldBeNull();
        duty.Frequency.ShouldBe(frequency);
        duty.Flags.ShouldContain(Flag.ImpossibleDate);
    }

    [Theory]
    [InlineData("chậm nhất ngày 15/12/2025", true)]
    [InlineData("trước ngày 15/12/2025", false)]
    public void Knows_whether_the_day_of_a_single_report_still_counts(string deadline, bool inclusive)
    {
        var duty = Duties($"1. Sở Y tế\n\n- Báo cáo kết quả về Ủy ban nhân dân tỉnh {deadline}.").ShouldHaveSingleItem();

        duty.Date.ShouldBe(new DateOnly(2025, 12, 15));
        duty.DateInclusive.ShouldBe(inclusive);
    }

    [Fact]
    public void Reads_a_clause_once_however_many_deadlines_it_holds()
    {
        var duties = Duties("1. Sở Y tế\n\n- Báo cáo kết quả về Ủy ban nhân dân tỉnh " + string.Join(' ', Enumerable.Repeat("trước ngày 1/1", 380)) + ".");

        duties.Count.ShouldBe(380);
        duties.ShouldAllBe(duty => ReferenceEquals(duty.ToWhom, duties[0].ToWhom) && ReferenceEquals(duty.Content, duties[0].Content));
    }

    private static IReadOnlyList<ReportingDuty> Duties(string organisation) => Sketch.OfOrganisation(organisation).ReportingDuties;
}
