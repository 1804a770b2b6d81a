using SocialPolicy.Harness.Services;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using static SocialPolicy.PlanRegistry.FunctionalTests.Successions.Recording;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Successions;

public sealed class ListingSuccessions(Registry registry) : IClassFixture<Registry>
{
    [Fact]
    public async Task Lists_the_latest_day_first_page_by_page()
    {
        var (one, other, heir) = await registry.Provinces();
        var early = Merge([one], heir);
        early.EffectiveOn = new() { Year = 2024, Month = 1, Day = 1 };
        var first = (await registry.Successions.RecordSuccessionAsync(early)).Succession;
        var second = (await registry.Successions.RecordSuccessionAsync(Merge([other], heir))).Succession;

        var page = await registry.Successions.ListSuccessionsAsync(new() { Unit = heir, PageSize = 1 });
        var rest = await registry.Successions.ListSuccessionsAsync(new() { Unit = heir, PageSize = 1, PageToken = page.NextPageToken });

        page.Successions.ShouldBe([second]);
        rest.Successions.ShouldBe([first]);
        rest.NextPageToken.ShouldBeEmpty();
        (await Refused.By(registry.Successions.ListSuccessionsAsync(new() { Unit = other, PageToken = page.NextPageToken }))).Reason.ShouldBe("PAGE_TOKEN_INVALID");
        (await Refused.By(registry.Successions.ListSuccessionsAsync(new() { PageSize = 501 }))).Reason.ShouldBe("PAGE_SIZE_OUT_OF_RANGE");
        (await Refused.By(registry.Successions.ListSuccessionsAsync(new() { Agency = "test:nobody" }))).Reason.ShouldBe("AGENCY_NOT_FOUND");
        (await Refused.By(registry.Successions.GetSuccessionAsync(new() { Name = "successions/1" }))).Reason.ShouldBe("NAME_MALFORMED");
    }
}
