using System.Text.Json;
using Dapper;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.Contracts.Events;
using SocialPolicy.Contracts.Events.Indicators.V1;
using SocialPolicy.Contracts.Events.PlanRegistry.V1;
using SocialPolicy.Harness;
using SocialPolicy.Harness.Access;
using SocialPolicy.Harness.Fuzzing;
using SocialPolicy.Harness.Identity;
using SocialPolicy.Harness.Messaging;
using SocialPolicy.Harness.Services;
using SocialPolicy.Indicators.FunctionalTests.Targets;
using SocialPolicy.Indicators.Service.Targets;
using SocialPolicy.Operations.V1;

namespace SocialPolicy.Indicators.FunctionalTests;

/// <summary>One service for all tests: they share nothing but its database, where each has plans of its own.</summary>
[CollectionDefinition(nameof(Indicators))]
public sealed class IndicatorsCollection : ICollectionFixture<Indicators>;

/// <summary>Indicators as others meet it: its own Program, database, broker and issuer.</summary>
public sealed class Indicators : IAsyncLifetime
{
    private static readonly HashSet<Type> Says = [typeof(TargetsAdopted), typeof(ObservationsRecorded), typeof(TargetRated)];
    private static readonly HashSet<Type> Hears = [typeof(PlanPublished), typeof(PlanAmended), typeof(UnitsChanged), typeof(AgenciesChanged)];

    private readonly TestFolder folder = TestFolder.Create();
    private TestDatabase database = null!;
    private TestBroker broker = null!;
    private TestIssuer issuer = null!;
    private TestService service = null!;
    private FactSender sender = null!;
    private long directoryVersion;

    public TestClock Clock { get; } = new();

    public V1.TargetService.TargetServiceClient Targets => new(service.As(issuer.Token("viewer", Role.Viewer)));

    /// <summary>Reads observations.</summary>
    public V1.ObservationService.ObservationServiceClient Observations => new(service.As(issuer.Token("viewer", Role.Viewer)));

    /// <summary>Reads figures.</summary>
    public V1.FigureService.FigureServiceClient Figures => new(service.As(issuer.Token("viewer", Role.Viewer)));

    public V1.FigureService.FigureServiceClient FiguresForNobody => new(service.As(null));

    /// <summary>Compares roll-ups with their values.</summary>
    public V1.ObservationService.ObservationServiceClient Auditing => new(service.As(issuer.Token("auditor", Role.Auditor)));

    /// <summary>Reads the catalogue.</summary>
    public V1.IndicatorService.IndicatorServiceClient Catalogue => new(service.As(issuer.Token("viewer", Role.Viewer)));

    /// <summary>Keeps the catalogue.</summary>
    public V1.IndicatorService.IndicatorServiceClient Keeper => new(service.As(issuer.Token("keeper", Role.Registrar)));

    /// <summary>Says which indicators targets ask for.</summary>
    public V1.TargetService.TargetServiceClient TargetKeeper => new(service.As(issuer.Token("keeper", Role.Registrar)));

    public V1.TargetService.TargetServiceClient TargetsForNobody => new(service.As(null));

    public OperationsService.OperationsServiceClient Operations => new(service.As(issuer.Token("operator", Role.Operator)));

    /// <summary>Calls by those who may do everything, of none of the agencies and of each.</summary>
    internal Attack AttackedFrom(params IEnumerable<string> agencies) => new(
        service, [() => issuer.Token("everybody", Enum.GetValues<Role>()), .. agencies.Select(agency => (Func<string>)(() => issuer.TokenOf("officer", agency, Enum.GetValues<Role>())))]);

