using System.Reflection;
using Dapper;
using Google.Protobuf;
using Npgsql;
using SocialPolicy.Benchmarks.Reading;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.Contracts.Events.PlanRegistry.V1;
using SocialPolicy.Harness;
using SocialPolicy.Harness.Identity;
using SocialPolicy.Harness.Services;
using SocialPolicy.PlanRegistry.V1;
using Task = System.Threading.Tasks.Task;

namespace SocialPolicy.Benchmarks.Search;

/// <summary>PlanRegistry by its own Program over 2,000 plans, about 70,000 targets and 100,000 tasks: the samples many times over, their words varied.</summary>
internal sealed class GrownRegister
{
    private const string Service = "planregistry";
    private const string SelectAny = "select kind, id from search_entries where words @@ phraseto_tsquery('simple', @query) limit 20";

    private static readonly Lazy<Task<GrownRegister>> Only = new(Open);
    private readonly NpgsqlDataSource database;
    private readonly SearchService.SearchServiceClient search;

    private GrownRegister(NpgsqlDataSource database, SearchService.SearchServiceClient search) => (this.database, this.search) = (database, search);

    /// <summary>Made on first use, within a few minutes; it ends with this process.</summary>
    public static Task<GrownRegister> Ready => Only.Value;

    /// <summary>Through the service, ranked and highlighted.</summary>
    public async Task Search(string query) => await search.SearchAsync(new() { Query = query });

    /// <summary>Some entries that hold the words, as the database finds them first.</summary>
    public async Task Match(string query)
    {
        await using var connection = await database.OpenConnectionAsync();
        (await connection.QueryAsync(SelectAny, new { query = query.ToLowerInvariant() })).AsList();
    }

    private static async Task<GrownRegister> Open()
    {
        var program = Assembly.Load("PlanRegistry.Service");
        var database = await TestDatabase.Create(Service, program);
        var broker = await TestBroker.Create(new(Service, new HashSet<Type> { typeof(PlanPublished), typeof(UnitsChanged), typeof(AgenciesChanged) }, new HashSet<Type>()));
        var issuer = await TestIssuer.Start();
        var service = await TestService.Start(program, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [$"ConnectionStrings:{Service}"] = database.ConnectionString,
            ["ConnectionStrings:rabbitmq"] = broker.ConnectionString,
            ["Identity:Authority"] = issuer.Authority,
            ["Files:Path"] = TestFolder.Create().Path,
        });
        var plans = new PlanService.PlanServiceClient(service.As(issuer.Token("registrar", [Role.Registrar])));
        foreach (var text in SamplePlans.Five)
            await Import(plans, text);
        await Grow(database.Owner);
        return new(NpgsqlDataSource.Create(database.Owner), new(service.As(issuer.Token("viewer", [Role.Viewer]))));
    }

    private static async Task Import(PlanService.PlanServiceClient plans, string text)
    {
        using var call = plans.ImportPlan();
        await call.RequestStream.WriteAsync(new() { File = new() { FileName = "plan.txt" } });
        foreach (var part in text.Chunk(100_000))
            await call.RequestStream.WriteAsync(new() { Chunk = ByteString.CopyFromUtf8(new string(part)) });
        await call.RequestStream.CompleteAsync();
        await call;
    }

    private static async Task Grow(string owner)
    {
        await using var connection = new NpgsqlConnection(owner);
        using var sql = new StreamReader(typeof(GrownRegister).Assembly.GetManifestResourceStream("grow.sql")!);
        await connection.ExecuteAsync(await sql.ReadToEndAsync(), commandTimeout: 900);
    }
}
