using Dapper;
using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Paging;
using SocialPolicy.PlanRegistry.Service.Directory;

namespace SocialPolicy.PlanRegistry.Service.Successions;

internal sealed partial class SuccessionService
{
    private const string SelectPage = $"""
        {SuccessionRow.Select}
        where (@unit::uuid is null or exists (select from succession_members m where m.succession_id = s.id and m.unit_id = @unit))
            and (@agency::uuid is null or exists (select from succession_members m where m.succession_id = s.id and m.agency_id = @agency))
            and (@beforeId::uuid is null or (s.effective_on, s.id) < (@beforeDay::date, @beforeId::uuid))
        order by s.effective_on desc, s.id desc
        limit @limit
        """;

    [AllowedToAnyCaller]
    public override Task<V1.ListSuccessionsResponse> ListSuccessions(V1.ListSuccessionsRequest request, ServerCallContext call)
    {
        var size = PageSize.Of(request.PageSize, usual: 100, largest: 500);
        var before = PageToken.Decode<Position>(request, request.PageToken);
        var ct = call.CancellationToken;
        return requests.Read(call, async connection =>
        {
            var unit = request.Unit.Length == 0 ? (Guid?)null : (await connection.RequireUnit(request.Unit, "unit", ct)).Id;
            var agency = request.Agency.Length == 0 ? (Guid?)null : (await connection.RequireAgency(request.Agency, "agency", ct)).Id;
            var filter = new { unit, agency, beforeId = before?.Id, beforeDay = before?.EffectiveOn, limit = size + 1 };
            var rows = await connection.QueryAsync<SuccessionRow>(new(SelectPage, filter, cancellationToken: ct));
            var page = Page.Cut(rows.AsList(), size, request, row => new Position(row.EffectiveOn, row.Id));
            return new V1.ListSuccessionsResponse { Successions = { page.Items.Select(row => row.ToContract()) }, NextPageToken = page.NextPageToken };
        });
    }

    private sealed record Position(DateOnly EffectiveOn, Guid Id);
}
