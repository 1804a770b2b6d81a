using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.PlanRegistry.Service.Owners;

namespace SocialPolicy.PlanRegistry.Service.Matters;

internal sealed partial class MatterService
{
    [AllowedTo(Role.Registrar, Role.FocalOfficer, Role.ReportingOfficer, Role.Approver, Role.Administrator, Within = Sphere.Agency)]
    public override Task<V1.Matter> AnswerMatter(V1.AnswerMatterRequest request, ServerCallContext call) =>
        requests.Once(request, call, async work =>
        {
            var text = Said.OrNull(request.Text);
            Check.All(
                new FieldsAreFilled("text", text is not null),
                new TextsFitTheirField("text", request.Text.Length, LongestText),
                new TextsFitTheirField("document_number", request.DocumentNumber.Length, LongestNumber));
            var matter = await work.RequireMatter(request.Name, request.Etag);
            await work.MustRecordFor(matter.Subject.PlanId, matter.AssignedTo);

            matter.Reply(text!);

            await work.Save(matter, new(text!, matter.AssignedTo, DocumentNumber: Said.OrNull(request.DocumentNumber)));
            work.Audit(request.Name, "answered");
            return await work.Show(matter);
        });
}
