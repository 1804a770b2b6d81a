using SocialPolicy.Documents.Samples;
using SocialPolicy.PlanText;

namespace SocialPolicy.Documents;

public sealed class ReadingTheSamePlan
{
    public static TheoryData<string> Names => [".docx", ".html"];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Finds_the_same_in_every_format(string format)
    {
        var expected = PlanReader.Read(SamplePlan.Text);

        var reading = PlanReader.Read(await Refusing.Read(format == ".docx" ? SamplePlan.AsWord() : SamplePlan.AsPage()));

        reading.IsPlan.ShouldBeTrue();
        (reading.Title, reading.Signer).ShouldBe((expected.Title, expected.Signer));
        reading.Targets.Select(target => (target.Comparator, target.Value, target.Text)).ShouldBe(expected.Targets.Select(target => (target.Comparator, target.Value, target.Text)));
        reading.VisionTargets.Count.ShouldBe(expected.VisionTargets.Count);
        reading.Tasks.Select(task => task.Heading).ShouldBe(expected.Tasks.Select(task => task.Heading));
        reading.ReportingDuties.Select(duty => (duty.Via, duty.Frequency)).ShouldBe(expected.ReportingDuties.Select(duty => (duty.Via, duty.Frequency)));
        reading.Recipients.ShouldBe(expected.Recipients);
        expected.Targets.Count.ShouldBeGreaterThan(20);
    }
}
