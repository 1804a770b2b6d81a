using SocialPolicy.Indicators.V1;
using SocialPolicy.Reporting.Domain.Reports;
using SocialPolicy.Types.V1;

namespace SocialPolicy.Reporting.Service.Reports;

/// <summary>Rows of the standard table: pinned from Indicators, shown in the contract.</summary>
internal static class LineMapping
{
    /// <summary>The table as it is now.</summary>
    public static IReadOnlyList<PinnedLine> ToLines(this Scorecard scorecard) => [.. scorecard.Rows.Select(ToLine)];

    public static V1.ReportLine ToContract(this PinnedLine line) => new()
    {
        Target = Names.Target.Of(line.Target),
        Indicator = line.Indicator,
        Threshold = new()
        {
            Comparator = Enum.Parse<Comparator>(line.Threshold.Comparator),
            Value = line.Threshold.Value,
            ValueMax = line.Threshold.ValueMax,
            Unit = line.Threshold.Unit,
            Bound = Enum.Parse<Comparator>(line.Threshold.Bound),
            PerYear = line.Threshold.PerYear,
        },
        Year = line.Year,
        Value = line.Value,
        Estimate = line.Estimate,
        YearBefore = line.YearBefore,
        Observation = Names.Observation.OfAny(line.Observation),
        Verdict = Enum.Parse<Rating.Types.Verdict>(line.Verdict),
        PercentOfTarget = line.PercentOfTarget,
    };

    private static PinnedLine ToLine(Scorecard.Types.Row row) => new()
    {
        Target = Names.Target.Parse(row.Target.Name, "target"),
        Indicator = row.Target.Indicator,
        Threshold = ToThreshold(row.Target.Threshold ?? new()),
        Year = row.Target.Year,
        Value = row.Observation?.Value ?? "",
        Estimate = row.Observation?.Estimate ?? false,
        YearBefore = row.YearBefore?.Value ?? "",
        Observation = row.Observation is { } observation ? Names.Observation.Parse(observation.Name, "observation") : null,
        Verdict = (row.Rating?.Verdict ?? default).ToString(),
        PercentOfTarget = row.Rating?.PercentOfTarget ?? "",
    };

    private static PinnedThreshold ToThreshold(Threshold threshold) => new(
        threshold.Comparator.ToString(), threshold.Value, threshold.ValueMax, threshold.Unit, threshold.Bound.ToString(), threshold.PerYear);
}
