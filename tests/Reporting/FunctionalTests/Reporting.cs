using Dapper;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.Contracts.Events;
using SocialPolicy.Contracts.Events.PlanRegistry.V1;
using SocialPolicy.Contracts.Events.Reporting.V1;
using SocialPolicy.Harness;
using SocialPolicy.Harness.Access;
using SocialPolicy.Harness.Fuzzing;
using SocialPolicy.Harness.Identity;
using SocialPolicy.Harness.Messaging;
using SocialPolicy.Harness.Services;
using SocialPolicy.Operations.V1;
using SocialPolicy.Reporting.Service.Reports;
using IJob = SocialPolicy.BuildingBlocks.Service.Operations.IJob;

namespace SocialPolicy.Reporting.FunctionalTests;

/// <summary>Reporting as others meet it: its own Program, database, broker and issuer. Indicators' answers are given by the test.</summary>
public sealed class Reporting : IAsyncLifetime
{
    private const int MostInOneFact = 500;

    private static readonly HashSet<Type> Announced =
    [
        typeof(RoundOpened), typeof(ObligationsIssued), typeof(ObligationRescheduled), typeof(ObligationExempted), typeof(ObligationOverdue), typeof(ObligationSettled),
        typeof(ReportSubmitted), typeof(ReportReturned), typeof(ReportAccepted), typeof(ReportConsolidated),
    ];

    private static readonly HashSet<Type> Heard = [typeof(UnitsChanged), typeof(AgenciesChanged), typeof(PlanPublished), typeof(PlanAmended)];

    private readonly string approval;
    private TestDatabase database = null!;
    private TestBroker broker = null!;
    private TestIssuer issuer = null!;
    private TestService service = null!;
    private FactSender sender = null!;
    private int directoryVersion;

    public Reporting()
        : this("")
    {
    }

    /// <summary>One that asks for approvals: none, required or by_another.</summary>
    internal Reporting(string approval) => this.approval = approval;

    public TestClock Clock { get; } = new();

    internal StandardTables Tables { get; } = new();

    public OperationsService.OperationsServiceClient Operations => new(As("operator", null, Role.Operator));

    /// <summary>Calls by those who may do everything, of none of the agencies and of each.</summary>
    internal Attack AttackedFrom(params IEnumerable<string> agencies) => new(
        service, [() => issuer.Token("everybody", Enum.GetValues<Role>()), .. agencies.Select(agency => (Func<string>)(() => issuer.TokenOf("officer", agency, Enum.GetValues<Role>())))]);

    public async Task InitializeAsync()
    {
        database = await TestDatabase.Create("reporting", typeof(IScorecards).Assembly);
        broker = await TestBroker.Create(new("reporting", Announced, Heard));
        issuer = await TestIssuer.Start();
        service = await TestService.Start(
            typeof(IScorecards).Assembly,
            new Dictionary<string, string>
            {
                ["ConnectionStrings:reporting"] = database.ConnectionString,
                ["ConnectionStrings:rabbitmq"] = broker.ConnectionString,
                ["Identity:Authority"] = issuer.Authority,
                ["Reports:Approval"] = approval,
            },
            services => services.AddSingleton<TimeProvider>(Clock).AddSingleton<IScorecards>(Tables));
        var health = service.Services.GetRequiredService<HealthCheckService>();
        await Eventually.Holds(async () => (await health.CheckHealthAsync()).Status is HealthStatus.Healthy, TimeSpan.FromSeconds(60));
        sender = await FactSender.Connect(broker.Administrator);
    }

    public async Task DisposeAsync()
    {
        if (sender is not null)
            await sender.DisposeAsync();
        if (service is not null)
            await service.DisposeAsync();
        await issuer.DisposeAsync();
        await broker.DisposeAsync();
        await database.DisposeAsync();
    }

    /// <summary>It is eight o'clock on that day in Vietnam.</summary>
    public void ItIs(int year, int month, int day) => Clock.MoveTo(new DateTimeOffset(year, month, day, 8, 0, 0, TimeSpan.FromHours(7)));

    /// <summary>Calls by an officer of an agency.</summary>
    public CallInvoker As(string subject, string? agency, params Role[] roles) =>
        service.As(agency is null ? issuer.Token(subject, roles) : issuer.TokenOf(subject, agency, roles));

