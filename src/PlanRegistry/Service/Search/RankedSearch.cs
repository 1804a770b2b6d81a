using System.Data;
using Dapper;
using Npgsql;
using SocialPolicy.PlanRegistry.Domain.Search;

namespace SocialPolicy.PlanRegistry.Service.Search;

/// <summary>
/// Reads entries best first. Each tier of each part of the table is one statement that stops when the page is full, so a common word
/// costs no more than a rare one: the best are found by walking from the top, the few by their words.
/// </summary>
internal sealed class RankedSearch(SearchQuery query, IReadOnlyCollection<string> kinds, Guid? plan, Guid[] hidden)
{
    private const string Select = "select kind, id, plan_id, head, body, standing from";

    private const string Rest = """
        and kind = any(@kinds) and (@plan::uuid is null or plan_id = @plan) and (plan_id <> all(@hidden) is not false)
            and (@standing::int is null or (standing, id) < (@standing, @id::uuid))
        order by standing desc, id desc limit @limit
        """;

    // A number is found by how it begins; then what it has is found by no other tier.
    private const string ByNumber = "where number_key >= @number and number_key < @number || U&'\\FFFF' and (@beside::text is null or words @@ @beside::tsquery)";
    private const string NotByNumber = "and (@number::text is null or number_key is null or not (number_key >= @number and number_key < @number || U&'\\FFFF'))";

    private static readonly Dictionary<SearchTier, string> Conditions = new()
    {
        [SearchTier.Number] = ByNumber,
        [SearchTier.HeadPhrase] = $"where head_words @@ @phrase::tsquery {NotByNumber}",
        [SearchTier.HeadWords] = $"where head_words @@ @all::tsquery and not head_words @@ @phrase::tsquery {NotByNumber}",
        [SearchTier.Phrase] = $"where words @@ @phrase::tsquery and not head_words @@ @all::tsquery {NotByNumber}",
        [SearchTier.Words] = $"where words @@ @all::tsquery and not words @@ @phrase::tsquery and not head_words @@ @all::tsquery {NotByNumber}",
    };

    // In the order of their standing.
    private static readonly (string Table, string[] Kinds)[] Parts =
    [
        ("search_names", ["plan", "agency", "unit", "document"]),
        ("search_targets", ["target"]),
        ("search_tasks", ["task"]),
    ];

    /// <summary>At most <paramref name="limit"/> entries behind a position.</summary>
    public async Task<IReadOnlyList<FoundEntry>> Run(NpgsqlConnection connection, SearchPosition? after, int limit, CancellationToken ct)
    {
        // One moment for all statements; and each is planned for its own words: what is right for a rare one is not for a common one.
        await using var moment = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        await connection.ExecuteAsync(new("set local plan_cache_mode = force_custom_plan; set transaction read only", transaction: moment, cancellationToken: ct));
        var found = new List<FoundEntry>();
        foreach (var tier in Tiers().Where(tier => after is null || tier <= after.Tier))
        {
            foreach (var (table, ofPart) in Parts.Where(part => part.Kinds.Any(kinds.Contains)))
            {
                var sql = $"{Select} {table} {Conditions[tier]} {Rest}";
                var rows = await connection.QueryAsync<FoundEntry>(new(sql, Parameters(after?.Tier == tier ? after : null, limit - found.Count), moment, cancellationToken: ct));
                found.AddRange(rows.Select(row => With(row, tier)));
                if (found.Count >= limit)
                    return found;
            }
        }

        return found;
    }

    // One word stands behind no other.
    private IEnumerable<SearchTier> Tiers()
    {
        if (query.Number is not null)
            yield return SearchTier.Number;
        yield return SearchTier.HeadPhrase;
        if (query.Terms.Count > 1)
            yield return SearchTier.HeadWords;
        yield return SearchTier.Phrase;
        if (query.Terms.Count > 1)
            yield return SearchTier.Words;
    }

    private object Parameters(SearchPosition? after, int limit) => new
    {
        all = TextQueries.All(query.Terms),
        phrase = TextQueries.Phrase(query.Terms),
        number = query.Number,
        beside = query.BesideNumber.Count > 0 ? TextQueries.All(query.BesideNumber) : null,
        kinds,
        plan,
        hidden,
        standing = after?.Standing,
        id = after?.Id,
        limit,
    };

    private static FoundEntry With(FoundEntry row, SearchTier tier)
    {
        row.Tier = tier;
        return row;
    }
}
