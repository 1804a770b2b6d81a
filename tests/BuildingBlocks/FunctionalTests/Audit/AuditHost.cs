using System.Net;
using Dapper;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using SocialPolicy.BuildingBlocks.Service.Api;
using SocialPolicy.BuildingBlocks.Service.Audit;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Storage;
using SocialPolicy.Harness;
using SocialPolicy.Harness.Identity;
using V1 = SocialPolicy.Operations.V1;

namespace SocialPolicy.BuildingBlocks.FunctionalTests.Audit;

/// <summary>A service with an audit log and nothing to say in it but what a test does, asked over gRPC.</summary>
internal sealed class AuditHost : IAsyncDisposable
{
    public const string Service = "things";

    private readonly TestIssuer issuer;
    private readonly WebApplication app;

    private AuditHost(TestIssuer issuer, WebApplication app) => (this.issuer, this.app) = (issuer, app);

    /// <summary>A key of an installation.</summary>
    public static string Key { get; } = Secrets.New() + Secrets.New();

    public IServiceProvider Services => app.Services;

    /// <summary>What seals, to be asked now; in a host that does not seal by itself.</summary>
    public AuditSealer Sealer => Services.GetRequiredService<AuditSealer>();

    public V1.AuditService.AuditServiceClient Auditor => As(Role.Auditor);

    /// <summary>Whose tokens it believes.</summary>
    public TestIssuer Issuer => issuer;

    /// <summary>Its commands, called with whatever headers a test has.</summary>
    public V1.OperationsService.OperationsServiceClient Operations => new(GrpcChannel.ForAddress(app.Urls.Single()));

    public static Task<TestDatabase> NewDatabase() => TestDatabase.Create(Service, typeof(AuditHost).Assembly);

    /// <param name="database">Its connection string.</param>
    /// <param name="seals">Whether it seals of its own accord.</param>
    /// <param name="keys">Keys with blanks between them.</param>
    public static async Task<AuditHost> Start(string database, bool seals = true, string? keys = null)
    {
        var issuer = await TestIssuer.Start();
        var host = new AuditHost(issuer, Build(database, issuer.Authority, seals, keys ?? Key));
        await host.app.StartAsync();
        return host;
    }

    public V1.AuditService.AuditServiceClient As(Role role)
    {
        var client = new HttpClient { DefaultRequestVersion = HttpVersion.Version20, DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };
        client.DefaultRequestHeaders.Authorization = new("Bearer", issuer.Token("auditor-1", role));
        return new(GrpcChannel.ForAddress(app.Urls.Single(), new() { HttpClient = client }));
    }

    /// <summary>Commits a command about a thing.</summary>
    public Task Command(string resource, string subject = "officer-1") => Services.GetRequiredService<Service.Requests.Requests>().Once<Empty>(null, false, default, new TestCall(subject: subject), work =>
    {
        work.Audit(resource);
        return Task.FromResult(new Empty());
    });

    /// <summary>Everything that verifying says, the end last.</summary>
    public async Task<IReadOnlyList<V1.VerifyAuditResponse>> Verify(params V1.AuditHead[] known)
    {
        using var call = Auditor.VerifyAudit(new() { KnownHeads = { known } });
        return await call.ResponseStream.ReadAllAsync().ToListAsync();
    }

    /// <summary>What verifying finds.</summary>
    public async Task<IReadOnlyList<V1.AuditFinding>> Findings(params V1.AuditHead[] known) =>
        [.. (await Verify(known)).Select(answer => answer.Finding).OfType<V1.AuditFinding>()];

    public async Task<T> Scalar<T>(string sql)
    {
        await using var connection = await Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();
        return (await connection.ExecuteScalarAsync<T>(sql))!;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        await issuer.DisposeAsync();
    }

    private static WebApplication Build(string database, string authority, bool seals, string keys)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            [$"ConnectionStrings:{Service}"] = database,
            ["Identity:Authority"] = authority,
            ["Audit:Keys"] = keys,
            ["Logging:LogLevel:Default"] = Environment.GetEnvironmentVariable("TEST_LOG") ?? "None",
        });
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.AddStorage(Service, typeof(AuditHost).Assembly);
        builder.AddApi("things.socialpolicy");
        if (!seals)
            builder.Services.Remove(builder.Services.Single(service => service.ServiceType == typeof(IHostedService) && service.ImplementationFactory is Func<IServiceProvider, AuditSealer>));
        var built = builder.Build();
        built.MapApi();
        return built;
    }
}
