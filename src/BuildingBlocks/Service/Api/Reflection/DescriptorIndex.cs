using System.Collections.Frozen;
using Google.Protobuf.Reflection;

namespace SocialPolicy.BuildingBlocks.Service.Api.Reflection;

/// <summary>The files behind the services a server offers, found by file name, symbol and extension.</summary>
internal sealed class DescriptorIndex
{
    private readonly FrozenDictionary<string, FileDescriptor> byName;
    private readonly FrozenDictionary<string, FileDescriptor> bySymbol;
    private readonly FrozenDictionary<(string Extended, int Number), FileDescriptor> byExtension;

    public DescriptorIndex(MappedRpcs rpcs)
        : this(rpcs.Services)
    {
    }

    internal DescriptorIndex(IReadOnlyList<ServiceDescriptor> services)
    {
        Services = [.. services.Select(service => service.FullName)];
        byName = services.SelectMany(service => WithImports(service.File)).DistinctBy(file => file.Name).ToFrozenDictionary(file => file.Name);
        bySymbol = byName.Values.SelectMany(file => Symbols(file).Select(symbol => (symbol, file)))
            .DistinctBy(pair => pair.symbol).ToFrozenDictionary(pair => pair.symbol, pair => pair.file);
        byExtension = byName.Values.SelectMany(file => file.Extensions.UnorderedExtensions)
            .DistinctBy(extension => (extension.ExtendeeType.FullName, extension.FieldNumber))
            .ToFrozenDictionary(extension => (extension.ExtendeeType.FullName, extension.FieldNumber), extension => extension.File);
    }

    /// <summary>Full names.</summary>
    public IReadOnlyList<string> Services { get; }

    public FileDescriptor? FileNamed(string name) => byName.GetValueOrDefault(name);

    public FileDescriptor? FileOf(string symbol) => bySymbol.GetValueOrDefault(symbol);

    public FileDescriptor? FileOfExtension(string extended, int number) => byExtension.GetValueOrDefault((extended, number));

    /// <summary>Null when the message is not known.</summary>
    public IReadOnlyList<int>? ExtensionsOf(string message) => bySymbol.ContainsKey(message)
        ? [.. byExtension.Keys.Where(key => string.Equals(key.Extended, message, StringComparison.Ordinal)).Select(key => key.Number)]
        : null;

    /// <summary>The file and everything it imports: itself first, and every file before those that it imports.</summary>
    public static IEnumerable<FileDescriptor> WithImports(FileDescriptor file) => ImportsFirst(file).Reverse();

    private static IEnumerable<FileDescriptor> ImportsFirst(FileDescriptor file) =>
        file.Dependencies.SelectMany(ImportsFirst).Append(file).DistinctBy(found => found.Name);

    private static IEnumerable<string> Symbols(FileDescriptor file) =>
    [
        .. file.Services.Select(service => service.FullName),
        .. file.Services.SelectMany(service => service.Methods).Select(method => method.FullName),
        .. file.EnumTypes.SelectMany(Symbols),
        .. file.MessageTypes.SelectMany(Symbols),
        .. file.Extensions.UnorderedExtensions.Select(extension => extension.FullName),
    ];

    private static IEnumerable<string> Symbols(MessageDescriptor message) =>
    [
        message.FullName,
        .. message.Fields.InDeclarationOrder().Select(field => field.FullName),
        .. message.Oneofs.Select(oneof => oneof.FullName),
        .. message.EnumTypes.SelectMany(Symbols),
        .. message.NestedTypes.SelectMany(Symbols),
    ];

    // Values of an enum live in the scope around it, as protobuf has it from C++.
    private static IEnumerable<string> Symbols(EnumDescriptor type)
    {
        var scope = type.FullName[..^type.Name.Length];
        return [type.FullName, .. type.Values.Select(value => scope + value.Name)];
    }
}
