using Dapper;
using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.DirectoryCopy.Agencies;
using SocialPolicy.Notifications.Domain.Notices;

namespace SocialPolicy.Notifications.Service.Notices;

internal sealed partial class NoticeService
{
    private const string SelectOne = $"select {NoticeRow.Columns} from notices n where n.id = @id";

    private const string Acknowledge = "update notices set state = 'acknowledged', acknowledged_at = @At where id = @id and state = 'sent'";

    [AllowedTo(Role.ReportingOfficer, Role.Approver, Role.FocalOfficer, Role.Registrar, Within = Sphere.Agency)]
    public override Task<V1.Notice> AcknowledgeNotice(V1.AcknowledgeNoticeRequest request, ServerCallContext call) =>
        requests.Once(request, call, async work =>
        {
            var id = NoticeName.Parse(request.Name);
            var row = await work.Hold<NoticeRow>($"{SelectOne} for update of n", new { id });
            Check.Rule(new NoticesAreKnown(id, row is not null && await Sees(work, row)));
            await work.MustActFor(row!.AgencyId, AgencyNames.Pattern.Of(row.AgencyId));
            Check.Rule(new OnlyTheInboxIsAcknowledged(Words.Read<Channel>(row.Channel), Words.Read<NoticeState>(row.State)));

            await work.Connection.ExecuteAsync(work.Sql(Acknowledge, new { id, work.At }));
            work.Audit(request.Name);
            return (await work.Connection.QuerySingleAsync<NoticeRow>(work.Sql(SelectOne, new { id }))).ToContract();
        });

    // To the others it is not there.
    private static async Task<bool> Sees(Work work, NoticeRow row) =>
        work.Caller.IsAny(Role.Operator) || await work.Connection.Reaches(work.Caller, [row.AgencyId], work.At.InVietnam(), work.Cancellation);
}
