using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>Projects.</summary>
public static class ProjectResourceBuilderExtensions
{
    /// <summary>A project, run from its built output; nothing is built here.</summary>
    public static IResourceBuilder<ProjectResource> AddProject<TProject>(this IDistributedApplicationBuilder builder, string name)
        where TProject : IProjectMetadata, new()
    {
        var path = new TProject().ProjectPath;
        return builder.AddResource(new ProjectResource(name))
            .WithAnnotation(new ProjectOutputAnnotation(path, AppHostMetadata.OutputOf(typeof(TProject).Assembly, path)));
    }

    /// <summary>Runs so many processes of the project, each with ports of its own; those who refer to it learn all.</summary>
    public static IResourceBuilder<ProjectResource> WithReplicas(this IResourceBuilder<ProjectResource> builder, int replicas) =>
        builder.WithAnnotation(new ReplicaAnnotation(replicas));
}
