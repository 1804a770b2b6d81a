using Google.Protobuf;
using SocialPolicy.Harness.Calls;
using SocialPolicy.PlanRegistry.FunctionalTests.Alignment;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using static SocialPolicy.PlanRegistry.FunctionalTests.Amendments.Amending;
using Finding = SocialPolicy.PlanRegistry.V1.AlignmentFinding.Types.Kind;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Commands;

/// <summary>The commands about plans, their amendments and what the vertical check finds.</summary>
internal static class PlanCommands
{
    public static readonly IReadOnlyDictionary<string, Preparation> All = new Dictionary<string, Preparation>
    {
        ["ImportPlan"] = _ => Task.FromResult(new PreparedCommand(
        [
            new V1.ImportPlanRequest { File = new() { FileName = "ke-hoach.txt" } },
            new V1.ImportPlanRequest { Chunk = ByteString.CopyFromUtf8(SamplePlan.Text()) },
        ])),
        ["ConfirmReading"] = async registry =>
        {
            var read = await ReadAndConfirmed(registry);
            var corrected = new V1.Plan { SignerTitle = "Chủ tịch" };
            return new(new V1.ConfirmReadingRequest { Name = read.Name, Plan = corrected, UpdateMask = new() { Paths = { "signer_title" } } }, read.Etag);
        },
        ["PublishPlan"] = async registry =>
        {
            var read = await ReadAndConfirmed(registry);
            return new(new V1.PublishPlanRequest { Name = read.Name }, read.Etag);
        },
        ["AmendPlan"] = async registry =>
        {
            var plan = await registry.ImportPublished();
            await registry.Amendments.AmendPlanAsync(Amendment(plan, registry.Today(), Value(plan.Targets[0], "3")));
            return new(Amendment(plan, registry.Today(), Value(plan.Targets[0], "2")), plan.Etag);
        },
        ["CancelAmendment"] = async registry =>
        {
            var plan = await registry.ImportPublished();
            var amendment = await registry.Amendments.AmendPlanAsync(Amendment(plan, Day(2027, 1, 1), Value(plan.Targets[0], "3")));
            var other = await registry.Amendments.AmendPlanAsync(Amendment(plan, registry.Today(), Value(plan.Targets[0], "2")));

            // What can be cancelled has had one etag only: this is that of an amendment in effect.
            return new(new V1.CancelAmendmentRequest { Name = amendment.Name, Reason = "Ghi nhầm" }, other.Etag);
        },
        ["AcceptFinding"] = async registry =>
        {
            var pair = await PlanPair.Import(registry);
            var before = await pair.Finding(registry, Finding.Weaker);
            await registry.Registrar.ConfirmReadingAsync(new() { Name = pair.Plan.Name, ItemCorrections = { Value(before.Target, "85") } });
            return new(new V1.AcceptFindingRequest(pair.Accepting(before)) { Etag = "" }, before.Etag);
        },
        ["WithdrawAcceptance"] = async registry =>
        {
            var pair = await PlanPair.Import(registry);
            var accepted = await registry.Alignment.AcceptFindingAsync(pair.Accepting(await pair.Finding(registry, Finding.Weaker)));
            return new(new V1.WithdrawAcceptanceRequest { Name = accepted.Acceptance.Name, Reason = "Nhầm chỉ tiêu" });
        },
    };

    // As it was read; it has been confirmed since.
    private static async Task<V1.Plan> ReadAndConfirmed(Registry registry)
    {
        var read = await registry.Import(SamplePlan.Text());
        await registry.Registrar.ConfirmReadingAsync(new() { Name = read.Name });
        return read;
    }
}
