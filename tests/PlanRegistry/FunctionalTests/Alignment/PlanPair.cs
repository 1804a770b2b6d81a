using System.Globalization;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Alignment;

/// <summary>A plan of a province and one of a commune that says it implements it.</summary>
internal sealed record PlanPair(V1.Plan Superior, V1.Plan Plan)
{
    private static int counter = 5000;

    /// <summary>The commune's demands: health insurance weaker, unemployment stronger, trained labour missing.</summary>
    public static async Task<PlanPair> Import(Registry registry)
    {
        var number = Interlocked.Increment(ref counter).ToString(CultureInfo.InvariantCulture);
        return new(await registry.Import(SamplePlan.Text(number)), await registry.Import(Below(number)));
    }

    /// <summary>Another plan with the number and the day of the one above.</summary>
    public Task<V1.Plan> ImportTwin(Registry registry) => registry.Import(SamplePlan.Text(Superior.Number.Split('/')[0]) + "\n");

    public static string Below(string number) => SamplePlan.Text($"9{number}")
        .Replace("TỈNH SƠN LA", "XÃ MƯỜNG BÚ", StringComparison.Ordinal)
        .Replace("Căn cứ Nghị quyết", $"Thực hiện Kế hoạch số {number}/KH-UBND ngày 06/02/2024 của Ủy ban nhân dân tỉnh Sơn La;\n\nCăn cứ Nghị quyết", StringComparison.Ordinal)
        .Replace("thành thị dưới 4%", "thành thị dưới 3%", StringComparison.Ordinal)
        .Replace("- Tỷ lệ lao động qua đào tạo có bằng cấp, chứng chỉ đạt 35%.\n\n", "", StringComparison.Ordinal)
        .Replace("trên 95% dân số", "trên 90% dân số", StringComparison.Ordinal);

    public async Task<V1.CheckAlignmentResponse> Check(Registry registry, bool openOnly = false) =>
        await registry.Alignment.CheckAlignmentAsync(new() { Plan = Plan.Name, Superior = Superior.Name, OpenOnly = openOnly });

    public async Task<V1.AlignmentFinding> Finding(Registry registry, V1.AlignmentFinding.Types.Kind kind) =>
        (await Check(registry)).Findings.Single(finding => finding.Kind == kind);

    public V1.AcceptFindingRequest Accepting(V1.AlignmentFinding finding) => new()
    {
        Plan = Plan.Name,
        Superior = Superior.Name,
        Kind = finding.Kind,
        Rule = finding.Rule,
        SuperiorTarget = finding.SuperiorTarget.Name,
        Target = finding.Target?.Name ?? "",
        Etag = finding.Etag,
        Reason = "Xã biên giới, đã thống nhất với Sở Y tế",
    };
}
