using System.Reflection;
using SocialPolicy.BuildingBlocks.Service.Errors;

namespace SocialPolicy.Contracts.Tests.Errors;

/// <summary>Every rule of the platform, by the part of it that may refuse.</summary>
internal static class PlatformRules
{
    private static readonly string[] Parts = ["BuildingBlocks", "PlanRegistry", "Indicators", "Reporting", "Notifications"];

    // What a service lets a library judge, it refuses itself.
    private static readonly Dictionary<string, string> Libraries = new() { ["PlanRegistry"] = "Documents.dll", ["Indicators"] = "Workbooks.dll" };

    public static IReadOnlyList<(string Part, IReadOnlyList<KnownRule> Rules)> ByPart { get; } =
    [
        .. Parts.Select(part => (part, RuleCatalogue.Of(Assemblies(part)))).Where(found => found.Item2.Count > 0),
    ];

    public static IEnumerable<KnownRule> All => ByPart.SelectMany(part => part.Rules);

    private static IEnumerable<Assembly> Assemblies(string part) =>
        Directory.EnumerateFiles(AppContext.BaseDirectory, $"{part}.*.dll")
            .Concat(Libraries.TryGetValue(part, out var library) ? [Path.Combine(AppContext.BaseDirectory, library)] : []).Order(StringComparer.Ordinal).Select(Assembly.LoadFrom);
}
