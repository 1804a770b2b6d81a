using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SocialPolicy.Supply;

/// <summary>What the platform is made of, as CycloneDX 1.6. The same lock files make the same bytes: it names no day.</summary>
internal static class BillOfMaterials
{
    private const string Platform = "SocialPolicyPlatform";
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(IReadOnlyList<Package> packages, Licences licences)
    {
        var byName = packages.ToLookup(package => (package.Kind, package.Name.ToUpperInvariant()));
        return new JsonObject
        {
            ["bomFormat"] = "CycloneDX",
            ["specVersion"] = "1.6",
            ["serialNumber"] = $"urn:uuid:{Identity(packages)}",
            ["version"] = 1,
            ["metadata"] = new JsonObject { ["component"] = new JsonObject { ["type"] = "application", ["bom-ref"] = Platform, ["name"] = Platform } },
            ["components"] = Array(packages.Select(package => Component(package, licences.Of(package)))),
            ["dependencies"] = Array(
            [
                Needs(Platform, packages.Where(package => package.IsPartOfThePlatform)),
                .. packages.Select(package => Needs(package.Url, package.Needs.SelectMany(name => byName[(package.Kind, name.ToUpperInvariant())]))),
            ]),
        }.ToJsonString(Layout);
    }

    private static JsonObject Component(Package package, string? licence)
    {
        var component = new JsonObject
        {
            ["type"] = "library",
            ["bom-ref"] = package.Url,
            ["name"] = package.Name,
            ["version"] = package.Version,
            ["scope"] = package.IsPartOfThePlatform ? "required" : "excluded",
            ["hashes"] = new JsonArray(new JsonObject { ["alg"] = "SHA-512", ["content"] = Convert.ToHexStringLower(Convert.FromBase64String(package.Sha512)) }),
        };
        if (licence is not null)
            component["licenses"] = new JsonArray(licence.Contains(' ', StringComparison.Ordinal)
                ? new JsonObject { ["expression"] = licence }
                : new JsonObject { ["license"] = new JsonObject { ["id"] = licence } });
        component["purl"] = package.Url;
        return component;
    }

    private static JsonObject Needs(string of, IEnumerable<Package> packages) => new()
    {
        ["ref"] = of,
        ["dependsOn"] = new JsonArray([.. packages.Select(package => (JsonNode)package.Url)]),
    };

    private static JsonArray Array(IEnumerable<JsonNode> items) => new([.. items]);

    private static Guid Identity(IEnumerable<Package> packages) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', packages.Select(package => package.Url + package.Sha512)))).AsSpan(0, 16), bigEndian: true);
}
