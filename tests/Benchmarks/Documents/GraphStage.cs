using System.Reflection;
using Dapper;
using Npgsql;
using SocialPolicy.BuildingBlocks.Service.Messaging;
using SocialPolicy.Contracts.Events.PlanRegistry.V1;
using SocialPolicy.Harness;
using SocialPolicy.Harness.Identity;

namespace SocialPolicy.Benchmarks.Documents;

/// <summary>
/// A graph of 100,000 documents in four layers, as central, ministerial, provincial and local ones are: each carries out three of the
/// layer above and mentions three of any. Made once, of the same seed; it ends with this process.
/// </summary>
internal sealed class GraphStage
{
    private const int Starts = 2_000;

    private const string Fill = """
        select setseed(0.42);
        create temp table layers (layer int, first int, last int);
        insert into layers values (0, 1, 500), (1, 501, 2500), (2, 2501, 12500), (3, 12501, 100000);
        create temp table made as select gen_random_uuid() as id, n, layer from generate_series(1, 100000) n join layers on n between first and last;
        create unique index on made (n);
        insert into documents (id, version, number, number_key, issuer, issued_year, issued_month, issued_day, is_stub, is_ambiguous, search_text, created_at, updated_at)
        select id, 1, n || '/KH-UBND', n || '/kh-ubnd', 'UBND', 2024, 1, 1, false, false, '', now(), now() from made;
        insert into document_relations (id, from_id, to_id, kind, recorded_at, recorded_by)
        select gen_random_uuid(), f.id, t.id, e.kind, now(), 'benchmark'
        from (
            select distinct m.n, 'implements' as kind, l.first + floor(random() * (l.last - l.first + 1))::int as other
            from made m join layers l on l.layer = m.layer - 1, generate_series(1, 3)
            union
            select distinct m.n, 'cites', 1 + floor(random() * 100000)::int from made m, generate_series(1, 3)
        ) e join made f on f.n = e.n join made t on t.n = e.other
        where e.n <> e.other;
        """;

    private static readonly Lazy<Task<GraphStage>> Only = new(Open);

    private GraphStage(TestDatabase database, TestBroker broker, TestIssuer issuer, IReadOnlyList<Guid> documents) =>
        (Database, Broker, Issuer, Documents) = (database, broker, issuer, documents);

    public static Task<GraphStage> Ready => Only.Value;

    public static Assembly Service => Assembly.Load("PlanRegistry.Service");

    public TestDatabase Database { get; }

    public TestBroker Broker { get; }

    public TestIssuer Issuer { get; }

    /// <summary>Documents of the lowest layer, from which to walk.</summary>
    public IReadOnlyList<Guid> Documents { get; }

    private static async Task<GraphStage> Open()
    {
        var database = await TestDatabase.Create("planregistry", Service);
        await using var connection = new NpgsqlConnection(database.Owner);
        await connection.OpenAsync();
        await connection.ExecuteAsync(Fill, commandTimeout: 300);
        await connection.ExecuteAsync("vacuum analyze documents, document_relations", commandTimeout: 300);
        var starts = await connection.QueryAsync<Guid>("select id from made where layer = 3 order by n limit @Starts", new { Starts });
        var broker = await TestBroker.Create(new Facts("planregistry", new HashSet<Type> { typeof(PlanPublished), typeof(UnitsChanged), typeof(AgenciesChanged) }, new HashSet<Type>()));
        return new(database, broker, await TestIssuer.Start(), [.. starts]);
    }
}
