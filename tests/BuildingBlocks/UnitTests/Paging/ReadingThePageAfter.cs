using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Paging;
using SocialPolicy.Indicators.V1;
using SocialPolicy.PlanRegistry.V1;

namespace SocialPolicy.BuildingBlocks.UnitTests.Paging;

public class ReadingThePageAfter
{
    private static readonly Position Last = new(new(2026, 11, 10, 8, 0, 0, TimeSpan.Zero), Guid.CreateVersion7());
    private readonly ListPlansRequest request = new() { PageSize = 20, State = Plan.Types.State.Published };

    private sealed record Position(DateTimeOffset CreatedAt, Guid Id);

    [Fact]
    public void Goes_on_behind_the_last_item() =>
        PageToken.Decode<Position>(request, PageToken.Encode(request, Last)).ShouldBe(Last);

    [Fact]
    public void Begins_at_the_start_without_a_token() => PageToken.Decode<Position>(request, "").ShouldBeNull();

    [Fact]
    public void May_ask_for_another_page_size()
    {
        var token = PageToken.Encode(request, Last);

        PageToken.Decode<Position>(new ListPlansRequest(request) { PageSize = 7, PageToken = token }, token).ShouldBe(Last);
    }

    [Fact]
    public void Is_refused_with_other_filters()
    {
        var token = PageToken.Encode(request, Last);

        Refusal(new ListPlansRequest(request) { State = Plan.Types.State.Read }, token).ShouldBe("PAGE_TOKEN_INVALID");
    }

    [Fact]
    public void Is_refused_in_another_list() =>
        Refusal(new ListTargetsRequest(), PageToken.Encode(new ListPlansRequest(), Last)).ShouldBe("PAGE_TOKEN_INVALID");

    [Theory]
    [InlineData("x")]
    [InlineData("not a token")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA")]
    public void Is_refused_with_an_invented_token(string token) => Refusal(request, token).ShouldBe("PAGE_TOKEN_INVALID");

    [Fact]
    public void Is_refused_with_an_invented_position_under_a_right_checksum() =>
        Refusal(request, PageToken.Encode(request, "nowhere")).ShouldBe("PAGE_TOKEN_INVALID");

    [Fact]
    public void Is_refused_when_any_character_of_the_token_changes()
    {
        var token = PageToken.Encode(request, Last);
        for (var at = 0; at < token.Length - 1; at++)
        {
            var changed = token[..at] + (token[at] == 'A' ? 'B' : 'A') + token[(at + 1)..];
            Refusal(request, changed).ShouldBe("PAGE_TOKEN_INVALID", $"character {at}");
        }
    }

    [Fact]
    public void Ends_where_no_row_is_left()
    {
        Position[] rows = [Last, Last, Last];

        Page.Cut(rows, 3, request, row => row).NextPageToken.ShouldBeEmpty();
        var page = Page.Cut(rows, 2, request, row => row);
        page.Items.Count.ShouldBe(2);
        PageToken.Decode<Position>(request, page.NextPageToken).ShouldBe(Last);
    }

    private static string Refusal(Google.Protobuf.IMessage request, string token) =>
        Should.Throw<RuleBroken>(() => PageToken.Decode<Position>(request, token)).First.Reason;
}
