using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Reflection.V1;
using SocialPolicy.BuildingBlocks.Service.Callers;
using static Grpc.Reflection.V1.ServerReflectionRequest;

namespace SocialPolicy.BuildingBlocks.Service.Api.Reflection;

/// <summary>grpc.reflection.v1 over the generated descriptors: clients can start from an address, without files.</summary>
internal sealed class ReflectionService(DescriptorIndex index) : ServerReflection.ServerReflectionBase
{
    [AllowedToAnyone]
    public override async Task ServerReflectionInfo(
        IAsyncStreamReader<ServerReflectionRequest> requestStream, IServerStreamWriter<ServerReflectionResponse> responseStream, ServerCallContext context)
    {
        await foreach (var request in requestStream.ReadAllAsync(context.CancellationToken))
            await responseStream.WriteAsync(Answer(request), context.CancellationToken);
    }

    private ServerReflectionResponse Answer(ServerReflectionRequest request)
    {
        var response = request.MessageRequestCase switch
        {
            MessageRequestOneofCase.ListServices => Services(),
            MessageRequestOneofCase.FileByFilename => Files(index.FileNamed(request.FileByFilename), request.FileByFilename),
            MessageRequestOneofCase.FileContainingSymbol => Files(index.FileOf(request.FileContainingSymbol), request.FileContainingSymbol),
            MessageRequestOneofCase.FileContainingExtension => Extension(request.FileContainingExtension),
            MessageRequestOneofCase.AllExtensionNumbersOfType => ExtensionNumbers(request.AllExtensionNumbersOfType),
            _ => Error(StatusCode.InvalidArgument, "The request asks nothing this server knows."),
        };
        response.ValidHost = request.Host;
        response.OriginalRequest = request;
        return response;
    }

    private ServerReflectionResponse Services() => new()
    {
        ListServicesResponse = new() { Service = { index.Services.Select(name => new ServiceResponse { Name = name }) } },
    };

    private ServerReflectionResponse Extension(ExtensionRequest asked) => Files(
        index.FileOfExtension(asked.ContainingType, asked.ExtensionNumber), $"{asked.ContainingType} extension {asked.ExtensionNumber}");

    private ServerReflectionResponse ExtensionNumbers(string message) => index.ExtensionsOf(message) is { } numbers
        ? new() { AllExtensionNumbersResponse = new() { BaseTypeName = message, ExtensionNumber = { numbers } } }
        : Error(StatusCode.NotFound, $"No message '{message}' is known here.");

    private static ServerReflectionResponse Files(FileDescriptor? file, string asked) => file is not null
        ? new() { FileDescriptorResponse = new() { FileDescriptorProto = { DescriptorIndex.WithImports(file).Select(found => found.SerializedData) } } }
        : Error(StatusCode.NotFound, $"'{asked}' is not known here.");

    private static ServerReflectionResponse Error(StatusCode code, string message) =>
        new() { ErrorResponse = new() { ErrorCode = (int)code, ErrorMessage = message } };
}
