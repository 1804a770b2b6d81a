using SocialPolicy.PlanRegistry.FunctionalTests.Directory;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using static SocialPolicy.PlanRegistry.FunctionalTests.Directory.Sending;
using Kind = SocialPolicy.PlanRegistry.V1.Succession.Types.Kind;
using Subject = SocialPolicy.PlanRegistry.V1.Succession.Types.Subject;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Successions;

/// <summary>Successions of 2025-07-01, as a person records them, and whom they are about.</summary>
internal static class Recording
{
    public static readonly Google.Type.Date LastDay = new() { Year = 2025, Month = 6, Day = 30 };

    public static V1.RecordSuccessionRequest Of(Subject subject, Kind kind, IEnumerable<string> predecessors, params V1.Succession.Types.Heir[] heirs) => new()
    {
        Subject = subject,
        Kind = kind,
        EffectiveOn = new() { Year = 2025, Month = 7, Day = 1 },
        Predecessors = { predecessors },
        Heirs = { heirs },
        LegalGround = "Nghị quyết số 202/2025/QH15",
    };

    public static V1.RecordSuccessionRequest Merge(string[] predecessors, string heir) => Units(Kind.Merge, predecessors, Heir(heir));

    public static V1.RecordSuccessionRequest Units(Kind kind, string[] predecessors, params V1.Succession.Types.Heir[] heirs) =>
        Of(Subject.Units, kind, predecessors, heirs);

    public static V1.RecordSuccessionRequest Agencies(Kind kind, string[] predecessors, params V1.Succession.Types.Heir[] heirs) =>
        Of(Subject.Agencies, kind, predecessors, heirs);

    public static V1.Succession.Types.Heir Heir(string code, string share = "", string function = "") =>
        new() { Name = code, Share = share, Function = function };

    /// <summary>Three new provinces.</summary>
    public static async Task<(string One, string Other, string Heir)> Provinces(this Registry registry)
    {
        var (one, other, heir) = (NewCode(), NewCode(), NewCode());
        await registry.Directory.Import([Province(one, $"tỉnh {one}"), Province(other, $"tỉnh {other}"), Province(heir, $"tỉnh {heir}")]);
        return (one, other, heir);
    }

    /// <summary>Three departments of a new province.</summary>
    public static async Task<(string Old, string First, string Second)> Offices(this Registry registry)
    {
        var (province, old, first, second) = (NewCode(), NewCode(), NewCode(), NewCode());
        await registry.Directory.Import(
            [Province(province)], [Agency(old, province, "Sở Cũ"), Agency(first, province, "Sở Thứ nhất"), Agency(second, province, "Sở Thứ hai")]);
        return (old, first, second);
    }
}
