using Grpc.Core;
using SocialPolicy.Harness.Services;
using SocialPolicy.Indicators.FunctionalTests.Observations;
using SocialPolicy.Indicators.FunctionalTests.Targets;
using static SocialPolicy.Indicators.V1.Indicator.Types;

namespace SocialPolicy.Indicators.FunctionalTests.Catalogue;

[Collection(nameof(Indicators))]
public sealed class UpdatingAnIndicator(Indicators indicators)
{
    [Fact]
    public async Task Changes_the_fields_of_the_mask_and_no_others()
    {
        var before = await indicators.Create();
        var said = new V1.Indicator { Name = before.Name, DisplayName = "Tên khác", Theme = "y_te", Unit = "người", References = { new Reference { Scheme = "VSDG", Code = "1.1.1", Verified = true } } };

        var after = await indicators.Keeper.UpdateIndicatorAsync(new() { Indicator = said, UpdateMask = new() { Paths = { "display_name", "theme", "references" } }, Etag = before.Etag });

        var expected = new V1.Indicator(before) { DisplayName = "Tên khác", Theme = "y_te", Etag = "v2", UpdateTime = after.UpdateTime };
        expected.References.Clear();
        expected.References.Add(said.References);
        after.ShouldBe(expected);
    }

    [Fact]
    public async Task Replaces_every_field_that_can_change()
    {
        var before = await indicators.Create();
        var said = new V1.Indicator
        {
            Name = $"spp:{before.Code}", DisplayName = "Số thôn", DisplayNameEn = "Villages", Unit = "thôn", Kind = Kind.Number, Population = "bản", Theme = "y_te",
            OverUnits = OverUnits.Sum, OverTime = OverTime.Sum, Direction = Types.V1.Direction.Down, Least = "1", Most = "9",
        };

        var after = await indicators.Keeper.UpdateIndicatorAsync(new() { Indicator = said, UpdateMask = new()
        {
            Paths =
            {
                "display_name", "display_name_en", "unit", "kind", "scale", "direction", "population", "over_units", "over_time", "least", "most", "theme", "aliases",
                "dimensions", "references",
            },
        } });

        after.ShouldBe(new(said)
        {
            Name = before.Name, Code = before.Code, Etag = "v2", Origin = Origin.Person, CreateTime = before.CreateTime, UpdateTime = after.UpdateTime,
        });
    }

    [Fact]
    public async Task Is_no_change_when_it_says_the_same()
    {
        var before = await indicators.Create();

        var after = await indicators.Keeper.UpdateIndicatorAsync(new() { Indicator = before, UpdateMask = new() { Paths = { "display_name", "aliases", "scale" } } });

        after.ShouldBe(before);
    }

    [Fact]
    public async Task Keeps_what_gives_observations_their_meaning_once_there_are_any()
    {
        var indicator = await indicators.Create();
        var (agency, target) = (await indicators.AnAgency(), APlan.Target(indicator.DisplayName));
        await indicators.Adopt(target);
        await Update(indicator, "scale", said => said.Scale = "1");
        await Update(indicator, "scale", said => said.Scale = "100");
        await indicators.OfficerOf(agency).RecordObservationAsync(new() { Observation = Said.Of(target, agency, "2.9") });

        foreach (var (path, change) in new (string, Action<V1.Indicator>)[]
            { ("unit", said => said.Unit = "người"), ("scale", said => said.Scale = "1"), ("over_units", said => said.OverUnits = OverUnits.Average), ("over_time", said => said.OverTime = OverTime.Sum) })
        {
            var refused = await Refused.By(() => Update(indicator, path, change));
            (refused.Code, refused.Reason).ShouldBe((StatusCode.FailedPrecondition, "INDICATOR_MEASURED"));
        }

        (await Update(indicator, "display_name", said => said.DisplayName = "Tên đúng hơn")).DisplayName.ShouldBe("Tên đúng hơn");
        (await Update(indicator, "most", said => said.Most = "200")).Most.ShouldBe("200");
    }

    [Fact]
    public async Task Is_refused_for_what_is_wrong_with_it()
    {
        var indicator = await indicators.Create();

        await ShouldBeRefused(new() { Indicator = indicator }, StatusCode.InvalidArgument, "FIELD_REQUIRED");
        await ShouldBeRefused(new() { Indicator = indicator, UpdateMask = new() { Paths = { "code" } } }, StatusCode.InvalidArgument, "FIELD_NOT_EDITABLE");
        await ShouldBeRefused(new() { Indicator = indicator, UpdateMask = new() { Paths = { "theme" } }, Etag = "v9" }, StatusCode.Aborted, "ETAG_MISMATCH");
        await ShouldBeRefused(new() { Indicator = new() { Name = "spp:khong_co" }, UpdateMask = new() { Paths = { "theme" } } }, StatusCode.NotFound, "INDICATOR_NOT_FOUND");
        await ShouldBeRefused(new() { Indicator = new() { Name = indicator.Name }, UpdateMask = new() { Paths = { "display_name" } } }, StatusCode.InvalidArgument, "FIELD_REQUIRED");
        await ShouldBeRefused(new() { Indicator = new() { Name = indicator.Name }, UpdateMask = new() { Paths = { "scale" } } }, StatusCode.InvalidArgument, "WEIGHT_WITHOUT_SCALE");
    }

    [Fact]
    public async Task Is_refused_once_it_is_retired()
    {
        var indicator = await indicators.Create();
        await indicators.Keeper.RetireIndicatorAsync(new() { Name = indicator.Name });

        await ShouldBeRefused(new() { Indicator = indicator, UpdateMask = new() { Paths = { "theme" } } }, StatusCode.FailedPrecondition, "INDICATOR_RETIRED");
    }

    private Task<V1.Indicator> Update(V1.Indicator indicator, string path, Action<V1.Indicator> change)
    {
        var said = new V1.Indicator(indicator);
        change(said);
        return indicators.Keeper.UpdateIndicatorAsync(new() { Indicator = said, UpdateMask = new() { Paths = { path } } }).ResponseAsync;
    }

    private async Task ShouldBeRefused(V1.UpdateIndicatorRequest request, StatusCode code, string reason)
    {
        var refused = await Refused.By(indicators.Keeper.UpdateIndicatorAsync(request));

        (refused.Code, refused.Reason).ShouldBe((code, reason));
    }
}