    public async Task InitializeAsync()
    {
        database = await TestDatabase.Create("indicators", typeof(TargetService).Assembly);
        broker = await TestBroker.Create(new("indicators", Says, Hears));
        issuer = await TestIssuer.Start();
        service = await TestService.Start(
            typeof(TargetService).Assembly,
            new Dictionary<string, string>
            {
                ["ConnectionStrings:indicators"] = database.ConnectionString,
                ["ConnectionStrings:rabbitmq"] = broker.ConnectionString,
                ["Identity:Authority"] = issuer.Authority,
                ["Files:Path"] = folder.Path,
            },
            services => services.AddSingleton<TimeProvider>(Clock));
        var health = service.Services.GetRequiredService<HealthCheckService>();
        await Eventually.Holds(async () => (await health.CheckHealthAsync()).Status is HealthStatus.Healthy, TimeSpan.FromSeconds(60));
        sender = await FactSender.Connect(broker.Administrator);
    }

    public async Task DisposeAsync()
    {
        await sender.DisposeAsync();
        await service.DisposeAsync();
        await issuer.DisposeAsync();
        await broker.DisposeAsync();
        await database.DisposeAsync();
    }

    /// <summary>Announces a plan as PlanRegistry does; the answer can be sent again.</summary>
    public async Task<Envelope> Announce(PlanPublished plan, long version = 3, Envelope? again = null)
    {
        var now = Clock.GetUtcNow();
        var envelope = again ?? new Envelope(
            Guid.CreateVersion7(now), "planregistry.PlanPublished", 1, $"plans/{plan.PlanId}", version, now, now, "registrar", null);
        await sender.Send(plan, envelope);
        return envelope;
    }

    /// <summary>Announces the plan as an amendment left it.</summary>
    public Task Amend(PlanPublished plan, long version)
    {
        var now = Clock.GetUtcNow();
        return sender.Send(
            new PlanAmended(Guid.CreateVersion7(now), new(2026, 11, 1), "12/QĐ-UBND", new(2026, 10, 1), plan, []),
            new(Guid.CreateVersion7(now), "planregistry.PlanAmended", 1, $"plans/{plan.PlanId}", version, now, now, "registrar", null));
    }

    /// <summary>Announces a plan of nobody known, whose targets are measured wherever they are, and returns when they are in force.</summary>
    public Task<PlanPublished> Adopt(params PublishedTarget[] targets) => AdoptOf(null, targets);

    /// <summary>Announces a plan of a unit, and returns when its targets are in force.</summary>
    public async Task<PlanPublished> AdoptOf(ChangedUnit? unit, params PublishedTarget[] targets)
    {
        var plan = APlan.With(targets) with { IssuerAgencyId = null, UnitId = unit?.UnitId };
        await Announce(plan);
        await Eventually.Holds(async () => (await TargetsOf(plan)).Count == targets.Length);
        return plan;
    }

    /// <summary>Announces a unit as PlanRegistry does, and returns when it is known here.</summary>
    public async Task<ChangedUnit> AUnit(string level = "commune", ChangedUnit? within = null, DateOnly? validTo = null, params ChangedUnit[] heirs)
    {
        var id = Guid.CreateVersion7();
        var unit = new ChangedUnit(id, [$"gso:{id:N}"], $"Đơn vị {id:N}", level, within?.UnitId, null, validTo, [.. heirs.Select(heir => heir.UnitId)]);
        await Change(unit);
        return unit;
    }

    /// <summary>Announces what became of a unit, and returns when it is known here.</summary>
    public async Task Change(ChangedUnit unit)
    {
        var version = Interlocked.Increment(ref directoryVersion);
        var now = Clock.GetUtcNow();
        await sender.Send(new UnitsChanged([unit]), new(Guid.CreateVersion7(now), "planregistry.UnitsChanged", 1, "directory", version, now, now, "registrar", null));
        await Eventually.Holds(() => Ask<bool>("select exists (select from directory_units where id = @UnitId and version >= @version)", new { unit.UnitId, version }));
    }

