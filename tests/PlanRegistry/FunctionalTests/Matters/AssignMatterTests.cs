using Grpc.Core;
using SocialPolicy.Harness.Services;
using SocialPolicy.PlanRegistry.FunctionalTests.Owners;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using SocialPolicy.PlanRegistry.FunctionalTests.Tasks;
using State = SocialPolicy.PlanRegistry.V1.Matter.Types.State;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Matters;

public sealed class AssigningAMatter(Registry registry) : IClassFixture<Registry>
{
    [Fact]
    public async Task Gives_it_to_an_agency_that_has_to_answer_by_a_day()
    {
        var matter = await registry.Assigned();

        (matter.State, matter.AssignedTo.Code, matter.Due, matter.Overdue).ShouldBe((State.Assigned, Province.HomeAffairs, Raising.Due, false));
        (await registry.Matters.GetMatterAsync(new() { Name = matter.Name, On = Raising.Due })).Overdue.ShouldBeFalse();
        (await registry.Matters.GetMatterAsync(new() { Name = matter.Name, On = Working.Day(2026, 11, 21) })).Overdue.ShouldBeTrue();
    }

    [Fact]
    public async Task Asks_for_another_answer_of_what_was_answered()
    {
        var answered = await registry.Answered();

        var matter = await registry.Matters.AssignMatterAsync(new() { Name = answered.Name, Agency = Province.Labour, Due = Raising.Due, Text = "Trả lời chưa đủ" });

        (matter.State, matter.Answer, matter.AssignedTo.Code).ShouldBe((State.Assigned, "", Province.Labour));
        matter.Steps.Select(step => step.Text).ShouldBe(["Thiếu kinh phí mua giường bệnh", "Đề xuất phương án", "Đã bố trí nguồn", "Trả lời chưa đủ"]);
    }

    [Fact]
    public async Task Gives_a_repeated_request_its_first_answer()
    {
        var request = new V1.AssignMatterRequest { Name = (await registry.Open()).Name, Agency = Province.Labour, Due = Raising.Due, RequestId = $"{Guid.CreateVersion7()}" };

        var first = await registry.Matters.AssignMatterAsync(request);

        (await registry.Matters.AssignMatterAsync(request)).ShouldBe(first);
        first.Steps.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Is_refused_with_the_name_of_what_is_wrong()
    {
        var (open, closed) = (await registry.Open(), await registry.Closed());
        var good = new V1.AssignMatterRequest { Name = open.Name, Agency = Province.Labour, Due = Raising.Due };

        await ShouldBeRefused(new(good) { Name = closed.Name }, StatusCode.FailedPrecondition, "MATTER_ALREADY_CLOSED");
        await ShouldBeRefused(new(good) { Name = $"matters/{Guid.CreateVersion7()}" }, StatusCode.NotFound, "MATTER_NOT_FOUND");
        await ShouldBeRefused(new(good) { Agency = "own:nobody" }, StatusCode.NotFound, "AGENCY_NOT_FOUND");
        await ShouldBeRefused(new(good) { Agency = Province.Ended }, StatusCode.FailedPrecondition, "AGENCY_SUPERSEDED");
        await ShouldBeRefused(new(good) { Agency = "" }, StatusCode.InvalidArgument, "FIELD_REQUIRED");
        await ShouldBeRefused(new(good) { Due = null }, StatusCode.InvalidArgument, "FIELD_REQUIRED");
        await ShouldBeRefused(new(good) { Due = Working.Day(2026, 10, 31) }, StatusCode.InvalidArgument, "DUE_IN_PAST");
        await ShouldBeRefused(new(good) { Etag = "v9" }, StatusCode.Aborted, "ETAG_MISMATCH");
        (await registry.Matters.GetMatterAsync(new() { Name = open.Name })).ShouldBe(open);
    }

    private async Task ShouldBeRefused(V1.AssignMatterRequest request, StatusCode code, string reason)
    {
        var refused = await Refused.By(registry.Matters.AssignMatterAsync(request));
        (refused.Code, refused.Reason).ShouldBe((code, reason));
    }
}
