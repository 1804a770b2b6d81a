using SocialPolicy.Harness.Services;
using SocialPolicy.PlanRegistry.FunctionalTests.Owners;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using SocialPolicy.PlanRegistry.FunctionalTests.Tasks;
using Kind = SocialPolicy.PlanRegistry.V1.Matter.Types.Kind;
using State = SocialPolicy.PlanRegistry.V1.Matter.Types.State;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Matters;

public sealed class ListingMatters(Registry registry) : IClassFixture<Registry>
{
    [Fact]
    public async Task Shows_the_newest_first_page_by_page()
    {
        var plan = await registry.PublishedPlan();
        foreach (var text in new[] { "một", "hai", "ba" })
        {
            registry.Clock.Advance(TimeSpan.FromMinutes(1));
            await registry.Matters.RaiseMatterAsync(new() { Subject = plan.Name, Kind = Kind.Difficulty, Text = text });
        }

        var first = await registry.Matters.ListMattersAsync(new() { Plan = plan.Name, PageSize = 2 });
        var second = await registry.Matters.ListMattersAsync(new() { Plan = plan.Name, PageSize = 2, PageToken = first.NextPageToken });

        first.Matters.Concat(second.Matters).Select(matter => matter.Text).ShouldBe(["ba", "hai", "một"]);
        second.NextPageToken.ShouldBeEmpty();
    }

    [Fact]
    public async Task Shows_what_waits_for_whom_and_since_when()
    {
        var (open, assigned, closed) = (await registry.Open(), await registry.Assigned(Kind.Finding), await registry.Closed());

        (await Names(new() { OnlyUnclosed = true })).ShouldNotContain(closed.Name);
        (await Names(new() { OnlyUnclosed = true })).ShouldContain(open.Name);
        (await Names(new() { AssignedTo = Province.HomeAffairs, State = State.Assigned })).ShouldBe([assigned.Name]);
        (await Names(new() { OnlyOverdue = true })).ShouldBeEmpty();
        (await Names(new() { OnlyOverdue = true, On = Working.Day(2026, 11, 21) })).ShouldBe([assigned.Name]);
        (await Names(new() { Kind = Kind.Finding })).ShouldBe([assigned.Name]);
    }

    [Theory]
    [InlineData("x", "", "NAME_MALFORMED")]
    [InlineData("", "own:nobody", "AGENCY_NOT_FOUND")]
    public async Task Is_refused_for_what_is_not_there(string plan, string agency, string reason)
    {
        await registry.ProvinceDirectory();

        (await Refused.By(registry.Matters.ListMattersAsync(new() { Plan = plan, AssignedTo = agency }))).Reason.ShouldBe(reason);
    }

    [Fact]
    public async Task Is_refused_for_what_cannot_be_listed()
    {
        var cases = new (V1.ListMattersRequest Request, string Reason)[]
        {
            (new() { On = new() { Year = 2026, Month = 13, Day = 1 } }, "DATE_INVALID"),
            (new() { Kind = (Kind)99 }, "VALUE_UNKNOWN"),
            (new() { PageToken = "x" }, "PAGE_TOKEN_INVALID"),
            (new() { PageSize = 501 }, "PAGE_SIZE_OUT_OF_RANGE"),
        };

        foreach (var (request, reason) in cases)
        {
            (await Refused.By(registry.Matters.ListMattersAsync(request))).Reason.ShouldBe(reason);
        }
    }

    private async Task<IReadOnlyList<string>> Names(V1.ListMattersRequest request) =>
        [.. (await registry.Matters.ListMattersAsync(request)).Matters.Select(matter => matter.Name)];
}
