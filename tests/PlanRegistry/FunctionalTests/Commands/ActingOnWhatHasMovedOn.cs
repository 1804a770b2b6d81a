using Grpc.Core;
using SocialPolicy.Harness.Calls;
using SocialPolicy.Harness.Services;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Commands;

/// <summary>What the contract says of an etag, asked of every command of the register that takes one.</summary>
public sealed class ActingOnWhatHasMovedOn(Registry registry) : IClassFixture<Registry>
{
    public static TheoryData<string> Commands => [.. Rpcs.Of("socialpolicy.planregistry.v1").Where(rpc => rpc.Takes("etag")).Select(rpc => rpc.Name)];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Is_refused_and_changes_nothing_until_it_is_decided_anew(string command)
    {
        var prepared = await registry.Prepare(command);
        prepared.Outdated.ShouldNotBeEmpty();
        var before = await registry.Holds();

        var refused = await Refused.By(() => prepared.For(prepared.Outdated).Send(registry));

        (refused.Code, refused.Reason).ShouldBe((StatusCode.Aborted, "ETAG_MISMATCH"));
        (await registry.Holds()).ShouldBe(before);

        await prepared.For(refused.Facts["etag"]).Send(registry);
        (await registry.Holds()).ShouldNotBe(before);
    }
}
