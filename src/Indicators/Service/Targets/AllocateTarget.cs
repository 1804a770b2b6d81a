using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Etags;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.Indicators.Domain.Allocations;
using SocialPolicy.Indicators.Service.Targets.Allocations;

namespace SocialPolicy.Indicators.Service.Targets;

internal sealed partial class TargetService
{
    private const int MostShares = 20_000;

    [AllowedTo(Role.Registrar, Role.Administrator, Within = Sphere.Installation)]
    public override Task<V1.TargetAllocation> AllocateTarget(V1.AllocateTargetRequest request, ServerCallContext call) => requests.Once(request, call, work => Allocate(
        work,
        new(request.Target, request.Etag, request.Reason, ""),
        [.. request.Shares.Select((share, index) => new WrittenShare(share.Unit, share.Year, share.Value, $"shares[{index}].unit", $"shares[{index}].value"))]));

    private static async Task<V1.TargetAllocation> Allocate(Work work, AllocationAct act, IReadOnlyList<WrittenShare> shares)
    {
        Check.All(
            new FieldsAreFilled("shares", shares.Count > 0),
            new BatchesAreSmall(shares.Count, MostShares, "shares"),
            new TextsFitTheirField($"{act.Path}reason", act.Reason.Length, LongestReason));
        var id = TargetName.Parse(act.Target, $"{act.Path}target");
        await work.RequireTarget(id);
        var version = await work.Connection.AllocationVersion(id, work.Cancellation);
        Etag.MustMatch(act.Etag, version);
        var (row, target) = await work.Connection.DemandOf(id, work.Cancellation);
        Check.Rule(new AllocatedTargetsHaveAUnit(id, row.UnitId is not null));

        var given = await GivenShares.Of(work, row.UnitId!.Value, shares);
        if (Allocation.Broken(target, given) is { Count: > 0 } broken)
            throw new RuleBroken([.. broken.Take(GivenShares.MostShown)]);
        var said = given.Select(share => share.Said).ToList();
        if (await SaysNothingNew(work, id, said))
        {
            work.KeepNothing();
        }
        else
        {
            await work.KeepShares(id, version + 1, act.Reason.Trim(), said);
            work.Audit(TargetName.Of(id), $"{said.Count} shares");
        }

        return await work.Connection.AllocationNow(id, work.Cancellation);
    }

    private static async Task<bool> SaysNothingNew(Work work, Guid target, IReadOnlyList<Share> said)
    {
        var years = said.Select(share => share.Year).ToHashSet();
        var now = (await work.Connection.SharesOf(target, work.Cancellation)).Where(share => years.Contains(share.Year)).Select(share => new Share(share.Year, share.UnitId, share.Value));
        return said.ToHashSet().SetEquals(now);
    }
}
