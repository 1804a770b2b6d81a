using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.Notifications.Service.Settings;

namespace SocialPolicy.Notifications.Service.Notices;

internal sealed partial class NoticeService
{
    [AllowedToAnyCaller]
    public override Task<V1.DeliverySettings> GetDeliverySettings(V1.GetDeliverySettingsRequest request, ServerCallContext call) =>
        requests.Read(call, async connection => (await connection.DeliverySettings(call.CancellationToken)).ToContract());
}
