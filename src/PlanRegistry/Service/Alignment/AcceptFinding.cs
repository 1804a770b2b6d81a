using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Etags;
using SocialPolicy.PlanRegistry.Domain.Alignment.Rules;
using SocialPolicy.PlanRegistry.Domain.Plans;
using SocialPolicy.PlanRegistry.Service.Plans;

namespace SocialPolicy.PlanRegistry.Service.Alignment;

internal sealed partial class AlignmentService
{
    [AllowedTo(Role.Registrar, Role.FocalOfficer, Role.Administrator, Within = Sphere.Reach)]
    public override Task<V1.AlignmentFinding> AcceptFinding(V1.AcceptFindingRequest request, ServerCallContext call) =>
        requests.Once(request, call, async work =>
        {
            var (asked, reason) = (CheckedPlans.Parse(request.Plan, request.Superior), Reason(request.Reason));
            var kind = AlignmentCheck.Kinds.From(request.Kind, "kind");
            Check.All(new FieldsAreFilled("kind", kind is not null), new FieldsAreFilled("rule", request.Rule.Length > 0));
            var above = ContentMapping.TargetName.Parse(request.SuperiorTarget, "superior_target");
            var below = request.Target.Length == 0 ? (Guid?)null : ContentMapping.TargetName.Parse(request.Target, "target");

            await work.Connection.MustSee(work.Caller, [asked.Superior ?? asked.Plan], work.At.InVietnam(), work.Cancellation);
            await work.MustKeep(asked.Plan);
            await work.HoldFindings(asked.Plan);
            var hidden = await work.Connection.HiddenFrom(work.Caller, work.At.InVietnam(), work.Cancellation);
            var check = await work.Connection.RunCheck(asked, hidden, work.Cancellation);
            var finding = check.Report.Findings.FirstOrDefault(one => one.Kind == kind && one.Rule == request.Rule && one.Superior.Id == above && one.Subordinate?.Id == below);
            Check.Rule(new AcceptedFindingsExist(finding is not null));
            Check.Rule(new CommandsActOnTheVersionSeen(request.Etag, finding!.Fingerprint));
            var standing = check.StandingFor(finding);
            Check.Rule(new FindingsAreAcceptedOnce(standing?.Fingerprint == finding.Fingerprint ? AcceptanceName.Of(check.Plan, standing.Id) : null));

            var accepted = await work.Accept(check, finding, reason);
            work.Audit(AcceptanceName.Of(check.Plan, accepted.Id), accepted.Kind);
            return (check with { Acceptances = [accepted, .. check.Acceptances] }).ToContract(finding);
        });

    private static string Reason(string said)
    {
        var reason = Printed.OrNull(said) ?? "";
        Check.All(new FieldsAreFilled("reason", reason.Length > 0), new TextsFitTheirField("reason", reason.Length, LongestReason));
        return reason;
    }
}
