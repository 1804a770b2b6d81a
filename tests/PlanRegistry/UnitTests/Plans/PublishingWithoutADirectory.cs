using SocialPolicy.Contracts.Events.PlanRegistry.V1;
using SocialPolicy.PlanRegistry.Domain.Directory;
using SocialPolicy.PlanRegistry.Domain.Plans;

namespace SocialPolicy.PlanRegistry.UnitTests.Plans;

internal static class PublishingWithoutADirectory
{
    /// <summary>Publishes a plan none of whose names the directory knows.</summary>
    public static PlanPublished Publish(this Plan plan, PlanContent content, DateTimeOffset at) => plan.Publish(content, PlanParties.Unknown(content), at);
}
