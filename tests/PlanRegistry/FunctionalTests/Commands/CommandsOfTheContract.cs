using Google.Protobuf.Reflection;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Commands;

/// <summary>The commands of the register as its contract has them: every RPC whose request can carry an id.</summary>
internal static class CommandsOfTheContract
{
    /// <summary>By name; the services of the register have no two of one name.</summary>
    public static readonly IReadOnlyDictionary<string, MethodDescriptor> All = typeof(V1.Plan).Assembly.GetTypes()
        .Where(type => type.Namespace == typeof(V1.Plan).Namespace && type.Name.EndsWith("Reflection", StringComparison.Ordinal))
        .Select(type => (FileDescriptor)type.GetProperty("Descriptor")!.GetValue(null)!)
        .SelectMany(file => file.Services).SelectMany(service => service.Methods)
        .Where(rpc => rpc.Takes("request_id"))
        .ToDictionary(rpc => rpc.Name);

    /// <summary>Those whose request says which version of something it is about.</summary>
    public static IEnumerable<string> WithEtag => All.Values.Where(rpc => rpc.Takes("etag")).Select(rpc => rpc.Name);

    // Streams and batches carry such fields in messages that are declared within the request.
    private static bool Takes(this MethodDescriptor rpc, string field) =>
        rpc.InputType.NestedTypes.Prepend(rpc.InputType).Any(part => part.FindFieldByName(field) is not null);
}
