using Grpc.Core;
using SocialPolicy.Harness;
using SocialPolicy.Harness.Services;

namespace SocialPolicy.Reporting.FunctionalTests.Duties;

[Collection(nameof(Reporting))]
public sealed class ListingDuties
{
    private readonly Reporting reporting;
    private readonly Office office;

    public ListingDuties(Reporting reporting)
    {
        (this.reporting, office) = (reporting, new Office(reporting));
        reporting.ItIs(2026, 11, 1);
    }

    [Fact]
    public async Task Shows_every_duty_once_page_by_page_in_the_order_of_the_text()
    {
        var plan = office.Plan([.. Enumerable.Range(0, 5).Select(_ => office.OnRequest())]);
        await reporting.Announce(plan);
        await Eventually.Holds(async () => (await office.Duties(plan)).Count == 5);

        var request = new V1.ListDutiesRequest { Plan = $"plans/{plan.PlanId}", PageSize = 2 };
        var pages = new List<V1.ListDutiesResponse>();
        do
        {
            pages.Add(await office.Tracking.ListDutiesAsync(request));
            request.PageToken = pages[^1].NextPageToken;
        }
        while (request.PageToken.Length > 0);

        pages.Select(page => page.Duties.Count).ShouldBe([2, 2, 1]);
        pages.SelectMany(page => page.Duties).Select(duty => duty.Name).ShouldBe(plan.ReportingDuties.Select(duty => $"duties/{duty.DutyId}"));
    }

    [Fact]
    public async Task Shows_nothing_of_a_plan_that_is_not_known_here() =>
        (await office.Tracking.ListDutiesAsync(new() { Plan = $"plans/{Guid.CreateVersion7()}" })).Duties.ShouldBeEmpty();

    [Fact]
    public Task Is_refused_for_a_page_size_out_of_range() => ShouldBeRefused(new() { PageSize = 1001 }, "PAGE_SIZE_OUT_OF_RANGE");

    [Fact]
    public Task Is_refused_for_a_page_token_it_never_gave() => ShouldBeRefused(new() { PageToken = "AAAA" }, "PAGE_TOKEN_INVALID");

    [Fact]
    public Task Is_refused_for_a_malformed_plan() => ShouldBeRefused(new() { Plan = "plans/1" }, "NAME_MALFORMED");

    [Fact]
    public async Task Is_refused_to_nobody() =>
        (await Refused.By(new V1.DutyService.DutyServiceClient(reporting.AsNobody()).ListDutiesAsync(new()))).Code.ShouldBe(StatusCode.Unauthenticated);

    private async Task ShouldBeRefused(V1.ListDutiesRequest request, string reason)
    {
        var refused = await Refused.By(office.Tracking.ListDutiesAsync(request));

        (refused.Code, refused.Reason).ShouldBe((StatusCode.InvalidArgument, reason));
    }
}
