using System.CommandLine;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using SocialPolicy.Notifications.V1;
using Spectre.Console;
using Mode = SocialPolicy.Notifications.V1.DeliverySettings.Types.Mode;

namespace SocialPolicy.Cli.Notices;

/// <summary><c>spp delivery</c>: whether notices leave this installation.</summary>
internal static class DeliveryCommands
{
    public static Command All() => new("delivery", "How notices leave this installation.") { Show(), Set(), CorrectAddress.Create() };

    private static Command Show()
    {
        var command = new Command("show", "Show the mode.");
        command.Runs(async (_, connection, screen, cancellation) =>
        {
            var settings = await connection.Notices.GetDeliverySettingsAsync(new(), Connection.Call(cancellation));
            screen.Show(settings, console => Write(console, settings));
            return Exit.Ok;
        });
        return command;
    }

    private static Command Set()
    {
        var mode = new Option<Mode?>("--mode") { Description = "off, redirect or live." };
        var redirect = new Option<string?>("--redirect") { Description = "Where mail goes in mode redirect." };
        var paused = new Option<bool?>("--paused") { Description = "true holds everything back for a while." };
        var command = new Command("set", "Change the mode.") { mode, redirect, paused };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var request = new UpdateDeliverySettingsRequest { Settings = new(), UpdateMask = new(), RequestId = Said.NewRequest() };
            Take("mode", parsed.GetValue(mode), (settings, value) => settings.Mode = value);
            if (parsed.GetValue(redirect) is { } address)
            {
                request.Settings.RedirectAddress = address;
                request.UpdateMask.Paths.Add("redirect_address");
            }

            Take("paused", parsed.GetValue(paused), (settings, value) => settings.Paused = value);
            var changed = await connection.Notices.UpdateDeliverySettingsAsync(request, Connection.Call(cancellation));
            screen.Show(changed, console => Write(console, changed));
            return Exit.Ok;

            void Take<T>(string path, T? said, Action<DeliverySettings, T> set)
                where T : struct
            {
                if (said is not { } value)
                    return;
                set(request.Settings, value);
                request.UpdateMask.Paths.Add(path);
            }
        });
        return command;
    }

    private static void Write(IAnsiConsole console, DeliverySettings settings) => console.WriteLine(
        $"{settings.Mode}{(settings.Mode is Mode.Redirect ? $" to {settings.RedirectAddress}" : "")}{(settings.Paused ? ", paused" : "")}");
}
