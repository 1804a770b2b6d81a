using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.PlanRegistry.Service.Directory;
using SocialPolicy.PlanRegistry.Service.Plans;

namespace SocialPolicy.PlanRegistry.Service.Owners;

/// <summary>For whom a caller may record what is done of a plan: who keeps the plan for anybody, for much arrives on paper; an officer for his agency.</summary>
internal static class ActingFor
{
    /// <summary>Throws AGENCY_NOT_YOURS. Nobody's item is recorded by those who keep the plan alone.</summary>
    public static async Task MustRecordFor(this Work work, Guid plan, Guid? agency)
    {
        var allowed = await work.Keeps(plan)
            || (agency is { } asked && await work.Connection.ActsFor(work.Caller, [asked], work.At.InVietnam(), work.Cancellation));
        Check.Rule(new CallersActForTheirAgencies(agency is { } one ? DirectoryService.AgencyName.Of(one) : "an agency that leads", allowed));
        work.Admit();
    }
}
