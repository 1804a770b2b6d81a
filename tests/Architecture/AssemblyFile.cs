using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace SocialPolicy.Architecture.Tests;

/// <summary>What an assembly refers to, read from its metadata without loading it.</summary>
internal sealed record AssemblyFile(string Name, IReadOnlySet<string> Assemblies, IReadOnlySet<string> Types, IReadOnlySet<string> Members, IReadOnlySet<string> Defined)
{
    public static AssemblyFile Of(string name)
    {
        using var file = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, $"{name}.dll")));
        var metadata = file.GetMetadataReader();
        return new(
            name,
            metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name)).ToHashSet(),
            metadata.TypeReferences.Select(handle => FullName(metadata, handle)).ToHashSet(),
            metadata.MemberReferences.Select(handle => FullName(metadata, metadata.GetMemberReference(handle))).ToHashSet(),
            metadata.TypeDefinitions.Select(metadata.GetTypeDefinition).Select(type => metadata.GetString(type.Namespace)).Where(space => space.Length > 0).ToHashSet());
    }

    private static string FullName(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        return $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
    }

    private static string FullName(MetadataReader metadata, MemberReference member) => member.Parent.Kind is HandleKind.TypeReference
        ? $"{FullName(metadata, (TypeReferenceHandle)member.Parent)}.{metadata.GetString(member.Name)}"
        : metadata.GetString(member.Name);
}
