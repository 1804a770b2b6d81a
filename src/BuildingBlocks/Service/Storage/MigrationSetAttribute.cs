namespace SocialPolicy.BuildingBlocks.Service.Storage;

/// <summary>Above a service's assembly: its database also holds the tables of a library, which brings their migrations.</summary>
/// <param name="name">Name of the set, lower case; its files apply after the ground's and before the service's own.</param>
/// <param name="library">Any type of the library.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class MigrationSetAttribute(string name, Type library) : Attribute
{
    public string Name { get; } = name;

    public Type Library { get; } = library;
}
