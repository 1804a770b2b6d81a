using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace SocialPolicy.GrpcTests.Contract;

/// <summary>What an assembly offers, and what it uses of others, member by member with full signatures.</summary>
internal sealed class AssemblyText : IDisposable
{
    private static readonly SignatureText Types = new();
    private readonly PEReader file;
    private readonly MetadataReader reader;

    public AssemblyText(Assembly assembly)
    {
        file = new PEReader(File.OpenRead(assembly.Location));
        reader = file.GetMetadataReader();
    }

    public IEnumerable<string> PublicTypes() =>
        from handle in reader.TypeDefinitions
        where IsVisible(handle)
        select SignatureText.NameOf(reader, handle);

    public IEnumerable<string> VisibleMembers() =>
        reader.TypeDefinitions.Where(IsVisible).SelectMany(handle =>
        {
            var type = reader.GetTypeDefinition(handle);
            var name = SignatureText.NameOf(reader, handle);
            return type.GetMethods().Select(reader.GetMethodDefinition).Where(IsVisible)
                .Select(method => $"{name}::{reader.GetString(method.Name)}{SignatureText.Of(method.DecodeSignature(Types, null))}")
                .Concat(type.GetFields().Select(reader.GetFieldDefinition).Where(IsVisible)
                    .Select(field => $"{name}::{reader.GetString(field.Name)} : {field.DecodeSignature(Types, null)}"));
        });

    public IEnumerable<string> TypesUsedOf(params string[] assemblies) =>
        from handle in reader.TypeReferences
        where assemblies.Contains(AssemblyOf(handle))
        select SignatureText.NameOf(reader, handle);

    public IEnumerable<string> MembersUsedOf(params string[] assemblies) =>
        from handle in reader.MemberReferences
        let member = reader.GetMemberReference(handle)
        let type = OpenTypeOf(member.Parent)
        where type is { } known && assemblies.Contains(AssemblyOf(known))
        select $"{SignatureText.NameOf(reader, type.Value)}::{reader.GetString(member.Name)}" +
            (member.GetKind() == MemberReferenceKind.Method
                ? SignatureText.Of(member.DecodeMethodSignature(Types, null))
                : $" : {member.DecodeFieldSignature(Types, null)}");

    public void Dispose() => file.Dispose();

    /// <summary>The type reference below a member's parent, which may be an instantiation: <c>Method`2&lt;A, B&gt;</c>.</summary>
    private TypeReferenceHandle? OpenTypeOf(EntityHandle parent)
    {
        if (parent.Kind == HandleKind.TypeReference)
            return (TypeReferenceHandle)parent;
        if (parent.Kind != HandleKind.TypeSpecification)
            return null;

        var blob = reader.GetBlobReader(reader.GetTypeSpecification((TypeSpecificationHandle)parent).Signature);
        if (blob.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
            return null;

        blob.ReadSignatureTypeCode();
        var open = blob.ReadTypeHandle();
        return open.Kind == HandleKind.TypeReference ? (TypeReferenceHandle)open : null;
    }

    private string? AssemblyOf(TypeReferenceHandle handle)
    {
        var scope = reader.GetTypeReference(handle).ResolutionScope;
        return scope.Kind switch
        {
            HandleKind.TypeReference => AssemblyOf((TypeReferenceHandle)scope),
            HandleKind.AssemblyReference => reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)scope).Name),
            _ => null,
        };
    }

    private bool IsVisible(TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        return (type.Attributes & TypeAttributes.VisibilityMask) switch
        {
            TypeAttributes.Public => true,
            TypeAttributes.NestedPublic or TypeAttributes.NestedFamily or TypeAttributes.NestedFamORAssem => IsVisible(type.GetDeclaringType()),
            _ => false,
        };
    }

    private static bool IsVisible(MethodDefinition method) => (method.Attributes & MethodAttributes.MemberAccessMask)
        is MethodAttributes.Public or MethodAttributes.Family or MethodAttributes.FamORAssem;

    private static bool IsVisible(FieldDefinition field) => (field.Attributes & FieldAttributes.FieldAccessMask)
        is FieldAttributes.Public or FieldAttributes.Family or FieldAttributes.FamORAssem;
}
