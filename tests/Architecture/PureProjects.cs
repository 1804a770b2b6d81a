namespace SocialPolicy.Architecture.Tests;

/// <summary>Rule 1: what decides and what is agreed on knows no infrastructure, no clock and no I/O.</summary>
public class PureProjects
{
    private static readonly string[] Surroundings =
    [
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today", "System.DateTimeOffset.get_Now",
        "System.DateTimeOffset.get_UtcNow", "System.TimeProvider.get_System", "System.Diagnostics.Stopwatch.StartNew", "System.Environment.get_TickCount64",
        "System.Environment.GetEnvironmentVariable", "System.Environment.get_MachineName", "System.Environment.get_CurrentDirectory",
    ];

    private static readonly string[] InputOutput =
    [
        "System.IO.File", "System.IO.FileStream", "System.IO.Directory", "System.IO.Path", "System.Console", "System.Diagnostics.Process",
        "System.Threading.Thread", "System.Threading.Timer",
    ];

    private static readonly string[] InputOutputSpaces =
        ["System.Net.", "System.Data.", "System.IO.Pipes.", "Microsoft.", "Npgsql", "Dapper", "MassTransit", "RabbitMQ", "Grpc.", "Google."];

    private static readonly string[] Pure = ["Contracts.Events", "Calendar", "PlanText", .. Solution.Domains.Select(project => project.Name)];

    public static TheoryData<string> Names => [.. Pure];

    [Theory]
    [MemberData(nameof(Names))]
    public void Reference_no_package_and_no_framework(string name)
    {
        foreach (var project in Solution.Closure(Solution.Named(name)))
        {
            project.Packages.ShouldBeEmpty(project.File);
            project.Frameworks.ShouldBeEmpty(project.File);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Reach_only_pure_projects(string name) =>
        Solution.Closure(Solution.Named(name)).Select(project => project.Name).Except(Pure).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_no_clock_and_no_environment(string name) => AssemblyFile.Of(name).Members.Intersect(Surroundings).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Names))]
    public void Do_no_input_or_output(string name)
    {
        var types = AssemblyFile.Of(name).Types;

        types.Intersect(InputOutput).ShouldBeEmpty();
        types.Where(type => InputOutputSpaces.Any(space => type.StartsWith(space, StringComparison.Ordinal) && !IsOfTheLanguage(type))).ShouldBeEmpty();
    }

    // The compiler writes these into every assembly.
    private static bool IsOfTheLanguage(string type) => type.StartsWith("Microsoft.CodeAnalysis.", StringComparison.Ordinal);
}
