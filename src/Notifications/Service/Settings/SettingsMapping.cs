using Google.Protobuf.WellKnownTypes;
using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Etags;
using Mode = SocialPolicy.Notifications.V1.DeliverySettings.Types.Mode;

namespace SocialPolicy.Notifications.Service.Settings;

/// <summary>The settings in the words of the contract.</summary>
internal static class SettingsMapping
{
    private static readonly Dictionary<string, Mode> Modes = new() { ["off"] = Mode.Off, ["redirect"] = Mode.Redirect, ["live"] = Mode.Live };

    public static V1.DeliverySettings ToContract(this SettingsRow row) => new()
    {
        Etag = Etag.Of(row.Version),
        Mode = Modes[row.Mode],
        RedirectAddress = row.RedirectAddress ?? "",
        Paused = row.Paused,
        UpdateTime = row.UpdatedAt?.ToTimestamp(),
    };

    /// <summary>Throws VALUE_UNKNOWN, for the contract's zero too: there is always a mode.</summary>
    public static string ToWord(this Mode mode, string field)
    {
        var known = Modes.FirstOrDefault(pair => pair.Value == mode).Key;
        Check.Rule(new ValuesAreKnown(field, mode.ToString(), known is not null));
        return known!;
    }
}
