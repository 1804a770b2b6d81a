using Grpc.Core;
using SocialPolicy.Harness.Services;
using SocialPolicy.PlanRegistry.FunctionalTests.Directory;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using static SocialPolicy.PlanRegistry.V1.SearchResult.Types;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Search;

public sealed class Searching(Registry registry) : IClassFixture<Registry>
{
    [Fact]
    public async Task Finds_every_kind_of_thing_and_says_which_plan_it_is_in()
    {
        var (word, plan) = await Import();
        await registry.Registrar.PublishPlanAsync(new() { Name = plan.Name });
        var (unit, office) = (Sending.NewCode(), Sending.NewCode());
        await registry.Directory.Import([Sending.Province(unit, $"tỉnh {word}")], [Sending.Agency(office, unit, $"Sở Y tế {word}")]);

        var results = await All(new() { Query = word });

        results.Select(result => result.Kind).ShouldBe([Kind.Plan, Kind.Agency, Kind.Unit, Kind.Document, Kind.Target, Kind.Task, Kind.Task]);
        results.Where(result => result.Kind is Kind.Plan or Kind.Target or Kind.Task).ShouldAllBe(result => result.Plan == plan.Name && result.PlanTitle == plan.Title && result.PlanNumber == plan.Number && result.PlanIssuer == plan.Issuer);
        var target = results.Single(result => result.Kind is Kind.Target);
        (target.Name, target.Head.Text).ShouldBe((plan.Targets[0].Name, plan.Targets[0].Text));
        target.Head.Highlights.ShouldHaveSingleItem();
        results.Where(result => result.Kind is Kind.Task).Select(result => result.Name).ShouldBeSubsetOf(plan.Tasks.Select(task => task.Name));
        results.Single(result => result.Kind is Kind.Document).Head.Text.ShouldStartWith($"Nghị quyết {word}-NQ/TW");
        (await registry.Directory.GetAgencyAsync(new() { Name = office })).Name.ShouldBe(results.Single(result => result.Kind is Kind.Agency).Name);
    }

    [Theory]
    [InlineData("thất nghiệp", true)]
    [InlineData("that nghiep", true)]
    [InlineData("THAT NGHIỆP", true)]
    [InlineData("tỉ lệ thất nghiệp", true)]
    [InlineData("thất nghi", true)]
    [InlineData("that nghi", true)]
    [InlineData("thật nghiệp", false)]
    [InlineData("thất nghi ", false)]
    [InlineData("nghiệp thất", true)]
    [InlineData("thất nghiệp nông thôn", false)]
    public async Task Finds_words_with_and_without_diacritics(string words, bool found)
    {
        var (word, plan) = await Import();

        var results = await All(new() { Query = words, Plan = plan.Name, Kinds = { Kind.Target } });

        results.Count.ShouldBe(found ? 1 : 0);
        if (found)
            Marked(results[0].Head).ShouldContain("[");
    }

