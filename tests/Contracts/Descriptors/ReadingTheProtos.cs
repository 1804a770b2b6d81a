using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Google.Protobuf.Reflection;
using Grpc.Core;
using SocialPolicy.Contracts.Tests.Errors;

namespace SocialPolicy.Contracts.Tests.Descriptors;

public partial class ReadingTheProtos
{
    // Field numbers of the messages in google/protobuf/descriptor.proto: the paths of SourceCodeInfo are made of them.
    private const int FileMessage = 4;
    private const int FileEnum = 5;
    private const int FileService = 6;
    private const int MessageField = 2;
    private const int MessageNested = 3;
    private const int MessageEnum = 4;
    private const int MessageOneof = 8;
    private const int EnumValue = 2;
    private const int ServiceMethod = 2;

    [Fact]
    public async Task Finds_a_comment_at_every_element()
    {
        var files = await Parse();

        files.File.Count.ShouldBeGreaterThan(8);
        files.File.SelectMany(Uncommented).ShouldBeEmpty();
    }

    [Fact]
    public async Task Promises_no_reason_that_no_rule_has()
    {
        var known = PlatformRules.All.Select(rule => rule.Reason).Concat(CanonicalCodes).ToHashSet();

        var promised = (await Parse()).File.Where(file => file.Package.StartsWith("socialpolicy.", StringComparison.Ordinal)).SelectMany(Promises).ToList();

        promised.Count.ShouldBeGreaterThan(20);
        promised.Where(promise => !known.Contains(promise.Reason)).Select(promise => $"{promise.File}: {promise.Reason}").ShouldBeEmpty();
    }

    // The comments of services and methods say which errors there are; a word with an underline is a reason or a code.
    private static IEnumerable<(string File, string Reason)> Promises(FileDescriptorProto file) => file.SourceCodeInfo.Location
        .Where(location => location.Path.FirstOrDefault() == FileService)
        .SelectMany(location => Reasons().Matches(location.LeadingComments))
        .Select(match => (file.Name, match.Value));

    private static IEnumerable<string> CanonicalCodes => Enum.GetNames<StatusCode>()
        .Select(code => string.Concat(code.Select((letter, at) => at > 0 && char.IsUpper(letter) ? $"_{letter}" : $"{letter}")).ToUpperInvariant());

    [GeneratedRegex("\\b[A-Z]+(_[A-Z]+)+\\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Reasons();

    private static IEnumerable<string> Uncommented(FileDescriptorProto file)
    {
        var commented = file.SourceCodeInfo.Location.Where(location => location.LeadingComments.Trim().Length > 0)
            .Select(location => string.Join('.', location.Path)).ToHashSet();
        return Elements(file).Where(element => !commented.Contains(element.Path)).Select(element => $"{file.Name}: {element.Name}");
    }

    private static IEnumerable<(string Path, string Name)> Elements(FileDescriptorProto file) =>
    [
        .. Each(file.MessageType, "", FileMessage).SelectMany(found => Elements(found.Item, found.Path, found.Item.Name)),
        .. Each(file.EnumType, "", FileEnum).SelectMany(found => Elements(found.Item, found.Path, found.Item.Name)),
        .. Each(file.Service, "", FileService).SelectMany(service =>
            Each(service.Item.Method, service.Path, ServiceMethod).Select(method => (method.Path, $"{service.Item.Name}.{method.Item.Name}"))
                .Prepend((service.Path, service.Item.Name))),
    ];

    private static IEnumerable<(string Path, string Name)> Elements(DescriptorProto message, string path, string name) => message.Options?.MapEntry is true
        ? []
        :
        [
            (path, name),
            .. Each(message.Field, path, MessageField).Select(field => (field.Path, $"{name}.{field.Item.Name}")),
            .. Each(message.OneofDecl, path, MessageOneof).Where(oneof => !IsSynthetic(message, oneof.Item)).Select(oneof => (oneof.Path, $"{name}.{oneof.Item.Name}")),
            .. Each(message.NestedType, path, MessageNested).SelectMany(nested => Elements(nested.Item, nested.Path, $"{name}.{nested.Item.Name}")),
            .. Each(message.EnumType, path, MessageEnum).SelectMany(type => Elements(type.Item, type.Path, $"{name}.{type.Item.Name}")),
        ];

    private static IEnumerable<(string Path, string Name)> Elements(EnumDescriptorProto type, string path, string name) =>
        Each(type.Value, path, EnumValue).Select(value => (value.Path, $"{name}.{value.Item.Name}")).Prepend((path, name));

    // An optional field has a oneof of its own that nobody wrote.
    private static bool IsSynthetic(DescriptorProto message, OneofDescriptorProto oneof) =>
        message.Field.Any(field => field.Proto3Optional && field.OneofIndex == message.OneofDecl.IndexOf(oneof));

    private static IEnumerable<(T Item, string Path)> Each<T>(IEnumerable<T> items, string path, int number) =>
        items.Select((item, index) => (item, path.Length == 0 ? $"{number}.{index}" : $"{path}.{number}.{index}"));

    private static async Task<FileDescriptorSet> Parse()
    {
        var protos = Path.Combine(Repository.Root, "protos");
        var output = Path.GetTempFileName();
        var protoc = new ProcessStartInfo(Compiler(), [
            $"--proto_path={protos}",
            $"--proto_path={Path.Combine(Repository.GrpcTools, "build", "native", "include")}",
            "--include_source_info",
            $"--descriptor_set_out={output}",
            .. Directory.EnumerateFiles(protos, "*.proto", SearchOption.AllDirectories),
        ]) { RedirectStandardError = true, UseShellExecute = false };

        using var process = Process.Start(protoc).ShouldNotBeNull();
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, errors);

        var files = FileDescriptorSet.Parser.ParseFrom(await File.ReadAllBytesAsync(output));
        File.Delete(output);
        return files;
    }

    private static string Compiler()
    {
        var system = OperatingSystem.IsWindows() ? "windows_x64" : OperatingSystem.IsMacOS() ? "macosx_universal"
            : RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "linux_arm64" : "linux_x64";
        return Path.Combine(Repository.GrpcTools, "tools", system, OperatingSystem.IsWindows() ? "protoc.exe" : "protoc");
    }
}
