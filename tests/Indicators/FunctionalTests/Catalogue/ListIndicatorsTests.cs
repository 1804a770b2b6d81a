using Grpc.Core;
using SocialPolicy.Harness.Services;

namespace SocialPolicy.Indicators.FunctionalTests.Catalogue;

[Collection(nameof(Indicators))]
public sealed class ListingIndicators(Indicators indicators)
{
    [Fact]
    public async Task Shows_each_once_page_by_page_by_theme_and_name()
    {
        await indicators.CatalogueIsIn();
        var pages = new List<V1.ListIndicatorsResponse>();
        var request = new V1.ListIndicatorsRequest { Theme = "giao_duc", PageSize = 4 };
        do
        {
            pages.Add(await indicators.Catalogue.ListIndicatorsAsync(request));
            request.PageToken = pages[^1].NextPageToken;
        }
        while (request.PageToken.Length > 0);

        var all = (await indicators.Catalogue.ListIndicatorsAsync(new() { Theme = "giao_duc", PageSize = 1000 })).Indicators;
        pages.SelectMany(page => page.Indicators).ShouldBe(all);
        all.Count.ShouldBeGreaterThan(10);
        all.Select(indicator => indicator.Name).ShouldBeUnique();
        all.ShouldAllBe(indicator => indicator.Theme == "giao_duc");
    }

    [Theory]
    [InlineData("tỷ lệ hộ nghèo đa chiều", "ty_le_ho_ngheo_da_chieu")]
    [InlineData("ho ngheo da chieu", "ty_le_ho_ngheo_da_chieu")]
    [InlineData("HỘ NGHÈO", "ty_le_ho_ngheo ty_le_ho_ngheo_da_chieu ty_le_ho_ngheo_dan_toc_thieu_so_tai_cho")]
    [InlineData("BHTN", "ty_le_lao_dong_trong_do_tuoi_tham_gia_bhtn ty_le_luc_luong_lao_dong_tham_gia_bhtn")]
    [InlineData("bao phủ bảo hiểm", "ty_le_dan_so_tham_gia_bhyt")]
    [InlineData("life expectancy at birth", "so_nam_song_khoe tuoi_tho_trung_binh")]
    [InlineData("giường bệnh 10.000", "so_giuong_benh_tren_10000_dan")]
    [InlineData("kinh_phi_giai_ngan", "kinh_phi_giai_ngan")]
    public async Task Finds_names_with_and_without_diacritics(string text, string codes)
    {
        await indicators.CatalogueIsIn();

        var found = (await indicators.Catalogue.ListIndicatorsAsync(new() { Text = text, PageSize = 1000 })).Indicators;

        codes.Split(' ').ShouldBeSubsetOf(found.Select(indicator => indicator.Code));
        found.Count.ShouldBeLessThan(30);
    }

    [Theory]
    [InlineData("không có gì như thế", true)]
    [InlineData("%_'\\", false)]
    public async Task Takes_signs_for_no_words(string text, bool nothing)
    {
        await indicators.CatalogueIsIn();

        (await indicators.Catalogue.ListIndicatorsAsync(new() { Text = text })).Indicators.Any().ShouldBe(!nothing);
    }

    [Fact]
    public async Task Tells_words_of_other_diacritics_apart()
    {
        await indicators.Create(said => said.DisplayName = "Tỷ lệ hổ nghẽo");

        (await Found("hộ nghèo")).ShouldNotContain("Tỷ lệ hổ nghẽo");
        (await Found("ho ngheo")).ShouldContain("Tỷ lệ hổ nghẽo");
    }

    [Fact]
    public async Task Shows_retired_ones_to_who_asks_for_them()
    {
        var retired = await indicators.Create();
        await indicators.Keeper.RetireIndicatorAsync(new() { Name = retired.Name });

        (await indicators.Catalogue.ListIndicatorsAsync(new() { Text = retired.Code })).Indicators.ShouldBeEmpty();
        (await indicators.Catalogue.ListIndicatorsAsync(new() { Text = retired.Code, ShowRetired = true })).Indicators.ShouldHaveSingleItem().Name.ShouldBe(retired.Name);
    }

    [Fact]
    public async Task Is_refused_for_what_is_wrong_with_it()
    {
        await ShouldBeRefused(new() { PageSize = 1001 }, "PAGE_SIZE_OUT_OF_RANGE");
        await ShouldBeRefused(new() { PageToken = "AAAA" }, "PAGE_TOKEN_INVALID");
        await ShouldBeRefused(new() { Text = new('a', 201) }, "FIELD_TOO_LONG");
    }

    private async Task<IEnumerable<string>> Found(string text) =>
        (await indicators.Catalogue.ListIndicatorsAsync(new() { Text = text, PageSize = 1000 })).Indicators.Select(indicator => indicator.DisplayName);

    private async Task ShouldBeRefused(V1.ListIndicatorsRequest request, string reason)
    {
        var refused = await Refused.By(indicators.Catalogue.ListIndicatorsAsync(request));

        (refused.Code, refused.Reason).ShouldBe((StatusCode.InvalidArgument, reason));
    }
}
