using System.Reflection;

namespace SocialPolicy.Contracts.Tests;

/// <summary>Places that the build knows.</summary>
internal static class Repository
{
    public static string Root => Metadata("RepositoryRoot");

    public static string GrpcTools => Metadata("GrpcTools");

    private static string Metadata(string key) => typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == key).Value.ShouldNotBeNull();
}
