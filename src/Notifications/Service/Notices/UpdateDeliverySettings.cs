using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Etags;
using SocialPolicy.Notifications.Domain.Notices;
using SocialPolicy.Notifications.Service.Settings;

namespace SocialPolicy.Notifications.Service.Notices;

internal sealed partial class NoticeService
{
    private static readonly string[] Changeable = ["mode", "redirect_address", "paused"];

    [AllowedTo(Role.Administrator, Role.Operator)]
    public override Task<V1.DeliverySettings> UpdateDeliverySettings(V1.UpdateDeliverySettingsRequest request, ServerCallContext call) =>
        requests.Once(request, call, async work =>
        {
            var said = request.Settings ?? new();
            var paths = request.UpdateMask?.Paths.Distinct().ToList() ?? [];
            Check.Rule(new FieldsAreFilled("update_mask", paths.Count > 0));
            Check.All(paths.Select(path => new FieldsCanBeChanged(path, Changeable)));
            Check.Rule(new AddressesAreWellFormed("settings.redirect_address", said.RedirectAddress.Length == 0 || IsAddress(said.RedirectAddress)));

            var before = await work.HoldSettings();
            Etag.MustMatch(said.Etag, before.Version);
            var after = new SettingsRow
            {
                Version = before.Version + 1,
                Mode = paths.Contains("mode") ? said.Mode.ToWord("settings.mode") : before.Mode,
                RedirectAddress = paths.Contains("redirect_address") ? said.RedirectAddress : before.RedirectAddress,
                Paused = paths.Contains("paused") ? said.Paused : before.Paused,
                UpdatedAt = work.At,
            };
            Check.Rule(new RedirectingNeedsAnAddress(after.Mode == "redirect", after.RedirectAddress));

            await work.Save(after);
            work.Audit("deliverySettings", after.Mode);
            return after.ToContract();
        });
}
