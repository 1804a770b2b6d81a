using System.Reflection;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Compression;

namespace SocialPolicy.GrpcTests.Contract;

/// <summary>The official engines were compiled against the official contracts; ours must have all that they use of those.</summary>
public sealed class LoadingTheEngines
{
    private const string OfficialToken = "d754f35622e28bad";
    private static readonly string[] Contracts = ["Grpc.Core.Api", "Grpc.Net.Common"];

    public static TheoryData<Assembly> Engines() =>
        new(typeof(GrpcChannel).Assembly, typeof(GrpcServiceOptions).Assembly);

    [Theory]
    [MemberData(nameof(Engines))]
    public void Finds_every_type_it_refers_to(Assembly engine)
    {
        using var uses = new AssemblyText(engine);

        var used = uses.TypesUsedOf(Contracts).ToList();

        used.Count.ShouldBeGreaterThan(20);
        used.Except(Offered(contract => contract.PublicTypes())).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Finds_every_member_it_refers_to_with_the_same_signature(Assembly engine)
    {
        using var uses = new AssemblyText(engine);

        var used = uses.MembersUsedOf(Contracts).ToList();

        used.Count.ShouldBeGreaterThan(50);
        used.Except(Offered(contract => contract.VisibleMembers())).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Overrides_what_it_means_to_override(Assembly engine)
    {
        var strays = from type in engine.GetTypes()
                     from method in type.GetMethods(BindingFlags.Instance | BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic)
                     where method.IsVirtual && !method.Attributes.HasFlag(MethodAttributes.NewSlot)
                     where method.GetBaseDefinition() == method
                     select $"{type}: {method}";

        strays.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(typeof(Metadata))]
    [InlineData(typeof(ICompressionProvider))]
    public void Meets_contracts_with_the_official_identity(Type contract)
    {
        var name = contract.Assembly.GetName();

        name.Version.ShouldBe(new Version(2, 0, 0, 0));
        Convert.ToHexStringLower(name.GetPublicKeyToken()!).ShouldBe(OfficialToken);
    }

    private static List<string> Offered(Func<AssemblyText, IEnumerable<string>> ask)
    {
        using var core = new AssemblyText(typeof(Metadata).Assembly);
        using var common = new AssemblyText(typeof(ICompressionProvider).Assembly);
        return [.. ask(core), .. ask(common)];
    }
}
