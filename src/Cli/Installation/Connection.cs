using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Client.Configuration;
using SocialPolicy.Indicators.V1;
using SocialPolicy.Notifications.V1;
using SocialPolicy.Operations.V1;
using SocialPolicy.PlanRegistry.V1;
using SocialPolicy.Reporting.V1;

namespace SocialPolicy.Cli.Installation;

/// <summary>Signed-in clients of the services of one installation.</summary>
/// <param name="folder">The installation on this machine.</param>
/// <param name="addresses">SERVICE=URL for services elsewhere; they come before what runs here.</param>
/// <param name="sandboxClient">The client of the sandbox to sign in as; null: the operator of this machine.</param>
/// <param name="trust">Whose certificates are believed; null: as the system does.</param>
internal sealed class Connection(DataFolder folder, IReadOnlyList<string> addresses, string? sandboxClient = null, Trust? trust = null) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // No service waits longer.
    private static readonly TimeSpan LongPatience = TimeSpan.FromMinutes(10);

    // Every command of this program may be repeated: by its request id, by its content, or because a second time changes nothing.
    private static readonly ServiceConfig WhileAServiceRestarts = new()
    {
        MethodConfigs =
        {
            new MethodConfig
            {
                Names = { MethodName.Default },
                RetryPolicy = new RetryPolicy
                {
                    MaxAttempts = 5,
                    InitialBackoff = TimeSpan.FromMilliseconds(200),
                    MaxBackoff = TimeSpan.FromSeconds(3),
                    BackoffMultiplier = 3,
                    RetryableStatusCodes = { StatusCode.Unavailable },
                },
            },
        },
    };

    private readonly Dictionary<Uri, GrpcChannel> channels = [];
    private readonly SignIn signIn = new(folder, trust ?? Trust.InSystem, sandboxClient);

    public DataFolder Folder => folder;

    public Trust Trust => trust ?? Trust.InSystem;

    public PlanService.PlanServiceClient Plans => new(Invoker("planregistry"));

    public AmendmentService.AmendmentServiceClient Amendments => new(Invoker("planregistry"));

    public DirectoryService.DirectoryServiceClient Directory => new(Invoker("planregistry"));

    public SuccessionService.SuccessionServiceClient Successions => new(Invoker("planregistry"));

    public AssignmentService.AssignmentServiceClient Assignments => new(Invoker("planregistry"));
    public DocumentService.DocumentServiceClient Documents => new(Invoker("planregistry"));
    public AlignmentService.AlignmentServiceClient Alignment => new(Invoker("planregistry"));

    public SearchService.SearchServiceClient Search => new(Invoker("planregistry"));
    public OwnerService.OwnerServiceClient Owners => new(Invoker("planregistry"));

    public TaskService.TaskServiceClient Tasks => new(Invoker("planregistry"));

    public MatterService.MatterServiceClient Matters => new(Invoker("planregistry"));

    public TargetService.TargetServiceClient Targets => new(Invoker("indicators"));

    public IndicatorService.IndicatorServiceClient Indicators => new(Invoker("indicators"));

    public ObservationService.ObservationServiceClient Observations => new(Invoker("indicators"));

    public FigureService.FigureServiceClient Figures => new(Invoker("indicators"));

    public DutyService.DutyServiceClient Duties => new(Invoker("reporting"));

    public RoundService.RoundServiceClient Rounds => new(Invoker("reporting"));

    public ObligationService.ObligationServiceClient Obligations => new(Invoker("reporting"));

    public ReportService.ReportServiceClient Reports => new(Invoker("reporting"));

    public ConsolidationService.ConsolidationServiceClient Consolidations => new(Invoker("reporting"));

    public NoticeService.NoticeServiceClient Notices => new(Invoker("notifications"));

    public OperationsService.OperationsServiceClient Operations(string service) => new(Invoker(service));

    public AuditService.AuditServiceClient Audit(string service) => new(Invoker(service));

    /// <summary>The same installation, as a client of its sandbox.</summary>
    public Connection As(string client) => new(folder, addresses, client, trust);

    /// <summary>Options for one call: it never waits for ever.</summary>
    public static CallOptions Call(CancellationToken cancellation) =>
        new(deadline: TimeProvider.System.GetUtcNow().Add(Patience).UtcDateTime, cancellationToken: cancellation);

    /// <summary>Options for one call that may count for minutes.</summary>
    public static CallOptions LongCall(CancellationToken cancellation) =>
        new(deadline: TimeProvider.System.GetUtcNow().Add(LongPatience).UtcDateTime, cancellationToken: cancellation);

    public Task<string> Token(CancellationToken cancellation) => signIn.Token(AddressOf("tokens"), cancellation);

    /// <summary>Where a service answers: what was said on the command line, else what runs here.</summary>
    public Uri AddressOf(string service)
    {
        var said = addresses.Select(pair => pair.Split('=', 2)).FirstOrDefault(pair => pair is [var name, _] && name == service);
        if (said is null && service == "tokens" && Environment.GetEnvironmentVariable("SPP_AUTHORITY") is { Length: > 0 } authority)
            return new Uri(authority);
        return said is not null
            ? new Uri(said[1])
            : RunningResources.Read(folder)?.UrlOf(service, "http")
              ?? throw new NotReachable($"No installation is running in {folder}, so {service} has no address. Start it with ./run, or give --address {service}=URL.");
    }

    /// <summary>One for each address: a service that starts anew may listen elsewhere.</summary>
    internal GrpcChannel ChannelTo(string service)
    {
        var address = AddressOf(service);
        lock (channels)
        {
            if (!channels.TryGetValue(address, out var channel))
                channels[address] = channel = Open(address);
            return channel;
        }
    }

    public void Dispose()
    {
        foreach (var channel in channels.Values)
            channel.Dispose();
    }

    private CallInvoker Invoker(string service) => ChannelTo(service).CreateCallInvoker();

    private GrpcChannel Open(Uri address)
    {
        var handler = Trust.Handler();
        handler.EnableMultipleHttp2Connections = true;
        return GrpcChannel.ForAddress(address, new GrpcChannelOptions
        {
            HttpHandler = new BearerHandler(Token) { InnerHandler = handler },
            MaxReceiveMessageSize = 16 * 1024 * 1024,
            ServiceConfig = WhileAServiceRestarts,
        });
    }
}

/// <summary>Nobody is there to ask.</summary>
internal sealed class NotReachable(string message) : Exception(message);
