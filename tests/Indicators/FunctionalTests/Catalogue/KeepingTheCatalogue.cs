using Npgsql;
using SocialPolicy.Indicators.FunctionalTests.Targets;

namespace SocialPolicy.Indicators.FunctionalTests.Catalogue;

/// <summary>The job that puts the catalogue in, with a service of its own: what it finds is changed beneath it.</summary>
public sealed class KeepingTheCatalogue(Indicators indicators) : IClassFixture<Indicators>
{
    [Fact]
    public async Task Changes_nothing_the_second_time()
    {
        await indicators.CatalogueIsIn();
        var before = await State();

        (await Run()).ShouldStartWith("put 0 indicators in");

        (await State()).ShouldBe(before);
    }

    [Fact]
    public async Task Brings_up_to_date_what_nobody_has_touched_and_leaves_what_a_person_changed()
    {
        await indicators.CatalogueIsIn();
        await indicators.Keeper.UpdateIndicatorAsync(new() { Indicator = new() { Name = "spp:hdi", DisplayName = "Chỉ số HDI" }, UpdateMask = new() { Paths = { "display_name" } } });
        // As if a later release had other entries.
        await indicators.Ask<int>("update indicators set seed_hash = sha256('before'), name = 'cũ' where code in ('hdi', 'so_nam_song_khoe')");
        await indicators.Ask<int>("update indicators set name = 'Chỉ số HDI' where code = 'hdi'");

        (await Run()).ShouldStartWith("put 1 indicators in");

        (await indicators.Catalogue.GetIndicatorAsync(new() { Name = "spp:so_nam_song_khoe" })).ShouldSatisfyAllConditions(
            found => found.DisplayName.ShouldBe("Số năm sống khỏe"),
            found => found.Definitions.Count.ShouldBe(1));
        (await indicators.Catalogue.GetIndicatorAsync(new() { Name = "spp:hdi" })).DisplayName.ShouldBe("Chỉ số HDI");
    }

    [Fact]
    public async Task Gives_targets_that_were_in_force_before_their_indicator()
    {
        await indicators.CatalogueIsIn();
        var (known, own) = (APlan.Target("Tỷ lệ hộ nghèo"), APlan.Target("tỷ lệ thôn có sân bóng"));
        var plan = await indicators.Adopt(known, own);
        await indicators.Ask<int>("update targets_in_force set indicator_id = null, indicator_version = 0 where plan_id = @PlanId", plan);
        await indicators.Ask<int>("alter table target_indicators disable trigger refuse_change; delete from target_indicators; alter table target_indicators enable trigger refuse_change");
        (await indicators.TargetsOf(plan)).ShouldAllBe(target => target.IndicatorName == "" && target.Etag == "v0");

        (await Run()).ShouldEndWith("gave 2 targets their indicator");

        var targets = await indicators.TargetsOf(plan);
        (await Shown(targets[0].IndicatorName)).Code.ShouldBe("ty_le_ho_ngheo");
        (await Shown(targets[1].IndicatorName)).Code.ShouldBe("thon_co_san_bong");
    }

    [Fact]
    public Task Cannot_be_taken_out_of_the_catalogue() =>
        Should.ThrowAsync<PostgresException>(() => indicators.Ask<int>("delete from indicators"));

    private async Task<string> Run() => (await indicators.Operations.RunJobAsync(new() { Name = "jobs/keep-catalogue" })).LastOutcome;

    private Task<V1.Indicator> Shown(string name) => indicators.Catalogue.GetIndicatorAsync(new() { Name = name }).ResponseAsync;

    private Task<string> State() => indicators.Ask<string>(
        "select md5(string_agg(i::text, '' order by i.key)) || (select count(*) from indicator_definitions) || (select count(*) from indicator_aliases) from indicators i");
}
