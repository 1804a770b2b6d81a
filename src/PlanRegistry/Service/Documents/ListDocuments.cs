using Dapper;
using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Paging;
using SocialPolicy.BuildingBlocks.Service.Wire;

namespace SocialPolicy.PlanRegistry.Service.Documents;

internal sealed partial class DocumentService
{
    private const int MaxQueryLength = 200;

    private const string SelectPage = $"""
        select {DocumentRow.Columns} from documents d
        where (@since::timestamptz is null or updated_at >= @since) and (@since::timestamptz is not null or merged_into is null)
            and (is_stub or not @onlyStubs) and (is_ambiguous or not @onlyAmbiguous)
            and search_text like all(@words)
            and (@beforeId::uuid is null or (created_at, id) < (@beforeTime::timestamptz, @beforeId::uuid))
        order by created_at desc, id desc
        limit @limit
        """;

    [AllowedToAnyCaller]
    public override Task<V1.ListDocumentsResponse> ListDocuments(V1.ListDocumentsRequest request, ServerCallContext call)
    {
        Check.Rule(new TextsFitTheirField("query", request.Query.Length, MaxQueryLength));
        var size = PageSize.Of(request.PageSize, usual: 50, largest: 500);
        var after = PageToken.Decode<Position>(request, request.PageToken);
        var filter = new
        {
            since = request.UpdatedSince?.ToTime("updated_since"),
            onlyStubs = request.OnlyStubs,
            onlyAmbiguous = request.OnlyAmbiguous,
            words = TextFolding.Fold(request.Query).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Containing).ToArray(),
            beforeId = after?.Id,
            beforeTime = after?.CreatedAt,
            limit = size + 1,
        };
        return requests.Read(call, async connection =>
        {
            var rows = await connection.QueryAsync<DocumentRow>(new(SelectPage, filter, cancellationToken: call.CancellationToken));
            var page = Page.Cut(rows.AsList(), size, request, row => new Position(row.CreatedAt, row.Id));
            return new V1.ListDocumentsResponse { Documents = { page.Items.Select(row => row.ToContract()) }, NextPageToken = page.NextPageToken };
        });
    }

    private static string Containing(string word) =>
        $"%{word.Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_")}%";

    private sealed record Position(DateTimeOffset CreatedAt, Guid Id);
}
