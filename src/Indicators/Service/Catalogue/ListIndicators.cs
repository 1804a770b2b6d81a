using Dapper;
using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Paging;
using SocialPolicy.Indicators.Domain.Catalogue;

namespace SocialPolicy.Indicators.Service.Catalogue;

internal sealed partial class IndicatorService
{
    private const int LongestText = 200;

    // Words are letters and digits alone: nothing in them has to be escaped. What is like all of none is like all.
    private const string SelectPage = $"""
        select {IndicatorRow.Columns} from indicators i
        where (@retired or i.retired_at is null)
            and (@theme = '' or i.theme = @theme)
            and ((i.folded like all (@marked) and i.bare like all (@bare))
                or exists (select from indicator_aliases a where a.indicator = i.key and a.folded like all (@marked) and a.bare like all (@bare)))
            and (@afterId::uuid is null or (i.theme, i.name, i.id) > (@afterTheme::text, @afterName::text collate "vi-x-icu", @afterId::uuid))
        order by i.theme, i.name, i.id
        limit @limit
        """;

    [AllowedToAnyCaller]
    public override Task<V1.ListIndicatorsResponse> ListIndicators(V1.ListIndicatorsRequest request, ServerCallContext call)
    {
        var size = PageSize.Of(request.PageSize, usual: 100, largest: 1000);
        var after = PageToken.Decode<Place>(request, request.PageToken);
        Check.Rule(new TextsFitTheirField("text", request.Text.Length, LongestText));
        var asked = IndicatorWords.Asked(request.Text).ToLookup(word => Diacritics.Without(word) != word, word => $"%{word}%");
        var filter = new
        {
            retired = request.ShowRetired,
            theme = request.Theme,
            marked = asked[true].ToArray(),
            bare = asked[false].ToArray(),
            afterTheme = after?.Theme,
            afterName = after?.Name,
            afterId = after?.Id,
            limit = size + 1,
        };

        return requests.Read(call, async connection =>
        {
            var rows = await connection.QueryAsync<IndicatorRow>(new(SelectPage, filter, cancellationToken: call.CancellationToken));
            var page = Page.Cut(rows.AsList(), size, request, row => new Place(row.Theme, row.Name, row.Id));
            return new V1.ListIndicatorsResponse { Indicators = { page.Items.Select(row => row.ToContract()) }, NextPageToken = page.NextPageToken };
        });
    }

    private sealed record Place(string Theme, string Name, Guid Id);
}
