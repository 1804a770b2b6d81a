using Dapper;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Files;
using SocialPolicy.BuildingBlocks.Service.Operations;
using SocialPolicy.Contracts.Events;
using SocialPolicy.Contracts.Events.PlanRegistry.V1;
using SocialPolicy.Harness;
using SocialPolicy.Harness.Access;
using SocialPolicy.Harness.Fuzzing;
using SocialPolicy.Harness.Identity;
using SocialPolicy.Harness.Services;
using SocialPolicy.PlanRegistry.Service.Plans;
using Timestamp = Google.Protobuf.WellKnownTypes.Timestamp;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Plans;

/// <summary>The register as callers meet it: its own Program, database, files, issuer and clock.</summary>
public sealed class Registry : IAsyncLifetime
{
    private static readonly HashSet<Type> Announced =
        [.. typeof(PlanPublished).Assembly.GetTypes().Where(type => type.Namespace == typeof(PlanPublished).Namespace && type.IsAssignableTo(typeof(IFact)))];

    private readonly TestFolder folder = TestFolder.Create();
    private TestDatabase database = null!;
    private TestBroker broker = null!;
    private TestIssuer issuer = null!;
    private TestService service = null!;

    public TestClock Clock { get; } = new();

    /// <summary>A caller who may do everything here.</summary>
    public V1.PlanService.PlanServiceClient Registrar { get; private set; } = null!;

    /// <summary>The directory, for a caller who may import it.</summary>
    public V1.DirectoryService.DirectoryServiceClient Directory { get; private set; } = null!;

    /// <summary>Amendments, for a caller who may record them.</summary>
    public V1.AmendmentService.AmendmentServiceClient Amendments { get; private set; } = null!;

    /// <summary>What becomes of units and agencies, for a caller who may record it.</summary>
    public V1.SuccessionService.SuccessionServiceClient Successions { get; private set; } = null!;

    /// <summary>Names in plans that wait for a person, for a caller who may assign them.</summary>
    public V1.AssignmentService.AssignmentServiceClient Assignments { get; private set; } = null!;

    /// <summary>The graph of documents, for a caller who may change it.</summary>
    public V1.DocumentService.DocumentServiceClient Documents { get; private set; } = null!;

    /// <summary>The vertical check, for a caller who may accept what it finds.</summary>
    public V1.AlignmentService.AlignmentServiceClient Alignment { get; private set; } = null!;

    /// <summary>Search, for a caller who may only look.</summary>
    public V1.SearchService.SearchServiceClient Searcher { get; private set; } = null!;

    /// <summary>Owners of targets and tasks, for a caller who may assign them.</summary>
    public V1.OwnerService.OwnerServiceClient Owners => new(Calls);

    /// <summary>The work on tasks, for a caller who may record for anybody.</summary>
    public V1.TaskService.TaskServiceClient Tasks => new(Calls);

    /// <summary>Matters, for a caller who may act for anybody.</summary>
    public V1.MatterService.MatterServiceClient Matters => new(Calls);

    /// <summary>Any call, by a caller who may do everything here.</summary>
    public CallInvoker Calls => CallsOf(service);

    /// <summary>Calls by those who may do everything, of none of the agencies and of each.</summary>
    internal Attack AttackedFrom(params IEnumerable<string> agencies) => new(
        service, [() => issuer.Token("everybody", Enum.GetValues<Role>()), .. agencies.Select(agency => (Func<string>)(() => issuer.TokenOf("officer", agency, Enum.GetValues<Role>())))]);

    /// <summary>What its Program registered.</summary>
    public IServiceProvider Services => service.Services;

    public async Task InitializeAsync()
    {
        database = await TestDatabase.Create("planregistry", typeof(PlanService).Assembly);
        broker = await TestBroker.Create(new("planregistry", Announced, new HashSet<Type>()));
        issuer = await TestIssuer.Start();
        service = await Start();
        Registrar = As("registrar", Role.Registrar);
        Directory = DirectoryAs("registrar", Role.Registrar);
        Amendments = AmendmentsAs("registrar", Role.Registrar);
        Successions = SuccessionsAs("registrar", Role.Registrar);
        Assignments = AssignmentsAs("registrar", Role.Registrar);
        Documents = DocumentsAs("registrar", Role.Registrar);
        Alignment = AlignmentAs("registrar", Role.Registrar);
        Searcher = new(service.As(issuer.Token("viewer", Role.Viewer)));
    }

    public async Task DisposeAsync()
    {
        await service.DisposeAsync();
        await issuer.DisposeAsync();
        await broker.DisposeAsync();
        await database.DisposeAsync();
        folder.Dispose();
    }

    /// <summary>A second instance of the service over the same database, until it is disposed.</summary>
    public async Task<(TestService Service, V1.PlanService.PlanServiceClient Plans)> Replica(IReadOnlyDictionary<string, string>? settings = null)
    {
        var replica = await Start(settings);
        return (replica, new(CallsOf(replica)));
    }

    /// <summary>Any call to such an instance, by a caller who may do everything here.</summary>
    public CallInvoker CallsOf(TestService replica) => replica.As(issuer.Token("registrar", Role.Registrar));

    public V1.PlanService.PlanServiceClient As(string subject, params Role[] roles) => new(service.As(issuer.Token(subject, roles)));

