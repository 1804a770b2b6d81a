namespace SocialPolicy.Architecture.Tests;

/// <summary>A project lies where its name says, and no folder is named for nothing in particular.</summary>
public class Layout
{
    private static readonly string[] Nothing = ["Common", "Shared", "Helpers", "Helper", "Utils", "Utilities", "Managers", "Misc", "Core", "Infrastructure", "Application"];

    public static TheoryData<string> Files => [.. Solution.Projects.Select(project => project.File)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Puts_a_project_where_its_name_says(string file)
    {
        var project = Solution.Projects.Single(project => project.File == file);
        var folders = project.Folder.Split('/');

        string[] allowed =
        [
            string.Join('.', folders[1..]),
            folders[^1],
            $"{folders[^1]}.Tests",
            $"{folders[^1]}.UnitTests",
            $"{folders[^1]}.FunctionalTests",
            $"{folders[^1].Replace("Tests", "", StringComparison.Ordinal)}.ContractTests",
        ];
        allowed.ShouldContain(project.Name);
    }

    [Fact]
    public void Names_every_folder_for_what_is_in_it() => Solution.SourceFiles("*.cs")
        .Select(file => Path.GetRelativePath(Solution.Root, Path.GetDirectoryName(file)!)).Distinct()
        .Where(folder => folder.Split(Path.DirectorySeparatorChar).Any(part => Nothing.Contains(part))).ShouldBeEmpty();

    [Fact]
    public void Has_every_project_and_every_test_in_the_solution()
    {
        var solution = File.ReadAllText(Path.Combine(Solution.Root, "SocialPolicyPlatform.sln")).Replace('\\', '/');

        Solution.Projects.Where(project => !project.File.StartsWith("tests/", StringComparison.Ordinal) || project.Name.EndsWith("Tests", StringComparison.Ordinal))
            .Where(project => !solution.Contains(project.File, StringComparison.Ordinal)).Select(project => project.File).ShouldBeEmpty();
    }

    [Fact]
    public void Gives_a_service_two_projects() => Solution.Projects.Where(project => project.File.StartsWith("src/", StringComparison.Ordinal))
        .GroupBy(project => project.Folder.Split('/')[1])
        .Where(group => group.Any(project => project.Name == $"{group.Key}.Service") && group.Key != "BuildingBlocks")
        .Where(group => !group.Select(project => project.Name).Order(StringComparer.Ordinal).SequenceEqual([$"{group.Key}.Domain", $"{group.Key}.Service"]))
        .Select(group => group.Key).ShouldBeEmpty();
}
