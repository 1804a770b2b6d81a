using Dapper;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Operations;
using SocialPolicy.Contracts.Events;
using SocialPolicy.Contracts.Events.Notifications.V1;
using SocialPolicy.Contracts.Events.PlanRegistry.V1;
using SocialPolicy.Contracts.Events.Reporting.V1;
using SocialPolicy.Harness;
using SocialPolicy.Harness.Access;
using SocialPolicy.Harness.Fuzzing;
using SocialPolicy.Harness.Identity;
using SocialPolicy.Harness.Messaging;
using SocialPolicy.Harness.Services;
using SocialPolicy.Notifications.Service.Notices;
using SocialPolicy.Notifications.Service.Sending;
using Mode = SocialPolicy.Notifications.V1.DeliverySettings.Types.Mode;

namespace SocialPolicy.Notifications.FunctionalTests.Notices;

/// <summary>Notifications as others meet it: its own Program, database, broker, issuer and mail server. Only Reporting is played.</summary>
public sealed class Office : IAsyncLifetime
{
    private static readonly HashSet<Type> Announced = [typeof(NoticeDelivered), typeof(NoticeFailed)];

    private static readonly HashSet<Type> Consumed =
        [typeof(UnitsChanged), typeof(AgenciesChanged), typeof(ObligationsIssued), typeof(ReportSubmitted), typeof(ReportReturned), typeof(ObligationSettled),
        typeof(ObligationRescheduled), typeof(ObligationExempted)];

    private TestDatabase database = null!;
    private TestBroker broker = null!;
    private TestIssuer issuer = null!;
    private TestService service = null!;
    private FactSender sender = null!;
    private long directoryVersion;

    public TestClock Clock { get; } = new();

    public SmtpSink Mail { get; } = new();

    internal FakeObligations Reporting { get; } = new();

    public V1.NoticeService.NoticeServiceClient Notices => new(service.As(issuer.Token("operator", Role.Operator)));

    public V1.NoticeService.NoticeServiceClient Administrator => new(service.As(issuer.Token("administrator", Role.Administrator)));

    public V1.NoticeService.NoticeServiceClient NoticesOf(string agencyCode) =>
        new(service.As(issuer.TokenOf("officer", agencyCode, Role.ReportingOfficer)));

    /// <summary>Calls by those who may do everything, of none of the agencies and of each.</summary>
    internal Attack AttackedFrom(params IEnumerable<string> agencies) => new(
        service, [() => issuer.Token("everybody", Enum.GetValues<Role>()), .. agencies.Select(agency => (Func<string>)(() => issuer.TokenOf("officer", agency, Enum.GetValues<Role>())))]);

    public async Task InitializeAsync()
    {
        database = await TestDatabase.Create("notifications", typeof(NoticeService).Assembly);
        broker = await TestBroker.Create(new("notifications", Announced, Consumed));
        issuer = await TestIssuer.Start();
        service = await TestService.Start(
            typeof(NoticeService).Assembly,
            new Dictionary<string, string>
            {
                ["ConnectionStrings:notifications"] = database.ConnectionString,
                ["ConnectionStrings:rabbitmq"] = broker.ConnectionString,
                ["Identity:Authority"] = issuer.Authority,
                ["Smtp:Host"] = "127.0.0.1",
                ["Smtp:Port"] = Mail.Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
                ["Smtp:From"] = "thong-bao@example.vn",
                ["Smtp:StartTls"] = "false",
            },
            services => services.AddSingleton<TimeProvider>(Clock).AddSingleton<IObligations>(Reporting));
        var health = service.Services.GetRequiredService<HealthCheckService>();
        await Eventually.Holds(async () => (await health.CheckHealthAsync()).Status is HealthStatus.Healthy, TimeSpan.FromSeconds(60));
        sender = await FactSender.Connect(broker.Administrator);
    }

    public async Task DisposeAsync()
    {
        await sender.DisposeAsync();
        await service.DisposeAsync();
        await Mail.DisposeAsync();
        await issuer.DisposeAsync();
        await broker.DisposeAsync();
        await database.DisposeAsync();
    }

    /// <summary>Every role of the agencies, of the whole installation and of none.</summary>
    internal EveryRole AsEveryRole(params IEnumerable<string> agencies) => new(
        Stand.Of(agencies), stand => service.As(issuer.TokenOf("officer", stand.Agency.Length > 0 ? stand.Agency : null, stand.Role)));

    /// <summary>Calls by an officer of an agency.</summary>
    public CallInvoker As(string agency, params Role[] roles) => service.As(issuer.TokenOf("officer", agency, roles));

