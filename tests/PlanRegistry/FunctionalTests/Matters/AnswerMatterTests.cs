using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.Harness.Services;
using SocialPolicy.PlanRegistry.FunctionalTests.Owners;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using State = SocialPolicy.PlanRegistry.V1.Matter.Types.State;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Matters;

public sealed class AnsweringAMatter(Registry registry) : IClassFixture<Registry>
{
    [Fact]
    public async Task Is_for_the_agency_that_has_to_and_for_no_other()
    {
        var matter = await registry.Assigned();
        V1.MatterService.MatterServiceClient Officer(string agency) => new(registry.Of(agency, Role.ReportingOfficer));

        (await Refused.By(Officer(Province.Health).AnswerMatterAsync(new() { Name = matter.Name, Text = "x" }))).Reason.ShouldBe("AGENCY_NOT_YOURS");
        var answered = await Officer(Province.HomeAffairs).AnswerMatterAsync(new() { Name = matter.Name, Text = "Đã bố trí nguồn", DocumentNumber = "21/CV-SNV" });

        (answered.State, answered.Answer).ShouldBe((State.Answered, "Đã bố trí nguồn"));
        (answered.Steps[^1].DocumentNumber, answered.Steps[^1].Agency.Code, answered.Steps[^1].Actor).ShouldBe(("21/CV-SNV", Province.HomeAffairs, "officer"));
    }

    [Fact]
    public async Task Gives_a_repeated_request_its_first_answer()
    {
        var request = new V1.AnswerMatterRequest { Name = (await registry.Assigned()).Name, Text = "x", RequestId = $"{Guid.CreateVersion7()}" };

        var first = await registry.Matters.AnswerMatterAsync(request);

        (await registry.Matters.AnswerMatterAsync(request)).ShouldBe(first);
    }

    [Fact]
    public async Task Is_refused_in_every_other_state()
    {
        await ShouldBeRefused(await registry.Open(), "MATTER_NOT_ASSIGNED");
        await ShouldBeRefused(await registry.Answered(), "MATTER_ALREADY_ANSWERED");
        await ShouldBeRefused(await registry.Closed(), "MATTER_ALREADY_CLOSED");
    }

    [Fact]
    public async Task Is_refused_without_an_answer_and_when_the_matter_has_moved_on()
    {
        var matter = await registry.Assigned();

        (await Refused.By(registry.Matters.AnswerMatterAsync(new() { Name = matter.Name }))).Reason.ShouldBe("FIELD_REQUIRED");
        (await Refused.By(registry.Matters.AnswerMatterAsync(new() { Name = matter.Name, Text = new string('x', 4001) }))).Reason.ShouldBe("FIELD_TOO_LONG");
        (await Refused.By(registry.Matters.AnswerMatterAsync(new() { Name = matter.Name, Text = "x", Etag = "v1" }))).Reason.ShouldBe("ETAG_MISMATCH");
        (await registry.Matters.GetMatterAsync(new() { Name = matter.Name })).ShouldBe(matter);
    }

    private async Task ShouldBeRefused(V1.Matter matter, string reason)
    {
        (await Refused.By(registry.Matters.AnswerMatterAsync(new() { Name = matter.Name, Text = "x" }))).Reason.ShouldBe(reason);
        (await registry.Matters.GetMatterAsync(new() { Name = matter.Name })).ShouldBe(matter);
    }
}
