using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using SocialPolicy.Harness.Services;
using static SocialPolicy.Indicators.V1.Indicator.Types;

namespace SocialPolicy.Indicators.FunctionalTests.Catalogue;

[Collection(nameof(Indicators))]
public sealed class CreatingAnIndicator(Indicators indicators)
{
    [Fact]
    public async Task Keeps_all_that_is_said_of_it()
    {
        var said = AnIndicator.Of(AnIndicator.NewCode());

        var created = await indicators.Keeper.CreateIndicatorAsync(new() { Indicator = said });

        var now = indicators.Clock.GetUtcNow().ToTimestamp();
        created.ShouldBe(new(said) { Name = created.Name, Etag = "v1", Origin = Origin.Person, CreateTime = now, UpdateTime = now });
        (await indicators.Catalogue.GetIndicatorAsync(new() { Name = created.Name })).ShouldBe(created);
    }

    [Fact]
    public async Task Answers_the_same_request_the_same()
    {
        var request = new V1.CreateIndicatorRequest { Indicator = AnIndicator.Of(AnIndicator.NewCode()), RequestId = Guid.CreateVersion7().ToString() };

        var first = await indicators.Keeper.CreateIndicatorAsync(request);

        (await indicators.Keeper.CreateIndicatorAsync(request)).ShouldBe(first);
    }

    [Fact]
    public async Task Stores_nothing_when_it_only_checks()
    {
        var said = AnIndicator.Of(AnIndicator.NewCode());

        (await indicators.Keeper.CreateIndicatorAsync(new() { Indicator = said, ValidateOnly = true })).Code.ShouldBe(said.Code);

        (await Refused.By(indicators.Catalogue.GetIndicatorAsync(new() { Name = $"spp:{said.Code}" }))).Reason.ShouldBe("INDICATOR_NOT_FOUND");
    }

    [Fact]
    public async Task Takes_a_judgement_with_nothing_but_its_name()
    {
        var created = await indicators.Keeper.CreateIndicatorAsync(new()
        {
            Indicator = new() { Code = AnIndicator.NewCode(), DisplayName = "Đạt chuẩn", Kind = Kind.Judgement, Theme = "giao_duc" },
        });

        (created.OverUnits, created.OverTime, created.Unit).ShouldBe((OverUnits.None, OverTime.Last, ""));
    }

    [Fact]
    public async Task Is_refused_a_code_that_is_another_ones()
    {
        var there = await indicators.Create();

        (await Refused.By(() => indicators.Create(said => said.Code = there.Code))).ShouldSatisfyAllConditions(
            refused => (refused.Code, refused.Reason).ShouldBe((StatusCode.AlreadyExists, "INDICATOR_CODE_TAKEN")),
            refused => refused.Facts["code"].ShouldBe(there.Code));
    }

    [Fact]
    public async Task Is_refused_for_what_is_wrong_with_it()
    {
        await ShouldBeRefused(said => said.Code = "", "FIELD_REQUIRED");
        await ShouldBeRefused(said => said.Code = "Mã-Số", "INDICATOR_CODE_MALFORMED");
        await ShouldBeRefused(said => said.DisplayName = " ", "FIELD_REQUIRED");
        await ShouldBeRefused(said => said.Kind = Kind.Unspecified, "FIELD_REQUIRED");
        await ShouldBeRefused(said => said.Kind = (Kind)9, "VALUE_UNKNOWN");
        await ShouldBeRefused(said => said.Unit = "", "FIELD_REQUIRED");
        await ShouldBeRefused(said => said.OverUnits = OverUnits.Unspecified, "FIELD_REQUIRED");
        await ShouldBeRefused(said => said.OverTime = OverTime.Unspecified, "FIELD_REQUIRED");
        await ShouldBeRefused(said => said.Theme = "Giảm nghèo", "CATALOGUE_WORD_MALFORMED");
        await ShouldBeRefused(said => said.Scale = "một trăm", "VALUE_MALFORMED");
        await ShouldBeRefused(said => said.Scale = "-100", "SCALE_NOT_POSITIVE");
        await ShouldBeRefused(said => said.Scale = "", "WEIGHT_WITHOUT_SCALE");
        await ShouldBeRefused(said => said.Least = "101", "RANGE_REVERSED");
        await ShouldBeRefused(said => said.Kind = Kind.Judgement, "JUDGEMENT_IS_NO_NUMBER");
        await ShouldBeRefused(said => said.Aliases.Add(said.Aliases[0]), "NAMED_TWICE");
        await ShouldBeRefused(said => said.Dimensions.Add(said.Dimensions[0]), "NAMED_TWICE");
        await ShouldBeRefused(said => said.Dimensions[0].Code = "Khu vực", "CATALOGUE_WORD_MALFORMED");
        await ShouldBeRefused(said => said.Dimensions[0].Categories.Clear(), "FIELD_REQUIRED");
        await ShouldBeRefused(said => said.References[0].Scheme = "", "REFERENCE_MALFORMED");
        await ShouldBeRefused(said => said.Aliases.AddRange(Enumerable.Range(0, 50).Select(number => new Alias { DisplayName = $"tên {number}" })), "TOO_MANY_PARTS");
        await ShouldBeRefused(said => said.DisplayName = new('a', 501), "FIELD_TOO_LONG");
    }

    private async Task ShouldBeRefused(Action<V1.Indicator> wrong, string reason)
    {
        var refused = await Refused.By(() => indicators.Create(wrong));

        (refused.Code, refused.Reason).ShouldBe((StatusCode.InvalidArgument, reason));
    }
}
