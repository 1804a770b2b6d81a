using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Wire;
using SocialPolicy.PlanRegistry.Service.Owners;
using SocialPolicy.PlanRegistry.Service.Plans;

namespace SocialPolicy.PlanRegistry.Service.Matters;

internal sealed partial class MatterService
{
    [AllowedTo(Role.Registrar, Role.FocalOfficer, Role.Administrator, Within = Sphere.Reach)]
    public override Task<V1.Matter> AssignMatter(V1.AssignMatterRequest request, ServerCallContext call) =>
        requests.Once(request, call, async work =>
        {
            var today = work.At.InVietnam();
            var due = request.Due.ToDay("due");
            Check.All(
                new FieldsAreFilled("agency", request.Agency.Length > 0),
                new FieldsAreFilled("due", due is not null),
                new TextsFitTheirField("text", request.Text.Length, LongestText),
                new TextsFitTheirField("document_number", request.DocumentNumber.Length, LongestNumber));
            var matter = await work.RequireMatter(request.Name, request.Etag);
            await work.MustKeep(matter.Subject.PlanId);
            var agencies = await work.Connection.Agencies([(request.Agency, "agency")], work.Cancellation);
            Check.Rule(agencies.Judge(request.Agency, "agency", today));
            var agency = agencies.Find(request.Agency)!.Id;

            matter.Assign(agency, due!.Value, today);

            await work.Save(matter, new(request.Text.Trim(), agency, due, Said.OrNull(request.DocumentNumber)));
            work.Audit(request.Name, "assigned");
            return await work.Show(matter);
        });
}
