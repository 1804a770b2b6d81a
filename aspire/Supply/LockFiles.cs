using System.Text.Json;

namespace SocialPolicy.Supply;

/// <summary>Every package that a lock file of the repository names.</summary>
internal static class LockFiles
{
    private const string OfNuGet = "packages.lock.json";
    private const string OfNpm = "package-lock.json";
    private const string Algorithm = "sha512-";
    private static readonly string[] Folders = ["aspire", "src", "tests", "samples"];
    private static readonly string[] LeftByBuilds = ["obj", "bin", "node_modules"];

    /// <summary>From the root of the repository, in order.</summary>
    public static IReadOnlyList<string> Of(string repository) =>
    [
        .. Folders.Select(folder => Path.Combine(repository, folder)).Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.lock.json", SearchOption.AllDirectories).Concat(Directory.EnumerateFiles(folder, OfNpm, SearchOption.AllDirectories)))
            .Where(file => Path.GetFileName(file) is OfNuGet or OfNpm)
            .Select(file => Path.GetRelativePath(repository, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Any(LeftByBuilds.Contains))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>By package URL. Throws <see cref="InvalidDataException"/> for one without a hash, or with two.</summary>
    public static IReadOnlyList<Package> Packages(string repository)
    {
        var found = new SortedDictionary<string, Package>(StringComparer.Ordinal);
        foreach (var file in Of(repository))
        {
            using var content = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(repository, file)));
            foreach (var (package, needs) in file.EndsWith(OfNpm, StringComparison.Ordinal) ? Npm(content.RootElement) : NuGet(content.RootElement))
                Add(found, package, needs, Path.GetDirectoryName(file)!.Replace('\\', '/'), file);
        }

        return [.. found.Values];
    }

    private static void Add(SortedDictionary<string, Package> found, Package package, IEnumerable<string> needs, string project, string file)
    {
        if (package.Sha512.Length == 0)
            throw new InvalidDataException($"{file} names {package.Name} {package.Version} without a hash.");
        if (!found.TryGetValue(package.Url, out var known))
            found[package.Url] = known = package;
        if (known.Sha512 != package.Sha512)
            throw new InvalidDataException($"{file} names another hash of {package.Name} {package.Version} than {known.Projects.Min}.");
        known.Projects.Add(project);
        known.Needs.UnionWith(needs);
    }

    private static IEnumerable<(Package Package, IEnumerable<string> Needs)> NuGet(JsonElement content) =>
        from framework in content.GetProperty("dependencies").EnumerateObject()
        from package in framework.Value.EnumerateObject()
        where package.Value.GetProperty("type").GetString() is not "Project"
        select (new Package("nuget", package.Name, package.Value.GetProperty("resolved").GetString()!, Text(package.Value, "contentHash"), Licence: null), Names(package.Value));

    private static IEnumerable<(Package Package, IEnumerable<string> Needs)> Npm(JsonElement content) =>
        from package in content.GetProperty("packages").EnumerateObject()
        where package.Name.Length > 0
        let name = package.Name[(package.Name.LastIndexOf("node_modules/", StringComparison.Ordinal) + "node_modules/".Length)..]
        let integrity = Text(package.Value, "integrity")
        select (new Package(
            "npm", name, package.Value.GetProperty("version").GetString()!,
            integrity.StartsWith(Algorithm, StringComparison.Ordinal) ? integrity[Algorithm.Length..] : "", Text(package.Value, "license") is { Length: > 0 } licence ? licence : null), Names(package.Value));

    private static IEnumerable<string> Names(JsonElement package) =>
        package.TryGetProperty("dependencies", out var needs) ? [.. needs.EnumerateObject().Select(need => need.Name)] : [];

    private static string Text(JsonElement package, string name) => package.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
}
