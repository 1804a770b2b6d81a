using System.Reflection;
using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Api;
using SocialPolicy.BuildingBlocks.Service.Callers;

namespace SocialPolicy.Architecture.Tests;

/// <summary>Every method that a service offers says who may call it, on the method that does the work.</summary>
public class PoliciesOnRpcs
{
    [Fact]
    public void Are_looked_for_where_the_services_are()
    {
        Implementations.ShouldContain(service => service.Assembly == typeof(ApiExtensions).Assembly);
        Methods(typeof(Offered)).Count().ShouldBe(1);
    }

    [Fact]
    public void Are_there_exactly_once() => Implementations.SelectMany(Methods)
        .Where(method => method.GetCustomAttributes<CallPolicyAttribute>(inherit: false).Count() != 1)
        .Select(method => $"{method.DeclaringType!.FullName}.{method.Name}").ShouldBeEmpty();

    [Fact]
    public void Name_a_role_when_they_ask_for_roles() => Implementations.SelectMany(Methods)
        .Where(method => method.GetCustomAttribute<AllowedToAttribute>() is { Roles.Count: 0 })
        .Select(method => $"{method.DeclaringType!.FullName}.{method.Name}").ShouldBeEmpty();

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
