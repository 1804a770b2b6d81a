using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Contract;

/// <summary>The RPCs of the register as its contract has them. No two have one name, or one request.</summary>
internal static class RpcsOfTheRegister
{
    private static readonly Dictionary<MessageDescriptor, MethodDescriptor> ByRequest = typeof(V1.Plan).Assembly.GetTypes()
        .Where(type => type.Namespace == typeof(V1.Plan).Namespace && type.Name.EndsWith("Reflection", StringComparison.Ordinal))
        .Select(type => (FileDescriptor)type.GetProperty("Descriptor")!.GetValue(null)!)
        .SelectMany(file => file.Services).SelectMany(service => service.Methods)
        .ToDictionary(rpc => rpc.InputType);

    /// <summary>The commands: every RPC whose request can carry an id.</summary>
    public static IEnumerable<string> Commands => ByRequest.Values.Where(rpc => rpc.Takes("request_id")).Select(rpc => rpc.Name);

    /// <summary>Those whose request says which version of something it is about.</summary>
    public static IEnumerable<string> WithEtag => ByRequest.Values.Where(rpc => rpc.Takes("etag")).Select(rpc => rpc.Name);

    /// <summary>Whose request it is, or the first message of it.</summary>
    public static MethodDescriptor RpcOf(IMessage request) => ByRequest[request.Descriptor];

    // Streams and batches carry such fields in messages that are declared within the request.
    private static bool Takes(this MethodDescriptor rpc, string field) =>
        rpc.InputType.NestedTypes.Prepend(rpc.InputType).Any(part => part.FindFieldByName(field) is not null);
}
