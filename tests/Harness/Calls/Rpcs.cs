using Google.Protobuf;
using Google.Protobuf.Reflection;
using SocialPolicy.Operations.V1;

namespace SocialPolicy.Harness.Calls;

/// <summary>RPCs as the contract has them. No two have one request.</summary>
public static class Rpcs
{
    private static readonly Dictionary<MessageDescriptor, MethodDescriptor> ByRequest = typeof(OperationsService).Assembly.GetTypes()
        .Where(type => type.Namespace?.StartsWith("SocialPolicy.", StringComparison.Ordinal) == true && type.Name.EndsWith("Reflection", StringComparison.Ordinal))
        .Select(type => (FileDescriptor)type.GetProperty("Descriptor")!.GetValue(null)!)
        .SelectMany(file => file.Services).SelectMany(service => service.Methods)
        .ToDictionary(rpc => rpc.InputType);

    /// <summary>Those of a package, such as <c>socialpolicy.reporting.v1</c>.</summary>
    public static IEnumerable<MethodDescriptor> Of(string package) => ByRequest.Values.Where(rpc => rpc.File.Package == package);

    /// <summary>Whose request it is, or the first message of it.</summary>
    public static MethodDescriptor RpcOf(IMessage request) => ByRequest[request.Descriptor];

    /// <summary>A command: its request can carry an id.</summary>
    public static bool IsCommand(this MethodDescriptor rpc) => rpc.Takes("request_id");

    /// <summary>Whether its request has a field. Streams and batches carry such fields in messages that are declared within the request.</summary>
    public static bool Takes(this MethodDescriptor rpc, string field) =>
        rpc.InputType.NestedTypes.Prepend(rpc.InputType).Any(part => part.FindFieldByName(field) is not null);

    /// <summary>As routes and policies have it: <c>socialpolicy.reporting.v1.RoundService/GetRound</c>.</summary>
    public static string Path(this MethodDescriptor rpc) => $"{rpc.Service.FullName}/{rpc.Name}";
}
