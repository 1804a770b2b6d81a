using SocialPolicy.PlanRegistry.Domain.Documents;

namespace SocialPolicy.PlanRegistry.Service.Documents;

/// <summary>What a walk follows, on which day, how far.</summary>
internal sealed record Way(IReadOnlyList<RelationKind> Kinds, DateOnly On, int Depth);

/// <summary>A relation that was met; the first one to a document is the shortest way there.</summary>
internal sealed class Step
{
    public int Depth { get; init; }
    public Guid Near { get; init; }
    public Guid Far { get; init; }
    public string Kind { get; init; } = "";
    public bool IsFirst { get; init; }
}

/// <summary>A document and how it stands.</summary>
internal sealed record StandingRow(DocumentRow Document, StandingPart Standing);

/// <summary>How a document stands on a day.</summary>
internal sealed class StandingPart
{
    public Guid? RepealedBy { get; init; }
    public Guid? ReplacedBy { get; init; }
    public bool Expired { get; init; }
    public bool InForce { get; init; }

    public V1.Standing ToContract() => new()
    {
        RepealedBy = DocumentMapping.NameOf(RepealedBy),
        ReplacedBy = DocumentMapping.NameOf(ReplacedBy),
        Expired = Expired,
        InForce = InForce,
    };
}

/// <summary>The place of a document in the order of a walk.</summary>
internal sealed record Place(int Depth, Guid Document);

/// <summary>What a walk met.</summary>
internal sealed record Walked(Guid Start, bool Upward, IReadOnlyList<Step> Steps)
{
    private readonly Lazy<Dictionary<Guid, Step>> firsts = new(() => Steps.Where(step => step.IsFirst).ToDictionary(step => step.Far));

    /// <summary>Whether there was more to meet.</summary>
    public bool IsTruncated => Steps.Count > Walks.MostRelations;

    /// <summary>The first step to each document, the nearest documents first.</summary>
    public IEnumerable<Step> Firsts => firsts.Value.Values.OrderBy(step => step.Depth).ThenBy(step => step.Far);

    /// <summary>The steps from the start to a document; none when it was not met.</summary>
    public IReadOnlyList<Step> WayTo(Guid document)
    {
        var way = new List<Step>();
        for (var at = document; at != Start; at = way[^1].Near)
        {
            if (!firsts.Value.TryGetValue(at, out var step))
                return [];
            way.Add(step);
        }

        way.Reverse();
        return way;
    }

    public IEnumerable<V1.Cycle> Cycles() =>
        Circles.In([.. Steps.Select(step => Upward ? (step.Near, step.Far) : (step.Far, step.Near))])
            .Select(circle => new V1.Cycle { Documents = { circle.Select(id => DocumentService.DocumentName.Of(id)) } });
}
