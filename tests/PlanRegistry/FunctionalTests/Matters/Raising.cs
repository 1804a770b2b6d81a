using SocialPolicy.PlanRegistry.FunctionalTests.Owners;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using Kind = SocialPolicy.PlanRegistry.V1.Matter.Types.Kind;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Matters;

/// <summary>Matters of a new plan, led to some state.</summary>
internal static class Raising
{
    public static readonly Google.Type.Date Due = new() { Year = 2026, Month = 11, Day = 20 };

    public static async Task<V1.Matter> Open(this Registry registry, Kind kind = Kind.Difficulty)
    {
        var plan = await registry.PublishedPlan();
        return await registry.Matters.RaiseMatterAsync(new() { Subject = plan.Target("giường bệnh"), Kind = kind, Text = "Thiếu kinh phí mua giường bệnh", RaisedBy = Province.Health });
    }

    public static async Task<V1.Matter> Assigned(this Registry registry, Kind kind = Kind.Difficulty) =>
        await registry.Matters.AssignMatterAsync(new() { Name = (await registry.Open(kind)).Name, Agency = Province.HomeAffairs, Due = Due, Text = "Đề xuất phương án" });

    public static async Task<V1.Matter> Answered(this Registry registry, Kind kind = Kind.Difficulty) =>
        await registry.Matters.AnswerMatterAsync(new() { Name = (await registry.Assigned(kind)).Name, Text = "Đã bố trí nguồn", DocumentNumber = "21/CV-SNV" });

    public static async Task<V1.Matter> Closed(this Registry registry) =>
        await registry.Matters.CloseMatterAsync(new() { Name = (await registry.Answered()).Name, Conclusion = "Kết thúc" });

    public static string PlanOf(V1.Matter matter) => string.Join('/', matter.Subject.Split('/')[..2]);
}
