using System.Collections.Concurrent;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.Indicators.V1;
using SocialPolicy.Reporting.Service.Reports;
using SocialPolicy.Types.V1;

namespace SocialPolicy.Reporting.FunctionalTests;

/// <summary>What Indicators would answer, as the test sets it.</summary>
internal sealed class StandardTables : IScorecards
{
    private readonly ConcurrentDictionary<(Guid Plan, string Period, Guid Agency), Scorecard> tables = new();

    public bool Away { get; set; }

    public Task<Scorecard> Get(Guid plan, string period, Guid agency, CancellationToken ct) => Away
        ? throw new RuleBroken([new IndicatorsCanBeAsked()])
        : Task.FromResult(tables.TryGetValue((plan, period, agency), out var table) ? table : new Scorecard { Plan = $"plans/{plan}", Period = period });

    /// <summary>From now on the agency has given this value for the target.</summary>
    public void Set(Guid plan, string period, Guid agency, Guid target, string value) => tables[(plan, period, agency)] = new Scorecard
    {
        Plan = $"plans/{plan}",
        Period = period,
        Rows =
        {
            new Scorecard.Types.Row
            {
                Target = new Target
                {
                    Name = $"targets/{target}",
                    Indicator = "tỷ lệ hộ nghèo",
                    Threshold = new Threshold { Comparator = Comparator.AtMost, Value = "3.5", Unit = "%" },
                    Year = 2030,
                },
                Observation = new Observation { Name = $"observations/{Guid.CreateVersion7()}", Value = value, Estimate = true },
                YearBefore = new Observation { Value = "4.1" },
                Rating = new Rating { Verdict = Rating.Types.Verdict.NotDue, PercentOfTarget = "82.9" },
            },
        },
    };
}
