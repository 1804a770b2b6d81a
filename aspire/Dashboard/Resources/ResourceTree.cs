namespace SocialPolicy.Dashboard.Resources;

/// <summary>Resources in the order of a table: each followed by its children.</summary>
internal static class ResourceTree
{
    public static IReadOnlyList<(Resource Resource, int Depth)> Of(IReadOnlyList<Resource> resources)
    {
        var names = resources.Select(resource => resource.Name).ToHashSet(StringComparer.Ordinal);
        var children = resources.ToLookup(resource => IsChild(resource) ? resource.Parent! : "", StringComparer.Ordinal);
        var placed = new HashSet<string>(StringComparer.Ordinal);
        var rows = new List<(Resource, int)>(resources.Count);
        Place("", 0);

        // Two that name each other as parent hang on no root; they are shown all the same.
        foreach (var left in resources.Where(resource => placed.Add(resource.Name)))
            rows.Add((left, 0));
        return rows;

        bool IsChild(Resource resource) => resource.Parent is { Length: > 0 } parent && names.Contains(parent) && parent != resource.Name;

        void Place(string parent, int depth)
        {
            foreach (var resource in children[parent].Where(resource => placed.Add(resource.Name)))
            {
                rows.Add((resource, depth));
                Place(resource.Name, depth + 1);
            }
        }
    }
}
