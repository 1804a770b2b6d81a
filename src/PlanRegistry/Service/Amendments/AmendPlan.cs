using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Etags;
using SocialPolicy.BuildingBlocks.Service.Wire;
using SocialPolicy.PlanRegistry.Domain.Amendments;
using SocialPolicy.PlanRegistry.Domain.Plans.Rules;
using SocialPolicy.PlanRegistry.Service.Documents;
using SocialPolicy.PlanRegistry.Service.Plans;

namespace SocialPolicy.PlanRegistry.Service.Amendments;

internal sealed partial class AmendmentService
{
    [AllowedTo(Role.Registrar, Role.Administrator, Within = Sphere.Reach)]
    public override Task<V1.Amendment> AmendPlan(V1.AmendPlanRequest request, ServerCallContext call) =>
        requests.Once(request, call, async work =>
        {
            var plan = await work.RequireKeptPlan(PlanService.PlanName.Parse(request.Plan, "plan"));
            Etag.MustMatch(request.Etag, plan.Version);
            Check.Rule(new OnlyPublishedPlansAreAmended(plan.State));
            Check.Rule(new FieldsAreFilled("effective_on", request.EffectiveOn is not null));
            var effectiveOn = request.EffectiveOn.ToDay("effective_on")!.Value;

            var document = await work.AmendingDocument(request.Document);
            var content = await work.Connection.ContentOf(plan.Id, work.Cancellation, new Moment(effectiveOn, work.At));
            var amendment = Amendment.Record(
                plan, content, new(document, request.ItemChanges.ToItemCorrections("item_changes", plan.Id), request.Note.Trim()), effectiveOn,
                await work.AmendedAfter(plan.Id, effectiveOn), work.Caller.Subject, work.At);

            plan.MoveOn();
            await work.Save(plan);
            await work.Insert(amendment, await work.MeantBy(amendment, plan));
            await work.EnterAmendment(plan, document, effectiveOn);
            if (effectiveOn <= work.At.InVietnam())
                await work.TakeEffect(amendment, plan);
            work.Audit(AmendmentName.Of(plan.Id, amendment.Id), $"{amendment.Changes.Count} changes from {effectiveOn:yyyy-MM-dd}");
            return await work.Connection.AmendmentOf(plan.Id, amendment.Id, work.Cancellation);
        });
}
