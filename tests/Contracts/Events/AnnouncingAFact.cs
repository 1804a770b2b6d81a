using System.Text.Json;
using SocialPolicy.BuildingBlocks.Service.Messaging;
using SocialPolicy.Contracts.Events;

namespace SocialPolicy.Contracts.Tests.Events;

public class AnnouncingAFact
{
    private static readonly JsonSerializerOptions Readable = new(FactJson.Options) { WriteIndented = true };

    public static TheoryData<Type> Facts => [.. typeof(IFact).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(IFact)) && !type.IsInterface)];

    [Theory]
    [MemberData(nameof(Facts))]
    public void Looks_on_the_wire_as_its_consumers_expect(Type fact) =>
        Golden.ShouldBe($"tests/Contracts/Events/{fact.Name}.json", JsonSerializer.Serialize(Sample.Of(fact), fact, Readable) + "\n");

    [Theory]
    [MemberData(nameof(Facts))]
    public void Is_understood_as_it_was_meant(Type fact)
    {
        var wire = JsonSerializer.Serialize(Sample.Of(fact), fact, FactJson.Options);

        var understood = JsonSerializer.Deserialize(wire, fact, FactJson.Options);

        JsonSerializer.Serialize(understood, fact, FactJson.Options).ShouldBe(wire);
        wire.ShouldNotContain("null", customMessage: "a sample without a value shows nothing");
    }

    [Fact]
    public void Is_understood_when_a_newer_service_says_more()
    {
        var wire = JsonSerializer.Serialize(Sample.Of(typeof(Contracts.Events.PlanRegistry.V1.PlanPublished)), FactJson.Options);

        JsonSerializer.Deserialize<Contracts.Events.PlanRegistry.V1.PlanPublished>(wire.Replace("{\"planId\"", "{\"later\":1,\"planId\"", StringComparison.Ordinal), FactJson.Options)
            .ShouldNotBeNull().Title.ShouldBe("title");
    }
}
