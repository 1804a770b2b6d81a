using Dapper;
using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Paging;
using SocialPolicy.DirectoryCopy.Agencies;

namespace SocialPolicy.Notifications.Service.Notices;

internal sealed partial class NoticeService
{
    [AllowedToAnyCaller]
    public override Task<V1.ListNoticesResponse> ListInbox(V1.ListInboxRequest request, ServerCallContext call)
    {
        Check.Rule(new FieldsAreFilled("agency", request.Agency.Length > 0));
        var size = PageSize.Of(request.PageSize, usual: 100, largest: 1000);
        var after = PageToken.Decode<Position>(request, request.PageToken);
        return requests.Read(call, async connection =>
        {
            var agency = await connection.RequireAgency(request.Agency, "agency", call.CancellationToken);
            var allowed = await connection.ActsFor(call.Caller(), [agency.Id], clock.Today(), call.CancellationToken);
            Check.Rule(new CallersActForTheirAgencies(agency.ResourceName, allowed));
            var rows = await connection.QueryAsync<NoticeRow>(new(
                SelectPage,
                new
                {
                    plan = (Guid?)null,
                    obligation = (Guid?)null,
                    agency = agency.Id,
                    seen = (Guid[]?)null,
                    state = (string?)null,
                    channel = "inbox",
                    unread = request.UnreadOnly,
                    beforeId = after?.Id,
                    beforeTime = after?.CreatedAt,
                    limit = size + 1,
                },
                cancellationToken: call.CancellationToken));
            var page = Page.Cut(rows.AsList(), size, request, row => new Position(row.CreatedAt, row.Id));
            return new V1.ListNoticesResponse { Notices = { page.Items.Select(row => row.ToContract()) }, NextPageToken = page.NextPageToken };
        });
    }
}
