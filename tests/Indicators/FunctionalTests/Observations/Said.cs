using SocialPolicy.Contracts.Events.PlanRegistry.V1;

namespace SocialPolicy.Indicators.FunctionalTests.Observations;

/// <summary>An observation as an officer writes it.</summary>
internal sealed record Said(string Target, string Agency, string Period, string Value)
{
    public bool? Achieved { get; init; }

    public bool Estimate { get; init; }

    public string Source { get; init; } = "";

    public string Note { get; init; } = "";

    public static Said Of(PublishedTarget target, ChangedAgency agency, string value, string period = "2025") =>
        new($"targets/{target.TargetId}", $"agencies/{agency.AgencyId}", period, value);

    public static implicit operator V1.Observation(Said said)
    {
        var observation = new V1.Observation
        {
            Target = said.Target,
            Agency = said.Agency,
            Period = said.Period,
            Value = said.Value,
            Estimate = said.Estimate,
            Source = said.Source,
            Note = said.Note,
        };
        if (said.Achieved is { } achieved)
            observation.Achieved = achieved;
        return observation;
    }
}