    /// <summary>Every role of the agencies, of the whole installation and of none.</summary>
    internal EveryRole AsEveryRole(params IEnumerable<string> agencies) => new(
        Stand.Of(agencies), stand => stand.Agency.Length > 0 ? As("officer", stand.Agency, stand.Role) : service.As(issuer.TokenOf("system", null, stand.Role)));

    public CallInvoker AsNobody() => service.As(null);

    /// <summary>A job of the service, run without its lease.</summary>
    public Task<string> Run(string job) => service.Services.GetServices<IJob>().Single(known => known.Name == job).Run(CancellationToken.None);

    /// <summary>The service's own way to Indicators, which is not there.</summary>
    internal Scorecards Indicators => service.Services.GetServices<IScorecards>().OfType<Scorecards>().Single();

    /// <summary>Announces a plan as PlanRegistry does; the answer can be sent again.</summary>
    public async Task<Envelope> Announce(PlanPublished plan, long version = 3, Envelope? again = null)
    {
        var now = Clock.GetUtcNow();
        var envelope = again ?? new Envelope(
            Guid.CreateVersion7(), "planregistry.PlanPublished", 1, $"plans/{plan.PlanId}", version, now, now, "registrar", null);
        await sender.Send(plan, envelope);
        return envelope;
    }

    /// <summary>Announces the plan as an amendment left it.</summary>
    public Task Amend(PlanPublished plan, long version, DateOnly publishedOn)
    {
        var now = Clock.GetUtcNow();
        return sender.Send(
            new PlanAmended(Guid.CreateVersion7(), DateOnly.FromDateTime(now.UtcDateTime), "12/QĐ-UBND", publishedOn, plan, []),
            new Envelope(Guid.CreateVersion7(), "planregistry.PlanAmended", 1, $"plans/{plan.PlanId}", version, now, now, "registrar", null));
    }

    /// <summary>Announces agencies and units as PlanRegistry does, without waiting for them to be heard.</summary>
    public async Task Announce(IReadOnlyList<ChangedUnit> units, IReadOnlyList<ChangedAgency> agencies)
    {
        foreach (var part in units.Chunk(MostInOneFact))
            await sender.Send(new UnitsChanged(part), Directory("UnitsChanged"));
        foreach (var part in agencies.Chunk(MostInOneFact))
            await sender.Send(new AgenciesChanged(part), Directory("AgenciesChanged"));
    }

    /// <summary>The same, and returns when they are known.</summary>
    public async Task Knows(IReadOnlyList<ChangedUnit> units, IReadOnlyList<ChangedAgency> agencies)
    {
        await Announce(units, agencies);
        var ids = units.Select(unit => unit.UnitId).Concat(agencies.Select(agency => agency.AgencyId)).ToArray();
        await Eventually.Holds(async () => await Ask<long>(
            "select count(*) from (select id from directory_units union all select id from directory_agencies) known where id = any(@ids)",
            new { ids }) == ids.Length);
    }

    /// <summary>The same of agencies that were known already: returns when this is known of them.</summary>
    public async Task Hears(params ChangedAgency[] agencies)
    {
        await Announce([], agencies);
        var version = directoryVersion;
        var ids = agencies.Select(agency => agency.AgencyId).ToArray();
        await Eventually.Holds(async () => await Ask<long>(
            "select count(*) from directory_agencies where id = any(@ids) and version >= @version", new { ids, version }) == ids.Length);
    }

    /// <summary>How often a fact of this type was announced of an aggregate.</summary>
    public Task<long> Told<TFact>(string aggregate) => Ask<long>(
        "select count(*) from ground.outbox where type = @type and aggregate = @aggregate", new { type = $"reporting.{typeof(TFact).Name}", aggregate });

    public async Task<T> Ask<T>(string sql, object? parameters = null)
    {
        await using var connection = new NpgsqlConnection(database.Owner);
        return (await connection.ExecuteScalarAsync<T>(sql, parameters))!;
    }

    private Envelope Directory(string type)
    {
        var now = Clock.GetUtcNow();
        return new(Guid.CreateVersion7(), $"planregistry.{type}", 1, "directory", Interlocked.Increment(ref directoryVersion), now, now, "registrar", null);
    }
}

/// <summary>All functional tests share one service; each makes agencies and plans of its own.</summary>
[CollectionDefinition(nameof(Reporting))]
public sealed class ReportingCollection : ICollectionFixture<Reporting>;
