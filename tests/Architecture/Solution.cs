using System.Reflection;
using System.Xml.Linq;

namespace SocialPolicy.Architecture.Tests;

/// <summary>A project as its file says.</summary>
/// <param name="Name">Of the file, without extension.</param>
/// <param name="File">From the root of the repository, with forward slashes.</param>
/// <param name="Packages">Ids it references itself.</param>
/// <param name="References">Names of the projects it references itself.</param>
/// <param name="Frameworks">Shared frameworks, the one of its SDK included.</param>
internal sealed record Project(string Name, string File, IReadOnlySet<string> Packages, IReadOnlySet<string> References, IReadOnlySet<string> Frameworks)
{
    public string Folder => Path.GetDirectoryName(File)!.Replace('\\', '/');

    public static Project Read(string root, string path)
    {
        var xml = XDocument.Load(path);
        var frameworks = Includes(xml, "FrameworkReference").ToHashSet();
        if (xml.Root!.Attribute("Sdk")?.Value == "Microsoft.NET.Sdk.Web")
            frameworks.Add("Microsoft.AspNetCore.App");

        return new(
            Path.GetFileNameWithoutExtension(path),
            Path.GetRelativePath(root, path).Replace('\\', '/'),
            Includes(xml, "PackageReference").ToHashSet(),
            Includes(xml, "ProjectReference").Select(reference => Path.GetFileNameWithoutExtension(reference.Replace('\\', '/'))).ToHashSet(),
            frameworks);
    }

    private static IEnumerable<string> Includes(XDocument xml, string item) =>
        xml.Descendants(item).Select(element => element.Attribute("Include")?.Value).OfType<string>();
}

/// <summary>Every project of the repository, read from its file: nothing is missed because a test does not reference it.</summary>
internal static class Solution
{
    public static string Root { get; } = typeof(Solution).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "RepositoryRoot").Value!;

    public static IReadOnlyList<Project> Projects { get; } =
    [
        .. SourceFiles("*.csproj").Select(file => Project.Read(Root, file)).OrderBy(project => project.File, StringComparer.Ordinal),
    ];

    public static IEnumerable<Project> Services => Projects.Where(project => project.Name.EndsWith(".Service", StringComparison.Ordinal) && project.Name != "BuildingBlocks.Service");

    public static IEnumerable<Project> Domains => Projects.Where(project => project.Name.EndsWith(".Domain", StringComparison.Ordinal));

    public static Project Named(string name) => Projects.Single(project => project.Name == name);

    /// <summary>Written by people: what a build leaves behind is not looked at.</summary>
    public static IEnumerable<string> SourceFiles(string pattern) => ((string[])["src", "aspire", "tests"])
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories))
        .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "node_modules"));

    /// <summary>The project and everything it reaches through projects.</summary>
    public static IReadOnlySet<Project> Closure(Project project)
    {
        var found = new HashSet<Project>();
        Visit(project);
        return found;

        void Visit(Project next)
        {
            if (!found.Add(next))
                return;
            foreach (var reference in next.References.Select(name => Projects.SingleOrDefault(other => other.Name == name)).OfType<Project>())
                Visit(reference);
        }
    }
}
