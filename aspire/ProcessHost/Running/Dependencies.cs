using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Running;

internal static class Dependencies
{
    /// <summary>What must still run while this resource stops.</summary>
    public static IEnumerable<IResource> Of(IResource resource)
    {
        var waits = resource.Annotations.OfType<WaitAnnotation>().Select(wait => wait.Resource);
        return resource is IResourceWithParent child ? waits.Append(child.Parent) : waits;
    }

    /// <exception cref="InvalidOperationException">Resources wait for each other in a circle.</exception>
    public static void MustNotBeCircular(IEnumerable<IResource> resources)
    {
        var settled = new HashSet<IResource>();
        foreach (var resource in resources)
            Visit(resource, []);

        void Visit(IResource resource, List<IResource> path)
        {
            if (settled.Contains(resource))
                return;
            if (path.Contains(resource))
                throw new InvalidOperationException($"Resources wait for each other: {string.Join(" -> ", path.Append(resource).Select(one => one.Name))}.");
            path.Add(resource);
            foreach (var dependency in Of(resource))
                Visit(dependency, path);
            path.Remove(resource);
            settled.Add(resource);
        }
    }
}
