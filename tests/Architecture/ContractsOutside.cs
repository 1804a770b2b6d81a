using SocialPolicy.PlanRegistry.V1;

namespace SocialPolicy.Architecture.Tests;

/// <summary>Rule 4: generated proto types stay at the edge. And their namespaces leave room for the engines' own.</summary>
public class ContractsOutside
{
    public static TheoryData<string> Domains => [.. Solution.Domains.Select(project => project.Name)];

    [Theory]
    [MemberData(nameof(Domains))]
    public void Stay_out_of_the_domain(string name)
    {
        AssemblyFile.Of(name).Assemblies.ShouldNotContain("Contracts.Protos");
        Solution.Closure(Solution.Named(name)).Select(project => project.Name).ShouldNotContain("Contracts.Protos");
    }

    // Within SocialPolicy.X the name Grpc would then mean SocialPolicy.X.Grpc, and generated code would not compile.
    [Fact]
    public void Have_no_namespace_that_hides_grpc() => Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll")
        .Select(Path.GetFileNameWithoutExtension).Where(name => Solution.Projects.Any(project => project.Name == name))
        .SelectMany(name => AssemblyFile.Of(name!).Defined)
        .Where(space => space.StartsWith("SocialPolicy.", StringComparison.Ordinal) && space.Split('.').Contains("Grpc")).ShouldBeEmpty();

    [Fact]
    public void Are_read_from_the_assembly_that_services_use() => AssemblyFile.Of("Contracts.Protos").Defined.ShouldContain(typeof(PlanService).Namespace!);
}
