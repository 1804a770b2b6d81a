using static SocialPolicy.Calendar.Days;

namespace SocialPolicy.Calendar;

public sealed class SchedulingADuty
{
    // Before 25/11, moved to the working day before: the 24th is a Sunday in 2024 and 2030, a Saturday in 2029 and 2035.
    [Theory]
    [InlineData(2024, "2024-11-22", "2024-11-21")]
    [InlineData(2025, "2025-11-24", "2025-11-21")]
    [InlineData(2026, "2026-11-24", "2026-11-23")]
    [InlineData(2027, "2027-11-24", "2027-11-23")]
    [InlineData(2028, "2028-11-24", "2028-11-23")]
    [InlineData(2029, "2029-11-23", "2029-11-22")]
    [InlineData(2030, "2030-11-22", "2030-11-21")]
    [InlineData(2031, "2031-11-24", "2031-11-21")]
    [InlineData(2032, "2032-11-24", "2032-11-23")]
    [InlineData(2033, "2033-11-24", "2033-11-23")]
    [InlineData(2034, "2034-11-24", "2034-11-23")]
    [InlineData(2035, "2035-11-23", "2035-11-22")]
    public void Brings_a_yearly_report_before_its_year_closes(int year, string due, string cutOff)
    {
        var occurrence = Annual(25, 11, OffDayRule.PreviousWorkingDay).Between(new(year, 1, 1), new(year, 12, 31), Seeded).ShouldHaveSingleItem();

        occurrence.Period.ToString().ShouldBe($"{year}");
        occurrence.Due.Date.ShouldBe(Day(due));
        occurrence.CutOff.Date.ShouldBe(Day(cutOff));
        occurrence.IsEstimate.ShouldBeTrue();
    }

    // Before 30/6, staying where it is: the data close on the 14th, a fortnight earlier.
    [Theory]
    [InlineData(6, 30, 2024, "2024-H1", "2024-06-29", "2024-06-14", false)]
    [InlineData(6, 30, 2029, "2029-H1", "2029-06-29", "2029-06-14", false)]
    [InlineData(12, 31, 2028, "2028-H2", "2028-12-30", "2028-12-14", false)]
    [InlineData(6, 10, 2025, "2025-H1", "2025-06-09", "2025-06-06", true)] // Monday, cut off on Friday
    [InlineData(6, 15, 2026, "2026-H1", "2026-06-14", "2026-06-12", false)] // on the day of closing, a Sunday
    public void Brings_a_half_yearly_report_each_half(int month, int day, int year, string period, string due, string cutOff, bool estimate) => ShouldBe(
        new ReportingSchedule(Frequency.SixMonth, day, month, Inclusive: false).Between(new(year, 1, 1), new(year, 12, 31), Seeded).ShouldHaveSingleItem(),
        period, due, cutOff, estimate);

    [Theory]
    [InlineData(12, 31, true, "2026-01-01", "2026", "2026-12-31", "2026-12-14", false)]
    [InlineData(1, 1, false, "2026-12-02", "2026", "2026-12-31", "2026-12-14", false)] // falls into the year before
    [InlineData(1, 15, false, "2026-01-15", "2026", "2027-01-14", "2026-12-14", false)]
    [InlineData(3, 31, true, "2027-01-01", "2026", "2027-03-31", "2026-12-14", false)]
    [InlineData(2, 29, true, "2027-01-01", "2026", "2027-02-28", "2026-12-14", false)]
    [InlineData(2, 29, false, "2028-01-01", "2027", "2028-02-28", "2027-12-14", false)]
    public void Reports_on_the_year_that_just_ended(int month, int day, bool inclusive, string from, string period, string due, string cutOff, bool estimate) =>
        ShouldBe(new ReportingSchedule(Frequency.Annual, day, month, inclusive).Next(Day(from), Seeded)!, period, due, cutOff, estimate);

