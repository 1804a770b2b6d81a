using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.PlanRegistry.Domain.Amendments.Rules;
using SocialPolicy.PlanRegistry.Domain.Matters;
using SocialPolicy.PlanRegistry.Service.Amendments;

namespace SocialPolicy.PlanRegistry.Service.Matters;

/// <summary>The amendment that settles a matter.</summary>
internal static class Amendments
{
    /// <summary>
    /// The amendment a request names, of the plan the matter is about, in effect or scheduled; null when it names none. Throws
    /// NAME_MALFORMED, AMENDMENT_OF_ANOTHER_PLAN, AMENDMENT_NOT_FOUND and AMENDMENT_ALREADY_CANCELLED.
    /// </summary>
    public static async Task<Guid?> AmendmentOf(this Work work, Matter matter, string name)
    {
        if (name.Length == 0)
            return null;
        var ids = AmendmentService.AmendmentName.ParseAll(name, "amendment");
        Check.Rule(new AmendmentsAreOfTheMattersPlan(matter.Subject.PlanId, ids[0]));
        Check.Rule(new AmendmentsCloseAdjustments(matter.Kind, HasAmendment: true));
        var row = await work.Connection.FindAmendment(ids[0], ids[1], work.Cancellation);
        Check.Rule(new AmendmentsAreRecorded(ids[1], row is not null));
        Check.Rule(new AmendmentsAreCancelledOnce(row!.CancelledAt is not null));
        return row.Id;
    }

    public static string NameOf(Guid plan, Guid amendment) => AmendmentService.AmendmentName.Of(plan, amendment);
}
