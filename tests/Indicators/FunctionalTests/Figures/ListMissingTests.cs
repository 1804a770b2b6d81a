using Grpc.Core;
using SocialPolicy.Harness.Services;
using SocialPolicy.Indicators.FunctionalTests.Catalogue;
using SocialPolicy.Indicators.FunctionalTests.Observations;
using SocialPolicy.Indicators.FunctionalTests.Targets;

namespace SocialPolicy.Indicators.FunctionalTests.Figures;

[Collection(nameof(Indicators))]
public sealed class ListingWhatIsMissing(Indicators indicators)
{
    [Fact]
    public async Task Names_units_without_a_figure_page_by_page_and_says_why()
    {
        var place = await APlace.In(indicators, communes: 6);
        await place.Officer.Send(Rows.By(place.Agency), place.Row(0, "1", "2025-Q1"), place.Row(1, "1", "2025-03"), place.Row(2, "1", "2025-01"));

        var request = new V1.ListMissingRequest { Indicator = place.Indicator.Name, Period = "2025-Q1", Area = place.Province.Codes[0], PageSize = 2 };
        var pages = new List<V1.ListMissingResponse>();
        do
        {
            pages.Add(await indicators.Figures.ListMissingAsync(request));
            request.PageToken = pages[^1].NextPageToken;
        }
        while (request.PageToken.Length > 0);

        var rows = pages.SelectMany(page => page.Rows).ToList();
        rows.Select(row => (row.Code, row.Missing.Reason)).ShouldBe(
            place.Communes.Skip(2).Select((commune, number) => (commune.Codes[0], number == 0 ? "PERIODS_MISSING" : "NOT_OBSERVED")), ignoreOrder: true);
        rows.Select(row => row.DisplayName).ShouldBeInOrder();
        pages.Count.ShouldBe(3);
        rows.ShouldAllBe(row => row.Indicator == place.Indicator.Name && row.IndicatorDisplayName == place.Indicator.DisplayName);
    }

    [Fact]
    public async Task Leaves_out_provinces_that_add_up_from_their_communes()
    {
        var country = await indicators.AUnit("country");
        var (adding, silent) = (await indicators.AUnit("province", country), await indicators.AUnit("province", country));
        var commune = await indicators.AUnit("commune", adding);
        var office = await indicators.AnAgency(of: country);
        var indicator = await indicators.Create(other => (other.Scale, other.OverUnits, other.Most) = ("", V1.Indicator.Types.OverUnits.Sum, ""));
        await indicators.OfficerOf(office).Send(Rows.By(office), Rows.Of(indicator, commune, "4"));

        var missing = await indicators.Figures.ListMissingAsync(new() { Indicator = indicator.Name, Period = "2025-01", Area = country.Codes[0] });

        missing.Rows.Select(row => row.Unit).ShouldBe([$"units/{silent.UnitId}"]);
    }

    [Fact]
    public async Task Asks_for_every_indicator_that_the_targets_of_a_plan_ask_for()
    {
        var place = await APlace.In(indicators, communes: 2);
        var other = await indicators.Create();
        var vision = await indicators.Create();
        var plan = await indicators.AdoptOf(
            place.Province,
            APlan.Target(place.Indicator.DisplayName), APlan.Target(other.DisplayName), APlan.Target(vision.DisplayName) with { Section = "vision" });
        await place.Officer.Send(Rows.By(place.Agency), place.Row(0, "1"), Rows.Of(other, place.Communes[0], "1"), place.Row(1, "1"));

        var missing = await indicators.Figures.ListMissingAsync(new() { Plan = $"plans/{plan.PlanId}", Period = "2025-01", Area = place.Province.Codes[0] });

        missing.Rows.Select(row => (row.Indicator, row.Unit)).ShouldBe([(other.Name, $"units/{place.Communes[1].UnitId}")]);
    }

    [Fact]
    public async Task Asks_for_nothing_of_a_plan_that_is_not_known_here() =>
        (await indicators.Figures.ListMissingAsync(new() { Plan = $"plans/{Guid.CreateVersion7()}", Period = "2025" })).Rows.ShouldBeEmpty();

    [Fact]
    public async Task Is_refused_by_name_for_what_is_wrong_with_it()
    {
        var good = new V1.ListMissingRequest { Indicator = (await indicators.Create()).Name, Period = "2025" };
        await ShouldBeRefused(new(good) { Indicator = "" }, StatusCode.InvalidArgument, "INDICATOR_OR_PLAN_REQUIRED");
        await ShouldBeRefused(new(good) { Plan = $"plans/{Guid.CreateVersion7()}" }, StatusCode.InvalidArgument, "INDICATOR_OR_PLAN_REQUIRED");
        await ShouldBeRefused(new(good) { Period = "2025-Q5" }, StatusCode.InvalidArgument, "PERIOD_MALFORMED");
        await ShouldBeRefused(new(good) { Indicator = "spp:khong_co" }, StatusCode.NotFound, "INDICATOR_NOT_FOUND");
        await ShouldBeRefused(new(good) { Area = "gso:none" }, StatusCode.NotFound, "UNIT_NOT_FOUND");
        await ShouldBeRefused(new(good) { Level = (V1.UnitLevel)9 }, StatusCode.InvalidArgument, "VALUE_UNKNOWN");
        await ShouldBeRefused(new(good) { PageSize = 1001 }, StatusCode.InvalidArgument, "PAGE_SIZE_OUT_OF_RANGE");
        await ShouldBeRefused(new(good) { PageToken = "AAAA" }, StatusCode.InvalidArgument, "PAGE_TOKEN_INVALID");
        (await Refused.By(indicators.FiguresForNobody.ListMissingAsync(good))).Code.ShouldBe(StatusCode.Unauthenticated);
    }

    private async Task ShouldBeRefused(V1.ListMissingRequest request, StatusCode code, string reason)
    {
        var refused = await Refused.By(indicators.Figures.ListMissingAsync(request));

        (refused.Code, refused.Reason).ShouldBe((code, reason));
    }
}
