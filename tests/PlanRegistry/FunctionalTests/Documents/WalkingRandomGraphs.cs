using SocialPolicy.PlanRegistry.FunctionalTests.Plans;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Documents;

/// <summary>Graphs of any shape, circles among them, put into the database as texts could have made them.</summary>
public sealed class WalkingRandomGraphs(Registry registry) : IClassFixture<Registry>
{
    private const string AddDocuments = """
        insert into documents (id, version, number, number_key, is_stub, is_ambiguous, search_text, created_at, updated_at)
        select id, 1, id::text, id::text, false, false, '', now(), now() from unnest(@ids) as t (id)
        """;

    private const string AddRelations = """
        insert into document_relations (id, from_id, to_id, kind, recorded_at, recorded_by)
        select gen_random_uuid(), f, t, 'implements', now(), 'test' from unnest(@froms, @tos) as e (f, t)
        """;

    [Theory]
    [InlineData(1, 5, 4)]
    [InlineData(2, 12, 30)]
    [InlineData(3, 40, 60)]
    [InlineData(4, 40, 400)]
    [InlineData(5, 150, 200)]
    [InlineData(6, 150, 2_000)]
    [InlineData(7, 60, 59)]
    [InlineData(8, 3, 6)]
    public async Task Finds_what_a_naive_closure_finds_at_the_same_distance(int seed, int documents, int relations)
    {
        var random = new Random(seed);
        var ids = Enumerable.Range(0, documents).Select(_ => Guid.CreateVersion7()).ToArray();
        var edges = Enumerable.Range(0, relations).Select(_ => (From: ids[random.Next(documents)], To: ids[random.Next(documents)]))
            .Where(edge => edge.From != edge.To).Distinct().ToList();
        await registry.Do(AddDocuments, new { ids });
        await registry.Do(AddRelations, new { froms = edges.Select(edge => edge.From).ToArray(), tos = edges.Select(edge => edge.To).ToArray() });

        foreach (var start in ids.Take(8))
        {
            var up = await registry.Documents.ListAncestorsAsync(new() { Name = $"documents/{start}", MaxDepth = 64, PageSize = 1000 });
            var down = await registry.Documents.ListDescendantsAsync(new() { Name = $"documents/{start}", MaxDepth = 64, PageSize = 1000 });

            Found(up.Documents).ShouldBe(Closure(start, edges.ToLookup(edge => edge.From, edge => edge.To)));
            Found(down.Documents).ShouldBe(Closure(start, edges.ToLookup(edge => edge.To, edge => edge.From)));
            up.Cycles.Any(cycle => cycle.Documents.Contains($"documents/{start}")).ShouldBe(IsAboveItself(start, edges));
        }
    }

    private static Dictionary<string, int> Found(IEnumerable<V1.RelatedDocument> documents) =>
        documents.OrderBy(found => found.Document.Name, StringComparer.Ordinal).ToDictionary(found => found.Document.Name, found => found.Depth);

    private static Dictionary<string, int> Closure(Guid start, ILookup<Guid, Guid> next)
    {
        var distances = new Dictionary<Guid, int> { [start] = 0 };
        for (var depth = 1; depth <= 64; depth++)
        {
            foreach (var far in distances.Where(pair => pair.Value == depth - 1).SelectMany(pair => next[pair.Key]).ToList())
                distances.TryAdd(far, depth);
        }

        distances.Remove(start);
        return distances.Select(pair => (Name: $"documents/{pair.Key}", pair.Value)).OrderBy(pair => pair.Name, StringComparer.Ordinal).ToDictionary(pair => pair.Name, pair => pair.Value);
    }

    private static bool IsAboveItself(Guid start, IReadOnlyCollection<(Guid From, Guid To)> edges)
    {
        var above = edges.Where(edge => edge.From == start).Select(edge => edge.To).ToHashSet();
        for (var size = 0; size < above.Count;)
        {
            size = above.Count;
            above.UnionWith(edges.Where(edge => above.Contains(edge.From)).Select(edge => edge.To).ToList());
        }

        return above.Contains(start);
    }
}
