using SocialPolicy.BuildingBlocks.Service.Names;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.Notifications.Service.Sweeping;

namespace SocialPolicy.Notifications.Service.Notices;

/// <summary>Notices, inboxes and the mode of the installation; one file per RPC.</summary>
internal sealed partial class NoticeService(Requests requests, Sweep sweep, TimeProvider clock) : V1.NoticeService.NoticeServiceBase
{
    internal static readonly ResourceName NoticeName = new("notices/{notice}");
    internal static readonly ResourceName ObligationName = new("obligations/{obligation}");
    internal static readonly ResourceName PlanName = new("plans/{plan}");
}
