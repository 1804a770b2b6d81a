using System.Text.RegularExpressions;

namespace SocialPolicy.Architecture.Tests;

/// <summary>Rules 2 and 3: services meet in protos and events only, and each has its own database.</summary>
public partial class ServicesApart
{
    [Fact]
    public void Are_found() => Solution.Services.Select(service => service.Name).ShouldContain("PlanRegistry.Service");

    [Fact]
    public void Reference_no_other_service_and_no_other_domain()
    {
        foreach (var service in Solution.Services)
        {
            var own = service.Name[..^".Service".Length];
            Solution.Closure(service).Where(reached => IsOfAService(reached) && !reached.Name.StartsWith($"{own}.", StringComparison.Ordinal))
                .Select(reached => $"{service.Name} reaches {reached.Name}").ShouldBeEmpty();
        }
    }

    [Fact]
    public void Name_their_own_database_and_no_other()
    {
        var databases = Solution.Services.ToDictionary(service => service.Name, service => NamesOfDatabases(service).ToHashSet());

        databases.Where(service => service.Value.Count > 1).Select(service => $"{service.Key}: {string.Join(", ", service.Value)}").ShouldBeEmpty();
        databases.SelectMany(service => service.Value.Select(database => (database, service.Key))).GroupBy(pair => pair.database)
            .Where(shared => shared.Count() > 1).Select(shared => $"{shared.Key}: {string.Join(", ", shared.Select(pair => pair.Key))}").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("builder.AddStorage(\"planregistry\", typeof(Program).Assembly);", "planregistry")]
    [InlineData("configuration.GetConnectionString(\"indicators\")", "indicators")]
    [InlineData("configuration[\"ConnectionStrings:reporting\"]", "reporting")]
    [InlineData("builder.AddNpgsqlDataSource(\"notifications\");", "notifications")]
    public void Would_be_seen_naming_one(string code, string database) => NamesOfDatabases(code).ShouldBe([database]);

    private static bool IsOfAService(Project project) =>
        project.Name != "BuildingBlocks.Service" && project.Name != "BuildingBlocks.Domain"
        && (project.Name.EndsWith(".Service", StringComparison.Ordinal) || project.Name.EndsWith(".Domain", StringComparison.Ordinal));

    private static IEnumerable<string> NamesOfDatabases(Project service) => Solution.SourceFiles("*.cs")
        .Where(file => file.StartsWith(Path.Combine(Solution.Root, service.Folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        .SelectMany(file => NamesOfDatabases(File.ReadAllText(file)));

    private static IEnumerable<string> NamesOfDatabases(string code) => Naming().Matches(code).Select(match => match.Groups["name"].Value);

    [GeneratedRegex("""(AddStorage\(|GetConnectionString\(|AddNpgsqlDataSource\(|ConnectionStrings(:|__))"?(?<name>[a-z][a-z0-9-]*)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Naming();
}
