using Grpc.Core;
using SocialPolicy.Harness.Services;
using SocialPolicy.Indicators.FunctionalTests.Targets;

namespace SocialPolicy.Indicators.FunctionalTests.Observations;

[Collection(nameof(Indicators))]
public sealed class ListingObservations(Indicators indicators)
{
    [Fact]
    public async Task Shows_each_once_page_by_page_newest_first()
    {
        var target = APlan.Target();
        var plan = await indicators.Adopt(target);
        var agency = await indicators.AnAgency();
        var names = new List<string>();
        foreach (var month in Enumerable.Range(1, 5))
        {
            indicators.Clock.Advance(TimeSpan.FromSeconds(1));
            names.Add((await indicators.OfficerOf(agency).RecordObservationAsync(new() { Observation = Said.Of(target, agency, "3", $"2025-0{month}") })).Observation.Name);
        }

        var pages = new List<V1.ListObservationsResponse>();
        var request = new V1.ListObservationsRequest { Plan = $"plans/{plan.PlanId}", PageSize = 2 };
        do
        {
            pages.Add(await indicators.Observations.ListObservationsAsync(request));
            request.PageToken = pages[^1].NextPageToken;
        }
        while (request.PageToken.Length > 0);

        pages.Select(page => page.Observations.Count).ShouldBe([2, 2, 1]);
        pages.SelectMany(page => page.Observations).Select(observation => observation.Name).ShouldBe(Enumerable.Reverse(names));
    }

    [Fact]
    public async Task Shows_those_of_one_target_agency_and_period()
    {
        var (target, other) = (APlan.Target(), APlan.Target());
        var plan = await indicators.Adopt(target, other);
        var (agency, neighbour) = (await indicators.AnAgency(), await indicators.AnAgency());
        var officer = indicators.OfficerOf(agency, neighbour);
        await officer.RecordObservationAsync(new() { Observation = Said.Of(target, agency, "1", "2024") });
        await officer.RecordObservationAsync(new() { Observation = Said.Of(target, agency, "2", "2025") });
        await officer.RecordObservationAsync(new() { Observation = Said.Of(target, neighbour, "3", "2025") });
        await officer.RecordObservationAsync(new() { Observation = Said.Of(other, agency, "4", "2025") });

        (await Values(new() { Plan = $"plans/{plan.PlanId}" })).ShouldBe(["1", "2", "3", "4"], ignoreOrder: true);
        (await Values(new() { Target = $"targets/{target.TargetId}" })).ShouldBe(["1", "2", "3"], ignoreOrder: true);
        (await Values(new() { Target = $"targets/{target.TargetId}", Period = "2025" })).ShouldBe(["2", "3"], ignoreOrder: true);
        (await Values(new() { Agency = $"agencies/{neighbour.AgencyId}" })).ShouldBe(["3"]);
        (await Values(new() { Agency = agency.Codes[0], Period = "2024" })).ShouldBe(["1"]);
    }

    [Fact]
    public async Task Is_refused_by_name_for_what_is_wrong_with_it()
    {
        await ShouldBeRefused(new() { PageSize = 1001 }, StatusCode.InvalidArgument, "PAGE_SIZE_OUT_OF_RANGE");
        await ShouldBeRefused(new() { PageToken = "AAAA" }, StatusCode.InvalidArgument, "PAGE_TOKEN_INVALID");
        await ShouldBeRefused(new() { Plan = "1" }, StatusCode.InvalidArgument, "NAME_MALFORMED");
        await ShouldBeRefused(new() { Target = "1" }, StatusCode.InvalidArgument, "NAME_MALFORMED");
        await ShouldBeRefused(new() { Agency = "1" }, StatusCode.InvalidArgument, "NAME_MALFORMED");
        await ShouldBeRefused(new() { Agency = "spp:nobody" }, StatusCode.NotFound, "AGENCY_NOT_FOUND");
        await ShouldBeRefused(new() { Period = "2025-Q5" }, StatusCode.InvalidArgument, "PERIOD_MALFORMED");
    }

    private async Task<IEnumerable<string>> Values(V1.ListObservationsRequest request) =>
        (await indicators.Observations.ListObservationsAsync(request)).Observations.Select(observation => observation.Value);

    private async Task ShouldBeRefused(V1.ListObservationsRequest request, StatusCode code, string reason)
    {
        var refused = await Refused.By(indicators.Observations.ListObservationsAsync(request));

        (refused.Code, refused.Reason).ShouldBe((code, reason));
    }
}
