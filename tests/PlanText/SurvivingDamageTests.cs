using System.Diagnostics;
using System.Globalization;
using System.Text;
using SocialPolicy.PlanText.Scoring;

namespace SocialPolicy.PlanText;

public sealed class SurvivingDamage
{
    private const int Seed = 20240206;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private static int Cases => Environment.GetEnvironmentVariable("SPP_TEST_FULL") == "1" ? 100_000 : 1_000;

    [Fact]
    public void Never_fails_hangs_or_points_outside_the_text()
    {
        var plans = Corpus.In(Corpus.Samples).Concat(Corpus.In(Corpus.Others)).Select(plan => plan.Text).ToArray();
        for (var i = 0; i < Cases; i++)
        {
            var text = new Mutator(Seed + i).Damage(plans[i % plans.Length]);
            var started = Stopwatch.GetTimestamp();
            var reading = Read(text, i);

            Stopwatch.GetElapsedTime(started).ShouldBeLessThan(Patience, $"case {i.ToString(CultureInfo.InvariantCulture)}");
            foreach (var span in SpansOf(reading))
                (span.Start >= 0 && span.Start < span.End && span.End <= text.Length).ShouldBeTrue($"case {i.ToString(CultureInfo.InvariantCulture)}: {span} of {text.Length.ToString(CultureInfo.InvariantCulture)}");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n \t\r\n")]
    [InlineData("\uD800\uDC00\uDFFF\u0301\u0301")]
    [InlineData("1.")]
    [InlineData("- ")]
    [InlineData("I. \nII. \n")]
    [InlineData("Số: ")]
    [InlineData("KẾ HOẠCH")]
    [InlineData("ngày tháng năm")]
    public void Reads_next_to_nothing_as_nothing(string text)
    {
        var reading = PlanReader.Read(text);

        reading.Targets.ShouldBeEmpty();
        reading.ReportingDuties.ShouldBeEmpty();
        ReadingJson.Write(reading).ShouldContain("\"targets\": []");
    }

    [Theory]
    [InlineData("a b 1,5% và ")]
    [InlineData("1.")]
    [InlineData("(")]
    [InlineData("\"")]
    [InlineData("9")]
    [InlineData("- Tỷ lệ đạt 5%, cấp đạt 6%\n")]
    [InlineData("trước ngày 25/11 báo cáo UBND xã, ")]
    [InlineData("I. MỤC TIÊU\n1.1. a) ")]
    [InlineData("trên dưới ít nhất khoảng ")]
    [InlineData("Sở Y tế, Sở Nội vụ và ")]
    [InlineData("| a | b | c |\n")]
    [InlineData("STT\nNhiệm vụ\nCơ quan chủ trì\nThời gian\n1\n")]
    [InlineData("1\t2\t3\n")]
    [InlineData("2\n")]
    [InlineData("đuôi tôi thiểu 5%, ")]
    [InlineData("Phần I\n")]
    [InlineData("10/22 xã, gấp đôi ")]
    [InlineData("a\u0301\u0301\u0301")]
    public void Takes_a_million_characters_of_anything_in_seconds(string unit)
    {
        var text = new StringBuilder("KẾ HOẠCH\n\nI. MỤC TIÊU\n\n1. Mục tiêu cụ thể đến năm 2030\n\n- ", 2_000_000);
        while (text.Length < 700_000)
            text.Append(unit);
        text.Append("\n\nII. NHIỆM VỤ\n\nIII. TỔ CHỨC THỰC HIỆN\n\n- ").Append(text, 0, 300_000);
        var document = text.ToString();

        // It takes about a second; anything quadratic would take many minutes, on a busy machine too.
        var started = Stopwatch.GetTimestamp();
        PlanReader.Read(document);
        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(6 * Patience);
    }

    private static Reading Read(string text, int number)
    {
        try
        {
            return PlanReader.Read(text);
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException($"Case {number.ToString(CultureInfo.InvariantCulture)} failed on {text.Length.ToString(CultureInfo.InvariantCulture)} characters.", failure);
        }
    }

    private static IEnumerable<TextSpan> SpansOf(Reading reading) =>
    [
        .. reading.Targets.Select(target => target.Span),
        .. reading.VisionTargets.Select(target => target.Span),
        .. reading.TargetsInTasks.Select(target => target.Span),
        .. reading.Tasks.Select(task => task.Span),
        .. reading.Tasks.SelectMany(task => task.Items).Select(item => item.Span),
        .. reading.OrganisationDuties.Select(duty => duty.Span),
        .. reading.OrganisationDuties.SelectMany(duty => duty.Items).Select(item => item.Span),
        .. reading.ReportingDuties.Select(duty => duty.Span),
        .. reading.Outline.Select(entry => entry.Span),
        .. reading.Objectives.Select(objective => objective.Span),
        .. reading.TaskRows.Select(row => row.Span),
        .. reading.LegalBases.SelectMany(basis => basis.Occurrences),
        .. reading.Unread,
    ];
}
