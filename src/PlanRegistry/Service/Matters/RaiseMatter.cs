using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.BuildingBlocks.Service.Wire;
using SocialPolicy.PlanRegistry.Domain.Matters;
using SocialPolicy.PlanRegistry.Service.Directory;
using SocialPolicy.PlanRegistry.Service.Owners;
using SocialPolicy.PlanRegistry.Service.Plans;
using SocialPolicy.PlanRegistry.Service.Tasks;

namespace SocialPolicy.PlanRegistry.Service.Matters;

internal sealed partial class MatterService
{
    [AllowedTo(Role.Registrar, Role.FocalOfficer, Role.ReportingOfficer, Role.Approver, Role.Administrator, Within = Sphere.Agency)]
    public override Task<V1.Matter> RaiseMatter(V1.RaiseMatterRequest request, ServerCallContext call) =>
        requests.Once(request, call, async work =>
        {
            var today = work.At.InVietnam();
            var (kind, text, on) = (request.Kind.ToDomain("kind"), Said.OrNull(request.Text), request.RaisedOn.ToDay("raised_on") ?? today);
            Check.All(
                new FieldsAreFilled("subject", request.Subject.Length > 0),
                new FieldsAreFilled("kind", kind is not null),
                new FieldsAreFilled("text", text is not null),
                new TextsFitTheirField("text", request.Text.Length, LongestText),
                new TextsFitTheirField("document_number", request.DocumentNumber.Length, LongestNumber));
            var subject = await SubjectOf(request.Subject, work);
            var by = await RaisedBy(request.RaisedBy, subject.PlanId, work);

            var (matter, raised) = Matter.Raise(Guid.CreateVersion7(work.At), subject, kind!.Value, text!, by, on, today);
            await work.Insert(matter, new(text!, by, DocumentNumber: Said.OrNull(request.DocumentNumber)));
            var name = MatterName.Of(matter.Id);
            work.Announce(raised, name, matter.Version);
            work.Audit(name, request.Subject);
            return await work.Show(matter);
        });

    private static async Task<MatterSubject> SubjectOf(string name, Work work)
    {
        if (name.Count(c => c == '/') == 1)
        {
            var plan = PlanService.PlanName.Parse(name, "subject");
            await work.HoldPublished(plan);
            return new(plan, null, null);
        }

        var (of, kind, id) = OwnedItemName.Parse(name, "subject");
        var book = await work.HoldPublished(of);
        return new(of, kind, book.Items.Require(kind, id, "subject").Id);
    }

    // Who belongs to an agency raises for it, when he names none.
    private static async Task<Guid?> RaisedBy(string name, Guid plan, Work work)
    {
        if (name.Length == 0)
        {
            work.Admit();
            return await work.OwnAgency();
        }

        var agency = (await work.Connection.RequireAgency(name, "raised_by", work.Cancellation)).Id;
        await work.MustRecordFor(plan, agency);
        return agency;
    }
}
