using System.Xml.Linq;

namespace SocialPolicy.Supply;

/// <summary>What packages say of their licence, read where a restore has put them: no network.</summary>
/// <param name="packages">The folder of restored packages.</param>
internal sealed class Licences(string packages)
{
    // Some packages bring their licence as a file, or name only where it can be read.
    private static readonly (string Sign, string Licence)[] Signs =
    [
        ("Permission is hereby granted, free of charge", "MIT"),
        ("The MIT License", "MIT"),
        ("Apache License", "Apache-2.0"),
        ("xunit/xunit/master/license.txt", "Apache-2.0"),
        ("opensource.org/licenses/MIT", "MIT"),
        ("opensource.org/licenses/Apache-2.0", "Apache-2.0"),
    ];

    /// <summary>An SPDX expression; null when the package says nothing that is known here, or is not restored.</summary>
    public string? Of(Package package) => package.Licence ?? (package.Kind is "nuget" ? FromFolder(package) : null);

    private string? FromFolder(Package package)
    {
        var folder = Path.Combine(packages, package.Name.ToLowerInvariant(), package.Version.ToLowerInvariant());
        var description = Path.Combine(folder, $"{package.Name.ToLowerInvariant()}.nuspec");
        if (!File.Exists(description))
            return null;

        var elements = XDocument.Load(description).Descendants().ToLookup(element => element.Name.LocalName);
        return elements["license"].FirstOrDefault() switch
        {
            { } licence when licence.Attribute("type")?.Value is "expression" => licence.Value,
            { } licence when Path.Combine(folder, licence.Value.Replace('\\', '/')) is var file && File.Exists(file) => Known(File.ReadAllText(file)),
            _ => Known(elements["licenseUrl"].FirstOrDefault()?.Value ?? ""),
        };
    }

    private static string? Known(string text) =>
        Signs.FirstOrDefault(sign => text.Contains(sign.Sign, StringComparison.OrdinalIgnoreCase)).Licence;
}
