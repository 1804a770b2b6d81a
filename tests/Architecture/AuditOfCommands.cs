using System.Reflection;
using System.Runtime.CompilerServices;
using Google.Protobuf.Reflection;
using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Audit;
using SocialPolicy.BuildingBlocks.Service.Requests;

namespace SocialPolicy.Architecture.Tests;

/// <summary>Every command that a service offers leaves an audit row: it runs in Requests.Once, or writes one itself.</summary>
public class AuditOfCommands
{
    // What the contracts call methods that change nothing. One with another verb is a command.
    private static readonly string[] Reading = ["Get", "List", "BatchGet", "Check", "Compare", "Download", "Draw", "Find", "Preview", "Propose", "Resolve", "Search", "Suggest"];

    // Reads of a plan's papers, by the verb of a command: they say everything that Get says, in another form.
    private static readonly string[] ReadingByName = ["ExportPlan", "ExportOwners"];

    [Fact]
    public void Is_looked_for_in_the_commands_of_all_services() =>
        Commands().Select(command => command.Service).Distinct().Count().ShouldBeGreaterThan(12);

    [Fact]
    public void Is_left_by_each() =>
        Commands().Where(command => !Writes(command.Method)).Select(command => $"{command.Service}/{command.Method.Name}").ShouldBeEmpty();

    [Fact]
    public void Is_asked_for_by_every_request_with_a_request_id() =>
        Offered().Where(rpc => IsReading(rpc.Method.Name) && rpc.Request.FindFieldByName("request_id") is not null && rpc.Service != "AuditService")
            .Select(rpc => $"{rpc.Service}/{rpc.Method.Name}").ShouldBeEmpty("who carries a request id is a command");

    [Fact]
    public void Would_be_missed_in_a_command_without() => Writes(typeof(Unaudited).GetMethod(nameof(Unaudited.PublishPlan))!).ShouldBeFalse();

    private static IEnumerable<(string Service, MethodInfo Method, MessageDescriptor Request)> Commands() => Offered().Where(rpc => !IsReading(rpc.Method.Name));

    private static bool IsReading(string name) => ReadingByName.Contains(name) || Array.Exists(Reading, verb => name.StartsWith(verb, StringComparison.Ordinal));

    private static IEnumerable<(string Service, MethodInfo Method, MessageDescriptor Request)> Offered() =>
        from file in Directory.EnumerateFiles(AppContext.BaseDirectory, "*.Service.dll")
        from type in Assembly.LoadFrom(file).GetTypes()
        where type is { IsClass: true, IsAbstract: false }
        let descriptor = Descriptor(type)
        where descriptor?.FullName.StartsWith("socialpolicy.", StringComparison.Ordinal) is true
        from rpc in descriptor.Methods
        select (descriptor.Name, type.GetMethods().Single(method => method.Name == rpc.Name && method.DeclaringType == type), rpc.InputType);

    private static ServiceDescriptor? Descriptor(Type type)
    {
        for (var found = type; found is not null; found = found.BaseType)
        {
            if (found.GetCustomAttribute<BindServiceMethodAttribute>(inherit: false) is { } binding)
                return (ServiceDescriptor)binding.BindType.GetProperty("Descriptor")!.GetValue(null)!;
        }

        return null;
    }

    // Follows calls inside the class that offers the method.
    private static bool Writes(MethodBase method, HashSet<MethodBase>? seen = null)
    {
        seen ??= [];
        return seen.Add(method) && Body(method) is { } body && CallsOf(body).Any(called =>
            called.DeclaringType == typeof(Requests) && called.Name == nameof(Requests.Once)
            || called.DeclaringType == typeof(AuditLog) && called.Name == nameof(AuditLog.Write)
            || called.DeclaringType == method.DeclaringType && Writes(called, seen));
    }

    private static MethodBase? Body(MethodBase method) => method.GetCustomAttribute<AsyncStateMachineAttribute>() is { } machine
        ? machine.StateMachineType.GetMethod("MoveNext", BindingFlags.Instance | BindingFlags.NonPublic)
        : method;

    private static IEnumerable<MethodBase> CallsOf(MethodBase body)
    {
        const byte Call = 0x28, CallVirtual = 0x6F;
        var code = body.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var at = 0; at + 4 < code.Length; at++)
        {
            if (code[at] is Call or CallVirtual && Resolve(body, BitConverter.ToInt32(code, at + 1)) is { } called)
                yield return called;
        }
    }

    // Bytes that only look like a call name no method.
    private static MethodBase? Resolve(MethodBase body, int token)
    {
        try
        {
            return (token >>> 24) is 0x06 or 0x0A or 0x2B ? body.Module.ResolveMethod(token, body.DeclaringType!.GetGenericArguments(), null) : null;
        }
        catch (Exception noMethod) when (noMethod is ArgumentException or BadImageFormatException or MissingMethodException or TypeLoadException)
        {
            return null;
        }
    }

    private sealed class Unaudited : PlanRegistry.V1.PlanService.PlanServiceBase
    {
        public override async Task<PlanRegistry.V1.Plan> PublishPlan(PlanRegistry.V1.PublishPlanRequest request, ServerCallContext context)
        {
            await Task.Yield();
            return new();
        }
    }
}
