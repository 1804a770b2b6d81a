using System.Text.Json.Nodes;

namespace SocialPolicy.PlanText.Scoring;

/// <summary>The task tree by numbering and level, and the lead agencies of its sections.</summary>
internal sealed class TaskScore
{
    public TaskScore(JsonNode gold, JsonNode read)
    {
        var (wanted, found) = (gold.Rows("tasks"), read.Rows("tasks"));
        var (tree, foundTree) = (wanted.Select(Place).ToHashSet(), found.Select(Place).ToHashSet());
        Tree = PlanScore.F1Of(tree.Intersect(foundTree).Count(), tree.Count, foundTree.Count);

        var leads = found.GroupBy(Numbering, StringComparer.Ordinal).ToDictionary(rows => rows.Key, rows => rows.Last().Text("lead"), StringComparer.Ordinal);
        LeadsInGold = wanted.Count(task => task.Text("lead") is not null);
        Leads = wanted.Count(task => task.Text("lead") is { } lead && Words.Agency(lead) == Words.Agency(leads.GetValueOrDefault(Numbering(task))));
        LeadsInvented = wanted.Count(task => task.Text("lead") is null && leads.GetValueOrDefault(Numbering(task)) is not null);
    }

    public double Tree { get; }

    public int Leads { get; }

    public int LeadsInGold { get; }

    public int LeadsInvented { get; }

    private static string Numbering(JsonNode task) => (task.Text("numbering") ?? "").TrimEnd('.');

    private static (string, decimal?) Place(JsonNode task) => (Numbering(task), task.Number("level"));
}