    [Fact]
    public void Comes_back_every_month() => new ReportingSchedule(Frequency.Monthly, 20, Month: null, Inclusive: false)
        .Between(Day("2025-11-20"), Day("2026-03-19"), Seeded)
        .Select(occurrence => (occurrence.Period.ToString(), occurrence.Due.Date, occurrence.CutOff.Date)).ShouldBe(
        [
            ("2025-12", Day("2025-12-19"), Day("2025-12-14")),
            ("2026-01", Day("2026-01-19"), Day("2026-01-14")),
            ("2026-02", Day("2026-02-19"), Day("2026-02-13")), // the 16th to the 20th are Tết
            ("2026-03", Day("2026-03-19"), Day("2026-03-14")),
        ]);

    [Fact]
    public void Comes_once_on_its_one_date()
    {
        var once = new ReportingSchedule(Frequency.Once, null, null, Inclusive: false, Day("2025-12-16"));

        ShouldBe(once.Next(Day("2025-01-01"), Seeded)!, "2025", "2025-12-15", "2025-12-12", estimate: false);
        once.Next(Day("2025-12-15"), Seeded).ShouldNotBeNull().Due.Explain().English
            .ShouldBe("Once, before 16/12/2025: the day named no longer counts, 15/12/2025 is the last safe day.");
        once.Next(Day("2025-12-16"), Seeded).ShouldBeNull();
        once.Between(Day("2025-01-01"), Day("2025-12-14"), Seeded).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Frequency.Annual, null, null)]
    [InlineData(Frequency.Annual, 20, null)]
    [InlineData(Frequency.Unstated, 20, null)]
    [InlineData(Frequency.SixMonth, 20, null)]
    [InlineData(Frequency.Quarterly, 20, null)]
    [InlineData(Frequency.Quarterly, 15, 12)]
    [InlineData(Frequency.Monthly, null, null)]
    [InlineData(Frequency.Monthly, 15, 12)]
    [InlineData(Frequency.Weekly, 20, null)]
    [InlineData(Frequency.Daily, null, null)]
    [InlineData(Frequency.Once, 15, 12)]
    [InlineData(Frequency.MidTerm, 15, 12)]
    [InlineData(Frequency.Final, 15, 12)]
    [InlineData(Frequency.OnRequest, null, null)]
    public void Needs_a_date_where_the_text_leaves_it_open(Frequency frequency, int? day, int? month)
    {
        var schedule = new ReportingSchedule(frequency, day, month, Inclusive: false);

        schedule.NeedsADate.ShouldBeTrue();
        schedule.Between(Day("2024-01-01"), Day("2035-12-31"), Seeded).ShouldBeEmpty();
    }

    [Fact]
    public void Takes_an_unstated_frequency_with_a_day_and_month_as_yearly()
    {
        var unstated = new ReportingSchedule(Frequency.Unstated, 25, 11, Inclusive: false);

        unstated.NeedsADate.ShouldBeFalse();
        unstated.Between(Day("2024-01-01"), Day("2026-12-31"), Seeded).Select(occurrence => occurrence.Period.ToString()).ShouldBe(["2024", "2025", "2026"]);
    }

    [Theory]
    [InlineData("2026-11-24", "2026-11-24")] // the last safe day itself is still ahead
    [InlineData("2026-11-25", "2027-11-24")] // the day named is already too late
    [InlineData("2026-01-01", "2026-11-24")]
    [InlineData("2026-12-31", "2027-11-24")]
    public void Takes_the_first_last_safe_day_on_or_after(string from, string expected) =>
        Annual(25, 11, OffDayRule.Stay).Next(Day(from), Seeded)!.Due.Date.ShouldBe(Day(expected));

    [Fact]
    public void Finds_what_a_move_brings_in_from_the_year_before() =>
        Annual(31, 12, OffDayRule.NextWorkingDay).Next(Day("2029-01-02"), Seeded)!.Period.ToString().ShouldBe("2028");

    [Fact]
    public void Explains_the_period_and_the_cut_off()
    {
        var estimated = Annual(25, 11, OffDayRule.Stay).Next(Day("2024-01-01"), Seeded)!;
        estimated.ExplainPeriod().ShouldBe(new Explanation(
            "PERIOD_RUNNING",
            "About 2024, in which 24/11/2024 lies; its data run from 15/12/2023 to 14/12/2024 (Decree 09/2019/NĐ-CP), so they are estimates when it is due.",
            "Về năm 2024, kỳ có ngày 24/11/2024; số liệu tính từ 15/12/2023 đến 14/12/2024 (Nghị định 09/2019/NĐ-CP) nên đến hạn gửi là số ước thực hiện."));
        estimated.CutOff.Explain().ShouldBe(new Explanation(
            "ON_THE_WORKING_DAY_BEFORE_DUE",
            "Data to 22/11/2024, the last working day before the report is due on 24/11/2024: 2024 closes only on 14/12/2024.",
            "Số liệu đến hết ngày 22/11/2024, ngày làm việc liền trước hạn gửi 24/11/2024: đến 14/12/2024 mới là ngày chốt số liệu của năm 2024."));

        var closed = Annual(15, 1, OffDayRule.Stay).Next(Day("2025-01-01"), Seeded)!;
        closed.ExplainPeriod().ShouldBe(new Explanation(
            "PERIOD_JUST_ENDED",
            "About 2024, which ended less than a quarter of its length before 14/01/2025; its data run from 15/12/2023 to 14/12/2024 (Decree 09/2019/NĐ-CP).",
            "Về năm 2024, kỳ đã kết thúc trước ngày 14/01/2025 chưa quá một phần tư độ dài của kỳ; số liệu tính từ 15/12/2023 đến 14/12/2024 (Nghị định 09/2019/NĐ-CP)."));
        closed.CutOff.Explain().ShouldBe(new Explanation(
            "AT_THE_CLOSING",
            "Data to 14/12/2024, when 2024 closes (Decree 09/2019/NĐ-CP).",
            "Số liệu đến hết ngày 14/12/2024, ngày chốt số liệu của năm 2024 (Nghị định 09/2019/NĐ-CP)."));
    }

    // Every wording there is, over twelve years.
    [Theory]
    [InlineData(Frequency.Annual)]
    [InlineData(Frequency.SixMonth)]
    [InlineData(Frequency.Monthly)]
    public void Goes_through_the_periods_one_by_one(Frequency frequency)
    {
        foreach (var schedule in Wordings(frequency))
        {
            var occurrences = schedule.Between(Day("2024-01-01"), Day("2035-12-31"), Seeded).ToList();
            var pairs = occurrences.Zip(occurrences.Skip(1)).ToList();

            pairs.Count.ShouldBeInRange(frequency is Frequency.Monthly ? 142 : 10, frequency is Frequency.Monthly ? 144 : 12);
            pairs.Where(pair => Next(pair.First.Period) != pair.Second.Period || pair.First.Due.Date >= pair.Second.Due.Date).ShouldBeEmpty();
            occurrences.Where(occurrence => occurrence.CutOff.Date >= occurrence.Due.Date || occurrence.CutOff.Date > occurrence.Period.DataTo).ShouldBeEmpty();
        }

        ReportingPeriod Next(ReportingPeriod period) => frequency is Frequency.Monthly && period.Number < 12
            ? period with { Number = period.Number + 1 }
            : period with { Year = period.Year + 1, Number = frequency is Frequency.Monthly ? 1 : period.Number };
    }

    private static IEnumerable<ReportingSchedule> Wordings(Frequency frequency) =>
        from month in frequency is Frequency.Monthly ? [(int?)null] : Enumerable.Range(1, 12).Cast<int?>()
        from day in Enumerable.Range(1, 31)
        from inclusive in (bool[])[true, false]
        from rule in Enum.GetValues<OffDayRule>()
        select new ReportingSchedule(frequency, day, month, inclusive, OffDays: rule);

    private static ReportingSchedule Annual(int day, int month, OffDayRule rule) => new(Frequency.Annual, day, month, Inclusive: false, OffDays: rule);

    private static void ShouldBe(Occurrence occurrence, string period, string due, string cutOff, bool estimate) =>
        (occurrence.Period.ToString(), occurrence.Due.Date, occurrence.CutOff.Date, occurrence.IsEstimate).ShouldBe((period, Day(due), Day(cutOff), estimate));
}
