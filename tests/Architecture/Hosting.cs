namespace SocialPolicy.Architecture.Tests;

/// <summary>Rule 5: the AppHost knows services as resources only, and ServiceDefaults knows nothing of the domain.</summary>
public class Hosting
{
    [Fact]
    public void Uses_no_type_of_a_service() => Solution.SourceFiles("*.cs")
        .Where(file => file.StartsWith(Path.Combine(Solution.Root, "aspire", "AppHost"), StringComparison.Ordinal))
        .SelectMany(file => File.ReadLines(file)
            .Where(line => line.Replace("SocialPolicy.AppHost", "", StringComparison.Ordinal).Contains("SocialPolicy.", StringComparison.Ordinal)).Select(line => $"{file}: {line}"))
        .ShouldBeEmpty();

    [Theory]
    [InlineData("ServiceDefaults")]
    [InlineData("ProcessHost")]
    public void Knows_nothing_of_the_platform(string project) => Solution.Closure(Solution.Named(project))
        .Select(reached => reached.Name).Where(name => name != project && !name.StartsWith("Grpc.", StringComparison.Ordinal)).ShouldBeEmpty();
}
