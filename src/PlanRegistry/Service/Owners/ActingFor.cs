using SocialPolicy.BuildingBlocks.Service.Callers;
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
        if (await work.Keeps(plan))
            work.Admit();
        else
            await work.MustActFor(agency ?? Guid.Empty, agency is { } one ? DirectoryService.AgencyName.Of(one) : "an agency that leads");
    }
}
