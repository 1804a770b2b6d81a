using System.Reflection;
using System.Text.Json;
using Dapper;
using Google.Protobuf;
using Npgsql;
using SocialPolicy.Benchmarks.Reading;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Messaging;
using SocialPolicy.Contracts.Events;
using SocialPolicy.Contracts.Events.PlanRegistry.V1;
using SocialPolicy.Harness;
using SocialPolicy.Harness.Identity;
using SocialPolicy.Harness.Services;
using SocialPolicy.PlanRegistry.V1;
using Task = System.Threading.Tasks.Task;

namespace SocialPolicy.Benchmarks.Plans;

/// <summary>
/// A register of 300 published plans: the five samples, each under sixty numbers, imported, confirmed and published by the service itself.
/// Beside them stand its own answers, for the bare service. Made once; it ends with this process.
/// </summary>
internal sealed class PlanStage
{
    private const int Numbers = 60;
    private const string Handed = "BENCHMARK_PLANS";
    private const string Bare = "bare";

    private static readonly Lazy<Task<PlanStage>> Only = new(Open);

    private readonly IReadOnlyDictionary<string, string> settings;

    private PlanStage(IReadOnlyDictionary<string, string> settings, TestIssuer issuer, IReadOnlyList<string> plans) =>
        (this.settings, Issuer, Plans) = (settings, issuer, plans);

    public static Task<PlanStage> Ready => Only.Value;

    public static Assembly Service => Assembly.Load("PlanRegistry.Service");

    public TestIssuer Issuer { get; }

    /// <summary>Names of the plans.</summary>
    public IReadOnlyList<string> Plans { get; }

    public static Guid IdOf(string name) => Guid.Parse(name.AsSpan("plans/".Length));

    /// <summary>Runs in the first process: the second inherits the settings.</summary>
    public void Hand() => Environment.SetEnvironmentVariable(Handed, JsonSerializer.Serialize(settings));

    /// <summary>Runs in the second process: those of the register's own Program.</summary>
    public static IReadOnlyDictionary<string, string> Settings() => All().Where(one => one.Key != Bare).ToDictionary();

    /// <summary>Runs in the second process: a pool as large as the register's, statements prepared as there.</summary>
    public static string BareConnection() => $"{All()[Bare]};Maximum Pool Size=20;Max Auto Prepare=50";

    private static Dictionary<string, string> All() => JsonSerializer.Deserialize<Dictionary<string, string>>(Environment.GetEnvironmentVariable(Handed)!)!;

    private static async Task<PlanStage> Open()
    {
        var database = await TestDatabase.Create("planregistry", Service);
        var facts = typeof(PlanPublished).Assembly.GetTypes().Where(type => type.Namespace == typeof(PlanPublished).Namespace && type.IsAssignableTo(typeof(IFact)));
        var broker = await TestBroker.Create(new Facts("planregistry", facts.ToHashSet(), new HashSet<Type>()));
        var issuer = await TestIssuer.Start();

        // Telemetry goes somewhere, or nothing would be recorded: here to an address that takes it and throws it away.
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ConnectionStrings:planregistry"] = database.ConnectionString,
            ["ConnectionStrings:rabbitmq"] = broker.ConnectionString,
            ["Identity:Authority"] = issuer.Authority,
            ["Files:Path"] = TestFolder.Create().Path,
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = issuer.Authority,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        };
        await using var service = await TestService.Start(Service, settings);
        var register = new PlanService.PlanServiceClient(service.As(issuer.Token("registrar", Role.Registrar)));
        var plans = new List<string>();
        foreach (var text in SamplePlans.Five)
        {
            for (var number = 1; number <= Numbers; number++)
                plans.Add(await Publish(register, $"Số: {number}/KH-UBND\n\n{text}"));
        }

        await Keep(database.Owner, register, plans);
        settings[Bare] = database.Owner;
        return new(settings, issuer, [.. plans.OrderBy(name => name[^4..], StringComparer.Ordinal)]);
    }

    private static async Task<string> Publish(PlanService.PlanServiceClient register, string text)
    {
        using var call = register.ImportPlan();
        await call.RequestStream.WriteAsync(new() { File = new() { FileName = "plan.txt" } });
        await call.RequestStream.WriteAsync(new() { Chunk = ByteString.CopyFromUtf8(text) });
        await call.RequestStream.CompleteAsync();
        var plan = await call;
        await register.ConfirmReadingAsync(new() { Name = plan.Name });
        return (await register.PublishPlanAsync(new() { Name = plan.Name })).Name;
    }

    private static async Task Keep(string owner, PlanService.PlanServiceClient register, IReadOnlyList<string> plans)
    {
        await using var connection = new NpgsqlConnection(owner);
        await connection.ExecuteAsync("create table bare_plans (id uuid primary key, basic bytea not null, whole bytea not null)");
        foreach (var name in plans)
        {
            var basic = await register.GetPlanAsync(new() { Name = name, View = PlanView.Basic });
            var whole = await register.GetPlanAsync(new() { Name = name });
            await connection.ExecuteAsync(
                "insert into bare_plans values (@id, @basic, @whole)", new { id = IdOf(name), basic = basic.ToByteArray(), whole = whole.ToByteArray() });
        }

        await connection.ExecuteAsync("vacuum analyze");
        Console.WriteLine($"{plans.Count} plans, of {await connection.QuerySingleAsync<int>("select avg(length(basic))::int from bare_plans"):N0} bytes (basic) and "
            + $"{await connection.QuerySingleAsync<int>("select avg(length(whole))::int from bare_plans"):N0} (full) on average");
    }
}
