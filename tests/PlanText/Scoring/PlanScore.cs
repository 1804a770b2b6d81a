using System.Globalization;
using System.Text.Json.Nodes;

namespace SocialPolicy.PlanText.Scoring;

/// <summary>How well one reading agrees with its gold file; shares are 0 to 1.</summary>
internal sealed record PlanScore(
    double Targets, double Comparator, double Value, double Unit, double Year, int DatedDuties, int DatedDutiesInGold, int DatedDutiesInvented,
    double Duties, double TaskTree, int Leads, int LeadsInGold, int LeadsInvented, double LegalBases, int Header, double Recipients)
{
    public const int HeaderFields = 6;

    public static string Head { get; } = "plan          targets compar.  value   unit   year  dated duties   tree  leads  legal header recip.";

    public string Row(string plan) => string.Create(CultureInfo.InvariantCulture,
        $"{plan,-13} {Targets,7:f3} {Comparator,7:f3} {Value,6:f3} {Unit,6:f3} {Year,6:f3} {DatedDuties,2}/{DatedDutiesInGold}+{DatedDutiesInvented} {Duties,6:f3} {TaskTree,6:f3} {Leads,2}/{LeadsInGold}+{LeadsInvented} {LegalBases,6:f3} {Header,4}/{HeaderFields} {Recipients,6:f3}");

    public static PlanScore Of(JsonNode gold, JsonNode read)
    {
        var targets = new TargetScore(gold, read);
        var duties = new DutyScore(gold, read);
        var tasks = new TaskScore(gold, read);
        return new PlanScore(
            targets.F1, targets.Share("comparator"), targets.Share("value"), targets.Share("unit"), targets.Share("year"),
            duties.Dated, duties.DatedInGold, duties.DatedInvented, duties.F1, tasks.Tree, tasks.Leads, tasks.LeadsInGold, tasks.LeadsInvented,
            SameSet(Numbers(gold), Numbers(read)), HeaderOf(gold, read), SameSet(Texts(gold["recipients"]), Texts(read["recipients"])));
    }

    private static int HeaderOf(JsonNode gold, JsonNode read) => new[]
    {
        Words.Plain(gold.Text("number")) == Words.Plain(read.Text("number")),
        gold.Text("issued_on") == read.Text("issued_on"),
        (gold["issuer"].Text("level"), gold["issuer"].Text("system")) == (read["issuer"].Text("level"), read["issuer"].Text("system")),
        Words.Plain(gold["signer"].Text("name")) == Words.Plain(read["signer"].Text("name")),
        gold["period"].Number("to") == read["period"].Number("to"),
        gold["period"].Number("vision") == read["period"].Number("vision"),
    }.Count(same => same);

    private static HashSet<string> Numbers(JsonNode plan) =>
        [.. plan.Rows("legal_bases").Where(basis => basis.Text("number") is not null && basis.Text("relationship") != "self").Select(basis => Words.Plain(basis.Text("number")))];

    private static HashSet<string> Texts(JsonNode? list) => [.. (list as JsonArray ?? []).Select(text => Words.Plain(text?.GetValue<string>()))];

    private static double SameSet(HashSet<string> gold, HashSet<string> read) => F1Of(gold.Intersect(read).Count(), gold.Count, read.Count);

    internal static double F1Of(int hits, int gold, int read) => gold + read == 0 ? 1 : 2.0 * hits / (gold + read);
}
