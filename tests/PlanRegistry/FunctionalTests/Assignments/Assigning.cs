using SocialPolicy.PlanRegistry.FunctionalTests.Directory;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using static SocialPolicy.PlanRegistry.FunctionalTests.Directory.Sending;
using Kind = SocialPolicy.PlanRegistry.V1.Agency.Types.Kind;
using PartyRole = SocialPolicy.PlanRegistry.V1.PartyRole;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Assignments;

/// <summary>The sample plan reports to "UBND tỉnh" via "Sở Lao động - Thương binh và Xã hội", which this directory knows as another.</summary>
internal static class Assigning
{
    public const string Labour = "Sở Lao động - Thương binh và Xã hội";
    public const string Interior = "as:so-noi-vu";
    public const string Health = "as:so-y-te";
    public static readonly Google.Type.Date Today = new() { Year = 2026, Month = 11, Day = 1 };

    public static V1.AssignPartiesRequest One(V1.Plan plan, string agency, int position = 0, string reason = "Đề án 1") => new()
    {
        Assignments =
        {
            new V1.AssignPartiesRequest.Types.Assignment { Duty = plan.ReportingDuties[0].Name, Role = PartyRole.Via, Position = position, Agency = agency },
        },
        Reason = reason,
    };

    public static V1.AssignPartiesRequest Departments(V1.Plan plan, string unit)
    {
        var request = One(plan, "");
        request.Assignments[0].Group = new() { Unit = unit, Reach = V1.AgencyGroup.Types.Reach.Unit, Kinds = { Kind.Department } };
        return request;
    }

    public static V1.AssignPartiesRequest Rule(V1.Plan plan, string predecessor, string heir, string matching = "") => new()
    {
        Rule = new() { Predecessor = predecessor, Heir = heir, Plan = plan.Name, Matching = matching },
        Reason = "Đề án 2",
    };

    public static async Task<V1.Plan> Confirmed(this Registry registry)
    {
        await registry.DirectoryWithoutLabour("as", "tỉnh Sơn La");
        return await registry.ImportConfirmed();
    }

    public static async Task<V1.Plan> Published(this Registry registry) =>
        await registry.Registrar.PublishPlanAsync(new() { Name = (await registry.Confirmed()).Name });

    public static Task<V1.ImportDirectoryResponse> DirectoryWithoutLabour(this Registry registry, string scheme, string province) => registry.Directory.Import(
        [Province($"{scheme}:sl", province), District($"{scheme}:mai-son", $"{scheme}:sl", "huyện Mai Sơn")],
        [
            Agency($"{scheme}:ubnd", $"{scheme}:sl", $"Ủy ban nhân dân {province}", Kind.PeoplesCommittee),
            Agency($"{scheme}:so-noi-vu", $"{scheme}:sl", $"Sở Nội vụ {province}"),
            Agency($"{scheme}:so-y-te", $"{scheme}:sl", $"Sở Y tế {province}"),
            Agency($"{scheme}:mai-son.ubnd", $"{scheme}:mai-son", "Ủy ban nhân dân huyện Mai Sơn", Kind.PeoplesCommittee),
        ]);

    /// <summary>The names of a plan that wait for a person.</summary>
    public static async Task<IReadOnlyList<V1.UnassignedParty>> Queue(this Registry registry, V1.Plan plan, Google.Type.Date? on = null) =>
        (await registry.Assignments.ListUnassignedPartiesAsync(new() { Plan = plan.Name, On = on })).Parties;

    /// <summary>The agency that its duty goes through.</summary>
    public static async Task<string> Via(this Registry registry, V1.Plan plan) =>
        (await registry.Registrar.GetPlanAsync(new() { Name = plan.Name })).ReportingDuties[0].ViaParty?.Agency ?? "";

    public static async Task<string> NameOf(this Registry registry, string code) => (await registry.Directory.GetAgencyAsync(new() { Name = code })).Name;
}
