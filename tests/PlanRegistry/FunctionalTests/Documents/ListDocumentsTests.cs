using SocialPolicy.Harness.Services;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using static SocialPolicy.PlanRegistry.FunctionalTests.Documents.Graph;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Documents;

public sealed class ListingDocuments(Registry registry) : IClassFixture<Registry>
{
    [Fact]
    public async Task Finds_words_in_any_order_and_spelling()
    {
        var document = await registry.Register(new() { Number = NewNumber(), Title = "Chiến lược Hòa nhập người khuyết tật", Issuer = "Chính phủ" });

        (await registry.Called("khuyết HOÀ nhập")).ShouldHaveSingleItem().Name.ShouldBe(document.Name);
        (await registry.Called("%")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Shows_only_stubs_when_asked_to()
    {
        var number = NewNumber();
        var stub = (await registry.New(Central(number))).Relations[0].Document;

        (await registry.Documents.ListDocumentsAsync(new() { OnlyStubs = true, PageSize = 500 })).Documents.ShouldAllBe(document => document.Stub);
        (await registry.Documents.ListDocumentsAsync(new() { OnlyStubs = true, Query = number })).Documents.ShouldHaveSingleItem().Name.ShouldBe(stub);
    }

    [Fact]
    public async Task Shows_only_what_a_person_has_to_decide_when_asked_to()
    {
        var number = NewNumber("KH-UBND");
        foreach (var issuer in new[] { "UBND huyện Mai Sơn", "UBND huyện Mường La" })
            await registry.Register(new() { Number = number, Issuer = issuer, Province = "Sơn La" });
        await registry.Published(PlanPursuantTo($"Kế hoạch số {number}", "71601"));

        var found = (await registry.Documents.ListDocumentsAsync(new() { OnlyAmbiguous = true, Query = number })).Documents.ShouldHaveSingleItem();

        (found.Ambiguous, found.Province).ShouldBe((true, "Sơn La"));
    }

    [Fact]
    public async Task Comes_in_pages_newest_first()
    {
        var word = $"trang{Guid.CreateVersion7():N}";
        var names = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            registry.Clock.Advance(TimeSpan.FromSeconds(1));
            names.Insert(0, (await registry.Register(new() { Number = NewNumber(), Title = word })).Name);
        }

        var request = new V1.ListDocumentsRequest { Query = word, PageSize = 2 };

        var found = new List<string>();
        do
        {
            var page = await registry.Documents.ListDocumentsAsync(request);
            found.AddRange(page.Documents.Select(document => document.Name));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        found.ShouldBe(names);
    }

    [Theory]
    [InlineData("", 501, "PAGE_SIZE_OUT_OF_RANGE")]
    [InlineData("x", 0, "PAGE_TOKEN_INVALID")]
    public async Task Is_refused_for_a_page_that_there_is_not(string token, int size, string reason) =>
        (await Refused.By(registry.Documents.ListDocumentsAsync(new() { PageToken = token, PageSize = size }))).Reason.ShouldBe(reason);

    [Fact]
    public async Task Is_refused_for_too_long_a_query() =>
        (await Refused.By(registry.Documents.ListDocumentsAsync(new() { Query = new string('a', 201) }))).Reason.ShouldBe("FIELD_TOO_LONG");

    [Fact]
    public async Task Is_refused_for_a_time_that_is_none() =>
        (await Refused.By(registry.Documents.ListDocumentsAsync(new() { UpdatedSince = new() { Nanos = -1 } }))).Reason.ShouldBe("DATE_INVALID");
}
