using Google.Protobuf.WellKnownTypes;
using Google.Type;
using Grpc.Core;
using Npgsql;
using SocialPolicy.Harness.Services;

namespace SocialPolicy.Indicators.FunctionalTests.Catalogue;

[Collection(nameof(Indicators))]
public sealed class DefiningAnIndicator(Indicators indicators)
{
    [Fact]
    public async Task Adds_a_version_from_a_day_on_and_keeps_those_before()
    {
        var indicator = await indicators.Create();
        var (first, second) = (Said("Cách tính cũ"), Said("Cách tính mới", new() { Year = 2027, Month = 1, Day = 1 }, breaks: true));

        await indicators.Keeper.DefineIndicatorAsync(new() { Name = indicator.Name, Definition = first, Etag = indicator.Etag });
        var defined = await indicators.Keeper.DefineIndicatorAsync(new() { Name = $"spp:{indicator.Code}", Definition = second, Etag = "v2" });

        var now = indicators.Clock.GetUtcNow().ToTimestamp();
        defined.Definitions.ShouldBe([new V1.IndicatorDefinition(first) { Number = 1, Actor = "keeper", DefineTime = now }, new V1.IndicatorDefinition(second) { Number = 2, Actor = "keeper", DefineTime = now }]);
        defined.Etag.ShouldBe("v3");
    }

    [Fact]
    public async Task Is_no_change_when_it_says_the_same()
    {
        var indicator = await indicators.Create();
        var once = await indicators.Keeper.DefineIndicatorAsync(new() { Name = indicator.Name, Definition = Said("Cách tính") });

        (await indicators.Keeper.DefineIndicatorAsync(new() { Name = indicator.Name, Definition = Said("Cách tính") })).ShouldBe(once);
    }

    [Fact]
    public async Task Leaves_versions_that_nobody_can_change()
    {
        var indicator = await indicators.Create();
        await indicators.Keeper.DefineIndicatorAsync(new() { Name = indicator.Name, Definition = Said("Cách tính") });

        await Should.ThrowAsync<PostgresException>(() => indicators.Ask<int>("update indicator_definitions set text = 'x'"));
    }

    [Fact]
    public async Task Is_refused_for_what_is_wrong_with_it()
    {
        var indicator = await indicators.Create();

        await ShouldBeRefused(new() { Name = indicator.Name }, StatusCode.InvalidArgument, "FIELD_REQUIRED");
        await ShouldBeRefused(new() { Name = indicator.Name, Definition = new(Said("x")) { Reason = "" } }, StatusCode.InvalidArgument, "FIELD_REQUIRED");
        await ShouldBeRefused(new() { Name = indicator.Name, Definition = Said("x", breaks: true) }, StatusCode.InvalidArgument, "BREAK_WITHOUT_A_DAY");
        await ShouldBeRefused(new() { Name = indicator.Name, Definition = Said("x", new() { Year = 2027, Month = 2, Day = 30 }) }, StatusCode.InvalidArgument, "DATE_INVALID");
        await ShouldBeRefused(new() { Name = indicator.Name, Definition = Said(new('x', 4001)) }, StatusCode.InvalidArgument, "FIELD_TOO_LONG");
        await ShouldBeRefused(new() { Name = indicator.Name, Definition = new(Said("x")) { Numerator = "a\0b" } }, StatusCode.InvalidArgument, "TEXT_HOLDS_NUL");
        await ShouldBeRefused(new() { Name = indicator.Name, Definition = Said("x"), Etag = "v9" }, StatusCode.Aborted, "ETAG_MISMATCH");
        await ShouldBeRefused(new() { Name = "spp:khong_co", Definition = Said("x") }, StatusCode.NotFound, "INDICATOR_NOT_FOUND");
        await indicators.Keeper.RetireIndicatorAsync(new() { Name = indicator.Name });
        await ShouldBeRefused(new() { Name = indicator.Name, Definition = Said("x") }, StatusCode.FailedPrecondition, "INDICATOR_RETIRED");
    }

    private static V1.IndicatorDefinition Said(string text, Date? from = null, bool breaks = false) => new()
    {
        Text = text, ValidFrom = from, BreaksSeries = breaks, Numerator = "số thôn đạt", Denominator = "số thôn", SourceAgency = "Sở Nội vụ", Frequency = "năm",
        LegalBasis = "Nghị định 1/2026/NĐ-CP", Verified = true, Reason = "Theo văn bản mới",
    };

    private async Task ShouldBeRefused(V1.DefineIndicatorRequest request, StatusCode code, string reason)
    {
        var refused = await Refused.By(indicators.Keeper.DefineIndicatorAsync(request));

        (refused.Code, refused.Reason).ShouldBe((code, reason));
    }
}
