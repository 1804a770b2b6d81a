using System.Text.Json.Nodes;

namespace SocialPolicy.PlanText.Scoring;

/// <summary>Dated duties match on deadline, place and a common reporter; undated ones on their place.</summary>
internal sealed class DutyScore
{
    public DutyScore(JsonNode gold, JsonNode read)
    {
        var (wanted, found) = (gold.Rows("reporting_duties"), read.Rows("reporting_duties"));
        var (dated, foundDated) = (wanted.Where(IsDated).ToList(), found.Where(IsDated).ToList());
        var datedPairs = Words.Pair(dated, foundDated, IsSame);
        Dated = datedPairs.Count;
        DatedInGold = Words.Required(dated, datedPairs);
        DatedInvented = foundDated.Count - Dated;
        var pairs = Words.Pair(wanted, found, IsSame);
        F1 = PlanScore.F1Of(pairs.Count, Words.Required(wanted, pairs), found.Count);
    }

    public int Dated { get; }

    public int DatedInGold { get; }

    public int DatedInvented { get; }

    public double F1 { get; }

    private static bool IsDated(JsonNode duty) => duty["deadline"] is not null || duty["date"] is not null;

    private static bool IsSame(JsonNode gold, JsonNode read)
    {
        if (IsDated(gold) != IsDated(read) || Words.Overlap(gold, read) is not { Common: > 0 })
            return false;
        return !IsDated(gold) || (Deadline(gold) == Deadline(read) && gold.Names("who").Intersect(read.Names("who"), StringComparer.Ordinal).Any());
    }

    private static (decimal?, decimal?, bool, string?) Deadline(JsonNode duty) =>
        (duty["deadline"].Number("day"), duty["deadline"].Number("month"), duty["deadline"]?.Flag("inclusive") ?? false, duty.Text("date"));
}
