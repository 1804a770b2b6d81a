using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.PlanRegistry.Domain.Alignment.Rules;
using SocialPolicy.PlanRegistry.Service.Plans;

namespace SocialPolicy.PlanRegistry.Service.Alignment;

/// <summary>The plan to check and, where it is named, the one above it.</summary>
internal sealed record CheckedPlans(Guid Plan, Guid? Superior)
{
    public static CheckedPlans Parse(string plan, string superior)
    {
        var asked = new CheckedPlans(PlanService.PlanName.Parse(plan, "plan"), superior.Length == 0 ? null : PlanService.PlanName.Parse(superior, "superior"));
        Check.Rule(new PlansAreCheckedAgainstOthers(asked.Plan, asked.Superior ?? Guid.Empty));
        return asked;
    }
}
