using System.Security.Cryptography;
using Microsoft.AspNetCore.StaticFiles;

namespace SocialPolicy.Dashboard.Hosting;

/// <summary>The address of an asset, with a mark of its content: a browser keeps it for good and yet never shows an old one.</summary>
internal static class AssetVersion
{
    public static readonly FileExtensionContentTypeProvider ContentTypes = new(new Dictionary<string, string>
    {
        [".css"] = "text/css; charset=utf-8",
        [".mjs"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
    });

    public static readonly string Styles = Of("dashboard.css");
    public static readonly string Script = Of("dashboard.mjs");
    public static readonly string Icon = Of("icon.svg");

    private static string Of(string name)
    {
        using var content = typeof(AssetVersion).Assembly.GetManifestResourceStream($"SocialPolicy.Dashboard.Assets.{name}")
            ?? throw new InvalidOperationException($"{name} is not embedded.");
        return $"/assets/{name}?v={Convert.ToHexStringLower(SHA256.HashData(content))[..12]}";
    }
}
