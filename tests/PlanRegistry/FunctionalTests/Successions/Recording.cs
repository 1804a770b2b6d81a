namespace SocialPolicy.PlanRegistry.FunctionalTests.Successions;

/// <summary>Successions of 2025-07-01, as a person records them.</summary>
internal static class Recording
{
    public static V1.RecordSuccessionRequest Of(
        V1.Succession.Types.Subject subject, V1.Succession.Types.Kind kind, IEnumerable<string> predecessors, params V1.Succession.Types.Heir[] heirs) => new()
        {
            Subject = subject,
            Kind = kind,
            EffectiveOn = new() { Year = 2025, Month = 7, Day = 1 },
            Predecessors = { predecessors },
            Heirs = { heirs },
            LegalGround = "Nghị quyết số 202/2025/QH15",
        };
}
