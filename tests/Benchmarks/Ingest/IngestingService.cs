using System.Diagnostics;
using System.Reflection;
using Npgsql;
using SocialPolicy.Benchmarks.Events;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Messaging;
using SocialPolicy.BuildingBlocks.Service.Storage;
using SocialPolicy.Contracts.Events.Indicators.V1;
using SocialPolicy.Contracts.Events.PlanRegistry.V1;
using SocialPolicy.Harness;
using SocialPolicy.Harness.Identity;
using SocialPolicy.Harness.Services;
using SocialPolicy.Indicators.V1;

namespace SocialPolicy.Benchmarks.Ingest;

/// <summary>Indicators by its own Program, with a durable database of its own.</summary>
internal sealed class IngestingService : IAsyncDisposable
{
    private const string Name = "indicators";
    private const int RowsInAMessage = 1_000;

    private static readonly Assembly Service = Assembly.Load("Indicators.Service");
    private static readonly HashSet<Type> Says = [typeof(TargetsAdopted), typeof(ObservationsRecorded), typeof(TargetRated)];
    private static readonly HashSet<Type> Hears = [typeof(PlanPublished), typeof(PlanAmended), typeof(UnitsChanged), typeof(AgenciesChanged)];

    private readonly TestFolder folder = TestFolder.Create();
    private TestBroker broker = null!;
    private TestIssuer issuer = null!;
    private TestService service = null!;
    private ObservationService.ObservationServiceClient observations = null!;

    /// <summary>A migrated database with the country in it.</summary>
    public static async Task<string> NewDatabase()
    {
        var database = await (await Stage.Ready).NewDatabase();
        await Migrator.Run(new(Name, Service, database), new(null, null), Facts.None(Name), TextWriter.Null, CancellationToken.None);
        await Nation.Found(database);
        return database;
    }

    public static async Task<IngestingService> Start(string database)
    {
        var started = new IngestingService { broker = await TestBroker.Create(new(Name, Says, Hears)), issuer = await TestIssuer.Start() };
        started.service = await TestService.Start(Service, new Dictionary<string, string>
        {
            [$"ConnectionStrings:{Name}"] = database,
            ["ConnectionStrings:rabbitmq"] = started.broker.ConnectionString,
            ["Identity:Authority"] = started.issuer.Authority,
            ["Logging:LogLevel:SocialPolicy"] = "None",
            ["Files:Path"] = started.folder.Path,
        });
        return started;
    }

    /// <summary>Records the rows of a year as one act. Seconds, and what came of it.</summary>
    public async Task<(double Seconds, RecordObservationsResponse Answer)> Run(int year, int rows, int shift)
    {
        observations = new(service.As(issuer.TokenOf("office", Nation.Office, Role.ReportingOfficer)));
        List<RecordObservationsRequest> messages = [.. Nation.Year(rows, shift).Chunk(RowsInAMessage).Select(chunk => Message(year, chunk))];
        var began = Stopwatch.GetTimestamp();
        using var call = observations.RecordObservations();
        await call.RequestStream.WriteAsync(new() { Batch = new() { Agency = Nation.Office, Source = "Báo cáo của xã" } });
        foreach (var message in messages)
            await call.RequestStream.WriteAsync(message);
        await call.RequestStream.CompleteAsync();
        var answer = await call.ResponseAsync;
        return (Stopwatch.GetElapsedTime(began).TotalSeconds, answer);
    }

    public async ValueTask DisposeAsync()
    {
        await service.DisposeAsync();
        await issuer.DisposeAsync();
        await broker.DisposeAsync();
        folder.Dispose();
        NpgsqlConnection.ClearAllPools();
    }

    private static RecordObservationsRequest Message(int year, IEnumerable<(int Commune, int Indicator, int Month, decimal Value)> rows) => new()
    {
        Rows = new()
        {
            Rows =
            {
                rows.Select(row => new ObservationRow
                {
                    Indicator = Nation.Indicator(row.Indicator),
                    Unit = Nation.Unit(row.Commune),
                    Period = Nation.Period(year, row.Month),
                    Value = FormattableString.Invariant($"{row.Value}"),
                }),
            },
        },
    };
}
