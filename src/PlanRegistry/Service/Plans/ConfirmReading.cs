using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Etags;
using SocialPolicy.PlanRegistry.Domain.Plans.Items;

namespace SocialPolicy.PlanRegistry.Service.Plans;

internal sealed partial class PlanService
{
    [AllowedTo(Role.Registrar, Role.Administrator, Within = Sphere.Reach)]
    public override Task<V1.Plan> ConfirmReading(V1.ConfirmReadingRequest request, ServerCallContext call) =>
        requests.Once(request, call, async work =>
        {
            var plan = await work.RequireKeptPlan(PlanName.Parse(request.Name));
            Etag.MustMatch(request.Etag, plan.Version);

            var corrected = (request.Plan ?? new V1.Plan()).ToHeader();
            var fields = request.UpdateMask?.Paths.Distinct().ToList() ?? [];
            var corrections = plan.ConfirmReading(corrected, fields, work.Caller.Subject, work.At);
            await work.Save(plan);
            if (request.ItemCorrections.Count > 0)
            {
                var content = await work.Connection.ContentOf(plan.Id, work.Cancellation);
                var changes = content.Correct(request.ItemCorrections.ToItemCorrections("item_corrections", plan.Id), work.Caller.Subject, work.At);
                await work.Keep(changes, plan);
                corrections = [.. corrections, .. changes.Corrections];
            }

            await work.Keep(corrections, plan);
            work.Audit(request.Name, $"{corrections.Count} corrections");
            return await work.Show(plan.Id);
        });
}
