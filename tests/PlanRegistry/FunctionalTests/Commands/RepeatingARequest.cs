using Grpc.Core;
using SocialPolicy.Harness.Services;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Commands;

/// <summary>What the contract says of a request id, asked of every command of the register.</summary>
public sealed class RepeatingARequest(Registry registry) : IClassFixture<Registry>
{
    public static TheoryData<string> Commands => [.. Prepared.OfTheContract];

    [Fact]
    public void Is_tried_with_every_command_of_the_contract() => Prepared.Names.ShouldBe(Prepared.OfTheContract, ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Gives_its_first_answer_and_has_one_effect(string command)
    {
        var id = Guid.CreateVersion7();
        var prepared = (await registry.Prepare(command)).Under(id);
        var before = await registry.Holds();

        var first = await prepared.Send(registry);
        var after = await registry.Holds();
        registry.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = await prepared.Send(registry);

        second.ShouldBe(first);
        after.ShouldNotBe(before);
        (await registry.Holds()).ShouldBe(after);
        (await registry.Outcomes(id)).ShouldBe(["DONE"]);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Is_refused_when_it_says_something_else_under_the_id(string command)
    {
        var id = Guid.CreateVersion7();
        var prepared = (await registry.Prepare(command)).Under(id);
        await prepared.Send(registry);
        var after = await registry.Holds();

        var refused = await Refused.By(() => prepared.InOtherWords().Send(registry));

        (refused.Code, refused.Reason).ShouldBe((StatusCode.InvalidArgument, "REQUEST_ID_REUSED"));
        refused.Fields.ShouldBe(["request_id"]);
        (await registry.Holds()).ShouldBe(after);
        (await registry.Outcomes(id)).ShouldBe(["DONE", "REQUEST_ID_REUSED"]);
    }
}
