using Grpc.Core;
using SocialPolicy.Harness.Services;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using static SocialPolicy.PlanRegistry.V1.AlignmentFinding.Types;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Alignment;

public sealed class WithdrawingAnAcceptance(Registry registry) : IClassFixture<Registry>
{
    [Fact]
    public async Task Opens_the_finding_again_so_that_it_can_be_accepted_anew()
    {
        var (pair, accepted) = await Accepted();

        var withdrawn = await registry.Alignment.WithdrawAcceptanceAsync(new() { Name = accepted.Acceptance.Name, Reason = "Nhầm chỉ tiêu" });

        (withdrawn.WithdrawnBy, withdrawn.WithdrawReason, withdrawn.Reason).ShouldBe(("registrar", "Nhầm chỉ tiêu", accepted.Acceptance.Reason));
        withdrawn.WithdrawTime.ShouldNotBeNull();
        var open = await pair.Finding(registry, Kind.Weaker);
        (open.Accepted, open.Acceptance).ShouldBe((false, null));
        (await registry.Alignment.AcceptFindingAsync(pair.Accepting(open))).Acceptance.Name.ShouldNotBe(withdrawn.Name);
    }

    [Fact]
    public async Task Gives_a_repeated_request_its_first_answer()
    {
        var (_, accepted) = await Accepted();
        var order = new V1.WithdrawAcceptanceRequest { Name = accepted.Acceptance.Name, Reason = "Nhầm", RequestId = $"{Guid.CreateVersion7()}" };

        (await registry.Alignment.WithdrawAcceptanceAsync(order)).ShouldBe(await registry.Alignment.WithdrawAcceptanceAsync(order));
    }

    [Fact]
    public async Task Stores_nothing_when_it_only_validates()
    {
        var (pair, accepted) = await Accepted();

        await registry.Alignment.WithdrawAcceptanceAsync(new() { Name = accepted.Acceptance.Name, Reason = "Nhầm", ValidateOnly = true });

        (await pair.Finding(registry, Kind.Weaker)).Accepted.ShouldBeTrue();
    }

    [Fact]
    public async Task Is_refused_the_second_time()
    {
        var (_, accepted) = await Accepted();
        await registry.Alignment.WithdrawAcceptanceAsync(new() { Name = accepted.Acceptance.Name, Reason = "Nhầm" });

        await ShouldBeRefused(new() { Name = accepted.Acceptance.Name, Reason = "Nhầm" }, StatusCode.FailedPrecondition, "ACCEPTANCE_ALREADY_WITHDRAWN");
    }

    [Fact]
    public async Task Is_refused_for_one_that_is_not_there()
    {
        var (_, accepted) = await Accepted();
        var elsewhere = accepted.Acceptance.Name.Replace(accepted.Acceptance.Name.Split('/')[1], $"{Guid.CreateVersion7()}", StringComparison.Ordinal);

        await ShouldBeRefused(new() { Name = elsewhere, Reason = "Nhầm" }, StatusCode.NotFound, "ACCEPTANCE_NOT_FOUND");
        await ShouldBeRefused(new() { Name = "plans/1", Reason = "Nhầm" }, StatusCode.InvalidArgument, "NAME_MALFORMED");
        await ShouldBeRefused(new() { Name = accepted.Acceptance.Name }, StatusCode.InvalidArgument, "FIELD_REQUIRED");
        await ShouldBeRefused(new() { Name = accepted.Acceptance.Name, Reason = new string('x', 1001) }, StatusCode.InvalidArgument, "FIELD_TOO_LONG");
    }

    private async Task<(PlanPair Pair, V1.AlignmentFinding Finding)> Accepted()
    {
        var pair = await PlanPair.Import(registry);
        return (pair, await registry.Alignment.AcceptFindingAsync(pair.Accepting(await pair.Finding(registry, Kind.Weaker))));
    }

    private async Task ShouldBeRefused(V1.WithdrawAcceptanceRequest order, StatusCode code, string reason)
    {
        var refused = await Refused.By(registry.Alignment.WithdrawAcceptanceAsync(order));

        (refused.Code, refused.Reason).ShouldBe((code, reason));
    }
}
