using System.Text.Json;
using SocialPolicy.Supply;

namespace SocialPolicy.Architecture.Tests;

/// <summary>What others made and the platform uses: named, held to its bytes, and under a licence that lets us.</summary>
public class SupplyChain
{
    private static readonly string[] Allowed =
        ["MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "0BSD", "PostgreSQL", "Apache-2.0 OR MPL-2.0", "MS-PL OR Apache-2.0"];

    private static readonly Lazy<IReadOnlyList<Package>> Packages = new(() => LockFiles.Packages(Solution.Root));

    private static readonly Lazy<JsonElement> Bill = new(() => JsonDocument.Parse(File.ReadAllText(Path.Combine(Solution.Root, "artifacts", "sbom.json"))).RootElement);

    [Fact]
    public void Is_locked_for_every_project() => Solution.Projects
        .Where(project => !File.Exists(Path.Combine(Solution.Root, project.Folder, "packages.lock.json"))).Select(project => project.File).ShouldBeEmpty();

    [Fact]
    public void Is_restored_as_locked_by_all_that_builds()
    {
        File.ReadAllText(Path.Combine(Solution.Root, "aspire", "build")).ShouldContain("dotnet build \"$@\" -p:RestoreLockedMode=true");
        foreach (var script in (string[])["run", "test", "spp"])
            File.ReadAllLines(Path.Combine(Solution.Root, script)).Where(line => line.Contains("dotnet build", StringComparison.Ordinal) || line.Contains("dotnet restore", StringComparison.Ordinal)).ShouldBeEmpty(script);
    }

    [Fact]
    public void Has_a_hash_of_512_bits_for_every_package()
    {
        Packages.Value.Count.ShouldBeGreaterThan(50);
        Packages.Value.Where(package => Convert.FromBase64String(package.Sha512).Length != 64).Select(package => package.Url).ShouldBeEmpty();
    }

    [Fact]
    public void Is_told_whole_by_the_build()
    {
        (Bill.Value.GetProperty("bomFormat").GetString(), Bill.Value.GetProperty("specVersion").GetString()).ShouldBe(("CycloneDX", "1.6"));
        var told = Bill.Value.GetProperty("components").EnumerateArray().ToDictionary(one => one.GetProperty("purl").GetString()!, one => one.GetProperty("hashes")[0].GetProperty("content").GetString());

        told.Keys.Order(StringComparer.Ordinal).ShouldBe(Packages.Value.Select(package => package.Url).Order(StringComparer.Ordinal));
        foreach (var package in Packages.Value)
            told[package.Url].ShouldBe(Convert.ToHexStringLower(Convert.FromBase64String(package.Sha512)));
    }

    [Fact]
    public void Names_what_needs_what_by_references_that_are_there()
    {
        var known = Packages.Value.Select(package => package.Url).Append("SocialPolicyPlatform").ToHashSet();

        Bill.Value.GetProperty("dependencies").EnumerateArray()
            .SelectMany(one => one.GetProperty("dependsOn").EnumerateArray().Append(one.GetProperty("ref"))).Select(one => one.GetString()!)
            .Where(reference => !known.Contains(reference)).ShouldBeEmpty();
    }

    [Fact]
    public void Is_under_licences_that_let_the_platform_use_it() => Bill.Value.GetProperty("components").EnumerateArray()
        .Select(one => (Package: one.GetProperty("purl").GetString(), Licence: LicenceOf(one)))
        .Where(one => !Allowed.Contains(one.Licence)).Select(one => $"{one.Package}: {one.Licence}").ShouldBeEmpty();

    [Fact]
    public void Brings_no_file_that_no_lock_covers() =>
        Directory.EnumerateFiles(Solution.Root, "*", new EnumerationOptions { RecurseSubdirectories = false }).Concat(((string[])["aspire", "src", "tests", "samples", "protos"])
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Solution.Root, folder), "*", SearchOption.AllDirectories)))
        .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "node_modules" or "artifacts" or ".data"))
        .Where(file => Path.GetExtension(file) is ".dll" or ".so" or ".exe" or ".jar" or ".nupkg" or ".tgz" or ".whl" or ".wasm" || file.EndsWith(".min.js", StringComparison.Ordinal))
        .ShouldBeEmpty();

    private static string? LicenceOf(JsonElement component) => component.TryGetProperty("licenses", out var licences)
        ? licences[0].TryGetProperty("expression", out var expression) ? expression.GetString() : licences[0].GetProperty("license").GetProperty("id").GetString()
        : null;
}