    /// <summary>Announces an agency as PlanRegistry does, and returns when it is known here: of a unit of its own, unless one is named.</summary>
    public async Task<ChangedAgency> AnAgency(DateOnly? validTo = null, ChangedAgency? below = null, ChangedUnit? of = null)
    {
        var unit = of ?? await AUnit();
        var id = Guid.CreateVersion7();
        var agency = new ChangedAgency(
            id, [$"spp:{id:N}"], $"Sở {id:N}", "department", unit.UnitId, below?.AgencyId, false, null, validTo, [], null);
        var now = Clock.GetUtcNow();
        await sender.Send(new AgenciesChanged([agency]), new(
            Guid.CreateVersion7(now), "planregistry.AgenciesChanged", 1, "directory", Interlocked.Increment(ref directoryVersion), now, now, "registrar", null));
        await Eventually.Holds(() => Ask<bool>("select exists (select from directory_agencies where id = @id)", new { id }));
        return agency;
    }

    /// <summary>Every role of the agencies, of the whole installation and of none.</summary>
    internal EveryRole AsEveryRole(params IEnumerable<string> agencies) => new(
        Stand.Of(agencies), stand => service.As(issuer.TokenOf("officer", stand.Agency.Length > 0 ? stand.Agency : null, stand.Role)));

    /// <summary>Calls by an officer of an agency.</summary>
    public CallInvoker As(string agency, params Role[] roles) => service.As(issuer.TokenOf("officer", agency, roles));

    /// <summary>Calls of an officer of the agency, who may act for others.</summary>
    public V1.ObservationService.ObservationServiceClient OfficerOf(ChangedAgency agency, params ChangedAgency[] actingFor) => new(service.As(
        issuer.TokenOf("officer", agency.Codes[0], actingFor.Select(other => other.Codes[0]), Role.ReportingOfficer)));

    /// <summary>A file that the service keeps, by its SHA-256; null when it does not.</summary>
    public async Task<byte[]?> Kept(string sha256) =>
        Path.Combine(folder.Path, sha256[..2], sha256[2..4], sha256) is var path && File.Exists(path) ? await File.ReadAllBytesAsync(path) : null;

    /// <summary>What the service announced of an aggregate, in order.</summary>
    public async Task<IReadOnlyList<(long Version, TFact Fact)>> Announced<TFact>(string aggregate)
        where TFact : IFact
    {
        await using var connection = new NpgsqlConnection(database.Owner);
        var rows = await connection.QueryAsync<(long Version, string Payload)>(
            "select aggregate_version, payload from ground.outbox where type = @type and aggregate = @aggregate order by position",
            new { type = $"indicators.{typeof(TFact).Name}", aggregate });
        return [.. rows.Select(row => (row.Version, JsonSerializer.Deserialize<TFact>(row.Payload, JsonSerializerOptions.Web)!))];
    }

    /// <summary>The acts that recorded values of a target.</summary>
    public async Task<IReadOnlyList<(long Version, ObservationsRecorded Fact)>> RecordedOf(PublishedTarget target)
    {
        await using var connection = new NpgsqlConnection(database.Owner);
        var acts = await connection.QueryAsync<string>(
            """
            select 'observationBatches/' || batch_id from observations_seen
            where indicator_id = (select indicator_id from targets_in_force where id = @TargetId) order by batch
            """,
            target);
        var facts = new List<(long, ObservationsRecorded)>();
        foreach (var act in acts)
            facts.AddRange(await Announced<ObservationsRecorded>(act));
        return facts;
    }

    public async Task<IReadOnlyList<V1.Target>> TargetsOf(PlanPublished plan) =>
        (await Targets.ListTargetsAsync(new() { Plan = $"plans/{plan.PlanId}", PageSize = 1000 })).Targets;

    /// <summary>Returns when every announcement sent so far has been dealt with: queues keep their order.</summary>
    public async Task Settled()
    {
        var last = APlan.With(APlan.Target());
        await Announce(last);
        await Eventually.Holds(async () => (await TargetsOf(last)).Count == 1);
    }

    public async Task<T> Ask<T>(string sql, object? parameters = null)
    {
        await using var connection = new NpgsqlConnection(database.Owner);
        return (await connection.ExecuteScalarAsync<T>(sql, parameters))!;
    }
}
