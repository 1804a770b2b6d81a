using System.Reflection;
using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Api;
using SocialPolicy.BuildingBlocks.Service.Callers;

namespace SocialPolicy.Architecture.Tests;

/// <summary>Every method that a service offers says who may call it, on the method that does the work.</summary>
public class PoliciesOnRpcs
{
    private const string TableHead = "| RPC | roles | within |\n| --- | --- | --- |\n";
    private const string TableEnd = "\n<!-- end of the table -->";

    private static readonly Dictionary<Sphere, string> Words = new()
    {
        [Sphere.Anything] = "",
        [Sphere.Installation] = "installation",
        [Sphere.Reach] = "reach",
        [Sphere.Agency] = "agency",
    };

    private static string SecurityPage => Path.Combine(Solution.Root, "docs", "security.md");

    [Fact]
    public void Are_looked_for_where_the_services_are()
    {
        Implementations.ShouldContain(service => service.Assembly == typeof(ApiExtensions).Assembly);
        Methods(typeof(Offered)).Count().ShouldBe(Indicators.V1.TargetService.Descriptor.Methods.Count);
    }

    [Fact]
    public void Are_there_exactly_once() => Implementations.SelectMany(Methods)
        .Where(method => method.GetCustomAttributes<CallPolicyAttribute>(inherit: false).Count() != 1)
        .Select(method => $"{method.DeclaringType!.FullName}.{method.Name}").ShouldBeEmpty();

    [Fact]
    public void Name_a_role_when_they_ask_for_roles() => Implementations.SelectMany(Methods)
        .Where(method => method.GetCustomAttribute<AllowedToAttribute>() is { Roles.Count: 0 })
        .Select(method => $"{method.DeclaringType!.FullName}.{method.Name}").ShouldBeEmpty();

    /// <summary>SPP_WRITE_GOLDEN=1 writes the table.</summary>
    [Fact]
    public void Stand_in_the_table_of_the_security_page()
    {
        var page = File.ReadAllText(SecurityPage);
        var (start, end) = (page.IndexOf(TableHead, StringComparison.Ordinal) + TableHead.Length, page.IndexOf(TableEnd, StringComparison.Ordinal));
        (start >= TableHead.Length && end >= start).ShouldBeTrue("the page has the table");
        var table = string.Concat(Implementations.SelectMany(service => Methods(service).Select(method => Row(service, method))).Distinct().Order(StringComparer.Ordinal));

        if (Environment.GetEnvironmentVariable("SPP_WRITE_GOLDEN") is "1")
            File.WriteAllText(SecurityPage, page[..start] + table + page[end..]);
        page[start..end].ShouldBe(table);
    }

    private static string Row(Type service, MethodInfo method)
    {
        var policy = method.GetCustomAttribute<CallPolicyAttribute>()!;
        var (roles, within) = policy switch
        {
            AllowedToAttribute allowed => (string.Join(", ", allowed.Roles.Select(role => role.NameOnWire())), Words[allowed.Within]),
            AllowedToAnyCallerAttribute => ("every caller", Words[Sphere.Anything]),
            _ => ("everyone, without a token too", Words[Sphere.Anything]),
        };
        var descriptor = (Google.Protobuf.Reflection.ServiceDescriptor)Base(service)!.GetCustomAttribute<BindServiceMethodAttribute>()!.BindType.GetProperty("Descriptor")!.GetValue(null)!;
        return $"| `{descriptor.FullName}/{method.Name}` | {roles} | {within} |\n";
    }

    private static IEnumerable<Type> Implementations => Directory.EnumerateFiles(AppContext.BaseDirectory, "*.Service.dll")
        .Select(Assembly.LoadFrom).SelectMany(assembly => assembly.GetTypes())
        .Where(type => type is { IsClass: true, IsAbstract: false } && Base(type) is not null);

    // A method that is not overridden has no policy either: the base class answers it, and a service that starts must not offer it.
    private static IEnumerable<MethodInfo> Methods(Type service) => Base(service)!
        .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Where(method => method.IsVirtual)
        .Select(method => service.GetMethod(method.Name, [.. method.GetParameters().Select(parameter => parameter.ParameterType)])!);

    private static Type? Base(Type type)
    {
        for (var found = type.BaseType; found is not null; found = found.BaseType)
        {
            if (found.IsDefined(typeof(BindServiceMethodAttribute), inherit: false))
                return found;
        }

        return null;
    }

    private sealed class Offered : Indicators.V1.TargetService.TargetServiceBase;
}