    public V1.DirectoryService.DirectoryServiceClient DirectoryAs(string subject, params Role[] roles) => new(service.As(issuer.Token(subject, roles)));

    public V1.AmendmentService.AmendmentServiceClient AmendmentsAs(string subject, params Role[] roles) => new(service.As(issuer.Token(subject, roles)));

    public V1.SuccessionService.SuccessionServiceClient SuccessionsAs(string subject, params Role[] roles) => new(service.As(issuer.Token(subject, roles)));

    public V1.AssignmentService.AssignmentServiceClient AssignmentsAs(string subject, params Role[] roles) => new(service.As(issuer.Token(subject, roles)));

    public V1.DocumentService.DocumentServiceClient DocumentsAs(string subject, params Role[] roles) => new(service.As(issuer.Token(subject, roles)));

    public V1.AlignmentService.AlignmentServiceClient AlignmentAs(string subject, params Role[] roles) => new(service.As(issuer.Token(subject, roles)));

    /// <summary>A signed-in caller of an agency, for any client.</summary>
    public CallInvoker Of(string agency, params Role[] roles) => service.As(issuer.TokenOf("officer", agency, roles));

    /// <summary>Every role of the agencies, of the whole installation and of none.</summary>
    internal EveryRole AsEveryRole(params IEnumerable<string> agencies) => new(
        Stand.Of(agencies), stand => stand.Agency.Length > 0 ? Of(stand.Agency, stand.Role) : ActingFor([], stand.Role));

    /// <summary>A signed-in caller who may act for agencies and belongs to none, for any client.</summary>
    public CallInvoker ActingFor(string[] agencies, params Role[] roles) => service.As(issuer.TokenOf("system", null, agencies, roles));

    public V1.PlanService.PlanServiceClient AsNobody() => new(service.As(null));

    public Task<V1.Plan> Import(string text, V1.ImportPlanRequest.Types.File? file = null) => Import(ByteString.CopyFromUtf8(text), file);

    /// <summary>Sends a file in two chunks.</summary>
    public Task<V1.Plan> Import(ByteString bytes, V1.ImportPlanRequest.Types.File? file = null) => Import(Registrar, bytes, file);

    public static async Task<V1.Plan> Import(V1.PlanService.PlanServiceClient plans, ByteString bytes, V1.ImportPlanRequest.Types.File? file = null)
    {
        using var call = plans.ImportPlan();
        await call.RequestStream.WriteAsync(new() { File = file ?? new() { FileName = "plan.txt" } });
        var half = bytes.Length / 2;
        await call.RequestStream.WriteAsync(new() { Chunk = ByteString.CopyFrom(bytes.Span[..half]) });
        await call.RequestStream.WriteAsync(new() { Chunk = ByteString.CopyFrom(bytes.Span[half..]) });
        await call.RequestStream.CompleteAsync();
        return await call;
    }

    public async Task<V1.Plan> ImportConfirmed()
    {
        var plan = await Import(SamplePlan.Text());
        return await Registrar.ConfirmReadingAsync(new() { Name = plan.Name });
    }

    public async Task<V1.Plan> ImportPublished()
    {
        var plan = await ImportConfirmed();
        return await Registrar.PublishPlanAsync(new() { Name = plan.Name });
    }

    /// <summary>What the database holds, as its owner sees it.</summary>
    public async Task<T> Ask<T>(string sql, object? parameters = null)
    {
        await using var connection = new NpgsqlConnection(database.Owner);
        return (await connection.QuerySingleAsync<T>(sql, parameters))!;
    }

    /// <summary>Puts something into the database as its owner may.</summary>
    public async Task Do(string sql, object? parameters = null)
    {
        await using var connection = new NpgsqlConnection(database.Owner);
        await connection.ExecuteAsync(sql, parameters);
    }

    /// <summary>The bytes kept of the file a plan was read from.</summary>
    public async Task<byte[]> FileOf(V1.Plan plan)
    {
        var bytes = new MemoryStream();
        await using var file = await service.Services.GetRequiredService<IFileStore>().Open(plan.Source.Sha256, CancellationToken.None);
        await file.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    /// <summary>So many hours ago, but not before the plan was taken in.</summary>
    public Timestamp Since(V1.Plan plan, int hours)
    {
        var ago = Timestamp.FromDateTimeOffset(Clock.GetUtcNow().AddHours(-hours));
        return ago > plan.CreateTime ? ago : plan.CreateTime;
    }

    public Task<long> Announcements(string plan, string fact = "PlanPublished") =>
        Ask<long>("select count(*) from ground.outbox where aggregate = @plan and type = @type", new { plan, type = $"planregistry.{fact}" });

    /// <summary>Runs a job of the service once; what it says it did.</summary>
    public Task<string> Run(string job) => Services.GetServices<IJob>().Single(one => one.Name == job).Run(CancellationToken.None);

    private Task<TestService> Start(IReadOnlyDictionary<string, string>? settings = null) => TestService.Start(
        typeof(PlanService).Assembly,
        new Dictionary<string, string>(settings ?? new Dictionary<string, string>())
        {
            ["ConnectionStrings:planregistry"] = database.ConnectionString,
            ["ConnectionStrings:rabbitmq"] = broker.ConnectionString,
            ["Identity:Authority"] = issuer.Authority,
            ["Files:Path"] = Path.Combine(folder.Path, "files"),
        },
        services => services.AddSingleton<TimeProvider>(Clock));
}