    /// <summary>The directory says this of agencies now.</summary>
    public async Task Knows(params ChangedAgency[] agencies)
    {
        var version = Interlocked.Increment(ref directoryVersion);
        await Announce(new AgenciesChanged(agencies), "directory", version);
        var ids = agencies.Select(agency => agency.AgencyId).ToArray();
        await Eventually.Holds(async () => await Ask<long>("select count(*) from directory_agencies where id = any(@ids) and version >= @version", new { ids, version }) == ids.Length);
    }

    public Task<V1.DeliverySettings> Set(Mode mode, string redirect = "", bool paused = false) => Notices.UpdateDeliverySettingsAsync(new()
    {
        Settings = new() { Mode = mode, RedirectAddress = redirect, Paused = paused },
        UpdateMask = new() { Paths = { "mode", "redirect_address", "paused" } },
    }).ResponseAsync;

    /// <summary>The directory says that an agency ended yesterday, and who took over.</summary>
    public async Task Ends(ADebt debt, Guid agency, params Guid[] heirs)
    {
        await Announce(debt.Ended(agency, Today.AddDays(-1), heirs), "directory", Interlocked.Increment(ref directoryVersion));
        await Eventually.Holds(async () => await Ask<bool>(
            "select exists (select from directory_agencies where id = @agency and valid_to is not null and succeeded_by = @heirs)", new { agency, heirs }));
    }

    /// <summary>The directory says that none of the two has ended.</summary>
    public async Task IsThereAgain(ADebt debt)
    {
        await Announce(debt.Agencies, "directory", Interlocked.Increment(ref directoryVersion));
        await Eventually.Holds(async () => !await Ask<bool>("select exists (select from directory_agencies where id in (@Agency, @Receiver) and valid_to is not null)", debt));
    }

    public Task Sweep() => Run("sweep-reminders");

    public Task Send() => Run("send-notices");

    public async Task<IReadOnlyList<V1.Notice>> NoticesAbout(ADebt debt) =>
        (await Notices.ListNoticesAsync(new() { Obligation = $"obligations/{debt.Obligation}" })).Notices;

    public async Task Announce(IFact fact, string aggregate, long version)
    {
        var now = Clock.GetUtcNow();
        var envelope = new Envelope(Guid.CreateVersion7(), $"reporting.{fact.GetType().Name}", 1, aggregate, version, now, now, "reporting", null);
        await (fact switch
        {
            AgenciesChanged agencies => sender.Send(agencies, envelope with { Type = "planregistry.AgenciesChanged" }),
            ObligationsIssued issued => sender.Send(issued, envelope),
            ReportSubmitted submitted => sender.Send(submitted, envelope),
            ReportReturned returned => sender.Send(returned, envelope),
            ObligationSettled settled => sender.Send(settled, envelope),
            ObligationRescheduled moved => sender.Send(moved, envelope),
            ObligationExempted exempted => sender.Send(exempted, envelope),
            _ => throw new ArgumentException($"{fact.GetType().Name} is nothing that this service hears of.", nameof(fact)),
        });
    }

    /// <summary>Two agencies of the directory, and one of them owing the other a report.</summary>
    public async Task<ADebt> Owes(int daysLeft, Func<ADebt, ADebt>? but = null, bool issued = true)
    {
        var debt = new ADebt { Due = Today.AddDays(daysLeft) };
        debt = but?.Invoke(debt) ?? debt;
        await Announce(debt.Agencies, "directory", Interlocked.Increment(ref directoryVersion));
        await Eventually.Holds(async () => await Ask<long>("select count(*) from directory_agencies where id in (@Agency, @Receiver)", debt) == 2);
        if (issued)
            await Issue(debt);
        return debt;
    }

    public async Task Issue(ADebt debt)
    {
        await Announce(debt.Issued, $"rounds/{debt.Round}", 1);
        await Eventually.Holds(async () => await Ask<bool>("select exists (select from owed where obligation_id = @Obligation and issued_on is not null)", debt));
    }

    public DateOnly Today => DateOnly.FromDateTime(Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(7)).DateTime);

    internal Task Run(string name) => service.Services.GetServices<IJob>().Single(job => job.Name == name).Run(CancellationToken.None);

    public async Task<T> Ask<T>(string sql, object? parameters = null)
    {
        await using var connection = new NpgsqlConnection(database.Owner);
        return (await connection.ExecuteScalarAsync<T>(sql, parameters))!;
    }
}
