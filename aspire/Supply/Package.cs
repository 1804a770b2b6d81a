namespace SocialPolicy.Supply;

/// <summary>A package as lock files name it.</summary>
/// <param name="Kind">Where it comes from, as a package URL says it: <c>nuget</c>, <c>npm</c>.</param>
/// <param name="Name">As its registry spells it.</param>
/// <param name="Version">The one that was resolved.</param>
/// <param name="Sha512">Of what its registry gives out, base64; a restore that meets other bytes fails.</param>
/// <param name="Licence">As the lock file says; null where it says nothing.</param>
internal sealed record Package(string Kind, string Name, string Version, string Sha512, string? Licence)
{
    /// <summary>Projects whose lock file names it, from the root of the repository.</summary>
    public SortedSet<string> Projects { get; } = new(StringComparer.Ordinal);

    /// <summary>Names of what it needs itself.</summary>
    public SortedSet<string> Needs { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Its package URL, the name that tools for vulnerabilities know it by.</summary>
    public string Url => $"pkg:{Kind}/{Name.Replace("@", "%40", StringComparison.Ordinal)}@{Version}";

    /// <summary>Whether it goes out with the platform, or only serves to build and test it.</summary>
    public bool IsPartOfThePlatform => Projects.Any(project => project.StartsWith("src/", StringComparison.Ordinal) || project.StartsWith("aspire/", StringComparison.Ordinal));
}
