using System.Collections.ObjectModel;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A part of the application: a server, a database, a project, a parameter.</summary>
public interface IResource
{
    /// <summary>Unique in the application, whatever the case.</summary>
    string Name { get; }

    ResourceAnnotationCollection Annotations { get; }
}

/// <summary>Something said about a resource: an endpoint, a wait, a health check.</summary>
public interface IResourceAnnotation;

/// <summary>All that has been said about a resource, in the order it was said.</summary>
public sealed class ResourceAnnotationCollection : Collection<IResourceAnnotation>;

/// <summary>A resource with its name.</summary>
public abstract class Resource(string name) : IResource
{
    public string Name { get; } = name;

    public ResourceAnnotationCollection Annotations { get; } = [];
}

/// <summary>Gets environment variables.</summary>
public interface IResourceWithEnvironment : IResource;

/// <summary>Gets arguments.</summary>
public interface IResourceWithArgs : IResource;

/// <summary>Listens somewhere.</summary>
public interface IResourceWithEndpoints : IResource;

/// <summary>Can wait for others.</summary>
public interface IResourceWithWaitSupport : IResource;

/// <summary>Can be found by name: references to it become <c>services__NAME__ENDPOINT__N</c>.</summary>
public interface IResourceWithServiceDiscovery : IResourceWithEndpoints;

/// <summary>Lives inside another.</summary>
public interface IResourceWithParent : IResource
{
    IResource Parent { get; }
}

/// <summary>Is reached by a connection string.</summary>
public interface IResourceWithConnectionString : IResource, IValueProvider
{
    ReferenceExpression ConnectionStringExpression { get; }

    ValueTask<string?> IValueProvider.GetValueAsync(CancellationToken cancellationToken) =>
        ConnectionStringExpression.GetValueAsync(cancellationToken);
}