    [Fact]
    public async Task Ranks_numbers_before_heads_and_heads_before_bodies()
    {
        var (word, plan) = await Import();

        (await All(new() { Query = plan.Number }))[0].ShouldSatisfyAllConditions(first => first.Fit.ShouldBe(Fit.Number), first => first.Name.ShouldBe(plan.Name));
        (await All(new() { Query = $"{word}/KH" }))[0].Fit.ShouldBe(Fit.Number);
        (await All(new() { Query = $"kế hoạch {plan.Number}" }))[0].ShouldSatisfyAllConditions(first => first.Fit.ShouldBe(Fit.Number), first => first.Name.ShouldBe(plan.Name));
        var fits = (await All(new() { Query = "tuyên truyền", Plan = plan.Name })).Select(result => result.Fit).ToList();
        fits.ShouldBe([Fit.HeadPhrase]);
        (await All(new() { Query = "truyền tuyên", Plan = plan.Name })).Select(result => result.Fit).ShouldBe([Fit.HeadWords]);
        (await All(new() { Query = "thôn, bản", Plan = plan.Name })).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            task => task.Fit.ShouldBe(Fit.Phrase), task => Marked(task.Excerpt).ShouldContain("[thôn], [bản]"));
        (await All(new() { Query = "bản thôn", Plan = plan.Name })).ShouldHaveSingleItem().Fit.ShouldBe(Fit.Words);
    }

    [Fact]
    public async Task Finds_a_phrase_before_scattered_words()
    {
        var word = NewWord();
        var unit = Sending.NewCode();
        await registry.Directory.Import([Sending.Province(unit)], [
            Sending.Agency(Sending.NewCode(), unit, $"Hội {word} và Hiếu học"), Sending.Agency(Sending.NewCode(), unit, $"Hội Người cao tuổi và trẻ em mồ côi {word}"),
            Sending.Agency(Sending.NewCode(), unit, $"Trung tâm bảo trợ của Hội {word}")]);

        var names = (await All(new() { Query = $"hội {word}" })).Select(result => (result.Fit, result.Head.Text)).ToList();

        names.ShouldBe([(Fit.HeadPhrase, $"Hội {word} và Hiếu học"), (Fit.HeadPhrase, $"Trung tâm bảo trợ của Hội {word}"), (Fit.HeadWords, $"Hội Người cao tuổi và trẻ em mồ côi {word}")]);
    }

    [Fact]
    public async Task Shows_every_result_once_page_by_page()
    {
        var word = NewWord();
        var unit = Sending.NewCode();
        await registry.Directory.Import([Sending.Province(unit, $"tỉnh {word}")], [.. Enumerable.Range(0, 6).Select(i => Sending.Agency(Sending.NewCode(), unit, i % 2 == 0 ? $"Trạm {word}" : $"{word} Trạm y tế số {i}"))]);

        var whole = (await registry.Searcher.SearchAsync(new() { Query = $"trạm {word}" })).Results;
        var pages = await Pages(new() { Query = $"trạm {word}", PageSize = 2 });

        pages.Select(page => page.Count).ShouldBe([2, 2, 2]);
        pages.SelectMany(page => page).ShouldBe(whole);
        whole.Select(result => result.Fit).ShouldBe([Fit.HeadPhrase, Fit.HeadPhrase, Fit.HeadPhrase, Fit.HeadWords, Fit.HeadWords, Fit.HeadWords]);
    }

    [Fact]
    public async Task Follows_what_persons_make_of_a_reading()
    {
        var (word, plan) = await Import();
        var target = plan.Targets[0];
        var corrections = new V1.ConfirmReadingRequest { Name = plan.Name, Plan = new() { Title = $"Kế hoạch mới {word}" }, UpdateMask = new() { Paths = { "title" } } };
        corrections.ItemCorrections.Add(new V1.ItemCorrection { Target = new() { Name = target.Name, Population = "thanh niên xung phong" }, UpdateMask = new() { Paths = { "population" } } });
        corrections.ItemCorrections.Add(new V1.ItemCorrection { Task = new() { Name = plan.Tasks[0].Name }, Drop = true });
        await registry.Registrar.ConfirmReadingAsync(corrections);

        (await All(new() { Query = $"kế hoạch mới {word}" })).ShouldHaveSingleItem().Name.ShouldBe(plan.Name);
        (await All(new() { Query = "xung phong", Plan = plan.Name })).ShouldHaveSingleItem().Name.ShouldBe(target.Name);
        (await All(new() { Query = plan.Tasks[0].Heading, Plan = plan.Name, Kinds = { Kind.Task } })).ShouldNotContain(result => result.Name == plan.Tasks[0].Name);
    }

    [Fact]
    public async Task Follows_the_names_of_the_directory()
    {
        var (first, second, code) = (NewWord(), NewWord(), Sending.NewCode());
        await registry.Directory.Import([Sending.Province(code, $"tỉnh {first}")]);
        await registry.Directory.Import([Sending.Province(code, $"tỉnh {second}")]);

        (await All(new() { Query = first })).ShouldBeEmpty();
        (await All(new() { Query = second })).ShouldHaveSingleItem().Kind.ShouldBe(Kind.Unit);
    }

    [Fact]
    public async Task Leaves_nothing_of_what_was_only_validated()
    {
        var word = NewWord();
        await registry.Import(Text(word), new() { FileName = "plan.txt", ValidateOnly = true });

        (await All(new() { Query = word })).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", "FIELD_REQUIRED")]
    [InlineData("!&|():*<->", "QUERY_WITHOUT_WORDS")]
    [InlineData("a b c d e f g h i k l m n o p q r s t u v", "QUERY_HAS_TOO_MANY_WORDS")]
    public Task Is_refused_without_words_or_with_too_many(string query, string reason) => ShouldBeRefused(new() { Query = query }, StatusCode.InvalidArgument, reason);

    [Fact]
    public async Task Is_refused_for_bad_input()
    {
        await ShouldBeRefused(new() { Query = new string('a', 201) }, StatusCode.InvalidArgument, "FIELD_TOO_LONG");
        await ShouldBeRefused(new() { Query = "a", Kinds = { (Kind)99 } }, StatusCode.InvalidArgument, "VALUE_UNKNOWN");
        await ShouldBeRefused(new() { Query = "a", Plan = "plans/1" }, StatusCode.InvalidArgument, "NAME_MALFORMED");
        await ShouldBeRefused(new() { Query = "a", Plan = $"plans/{Guid.CreateVersion7()}" }, StatusCode.NotFound, "PLAN_NOT_FOUND");
        await ShouldBeRefused(new() { Query = "a", PageSize = 101 }, StatusCode.InvalidArgument, "PAGE_SIZE_OUT_OF_RANGE");
        await ShouldBeRefused(new() { Query = "a", PageToken = "x" }, StatusCode.InvalidArgument, "PAGE_TOKEN_INVALID");
    }

    [Theory]
    [InlineData("o'nghèo \\ \" \0 ; drop table plans")]
    [InlineData("nghèo:* & !hộ <-> | ()")]
    [InlineData("\uD83D\uDE00 nghèo \uFFFF")]
    public async Task Takes_signs_for_what_they_are(string query) => (await registry.Searcher.SearchAsync(new() { Query = query })).Results.Count.ShouldBeLessThanOrEqualTo(20);

    private static int words;

    // Letters that make no syllable, so that no other test finds them.
    private static string NewWord() => $"{Interlocked.Increment(ref words) + 70000}";

    private static string Text(string word) => SamplePlan.Text(word)
        .Replace("42-NQ/TW", $"{word}-NQ/TW", StringComparison.Ordinal)
        .Replace("thành thị dưới 4%", $"thành thị dưới 4% ({word})", StringComparison.Ordinal)
        .Replace("xã hội trên địa bàn", $"xã hội {word} trên địa bàn", StringComparison.Ordinal)
        .Replace("Phát triển thị trường", $"Phát triển {word} thị trường", StringComparison.Ordinal)
        .Replace("đến từng thôn", $"{word} đến từng thôn", StringComparison.Ordinal);

    private async Task<(string Word, V1.Plan Plan)> Import()
    {
        var word = NewWord();
        return (word, await registry.Registrar.ConfirmReadingAsync(new() { Name = (await registry.Import(Text(word))).Name }));
    }

    private async Task<IReadOnlyList<V1.SearchResult>> All(V1.SearchRequest request) => [.. (await Pages(request)).SelectMany(page => page)];

    private async Task<IReadOnlyList<IReadOnlyList<V1.SearchResult>>> Pages(V1.SearchRequest request)
    {
        var pages = new List<IReadOnlyList<V1.SearchResult>>();
        do
        {
            var page = await registry.Searcher.SearchAsync(request);
            pages.Add(page.Results);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return pages;
    }

    private static string Marked(V1.SearchResult.Types.Passage passage)
    {
        var shown = passage.Text;
        foreach (var range in passage.Highlights.Reverse())
            shown = $"{shown[..range.Start]}[{shown[range.Start..range.End]}]{shown[range.End..]}";
        return shown;
    }

    private async Task ShouldBeRefused(V1.SearchRequest request, StatusCode code, string reason)
    {
        var refused = await Refused.By(registry.Searcher.SearchAsync(request));

        (refused.Code, refused.Reason).ShouldBe((code, reason));
    }
}
