using System.Reflection;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.Contracts.Events.PlanRegistry.V1;
using SocialPolicy.Harness;
using SocialPolicy.Harness.Identity;
using SocialPolicy.Harness.Services;
using SocialPolicy.PlanRegistry.V1;

namespace SocialPolicy.Benchmarks.Country;

/// <summary>PlanRegistry by its own Program, with a database and a broker of its own.</summary>
internal sealed class EmptyRegistry : IAsyncDisposable
{
    private const int AtOnce = 500;

    private static readonly Assembly Service = Assembly.Load("PlanRegistry.Service");

    private readonly TestFolder folder = TestFolder.Create();
    private TestDatabase database = null!;
    private TestBroker broker = null!;
    private TestIssuer issuer = null!;
    private TestService service = null!;

    private DirectoryService.DirectoryServiceClient directory = null!;

    /// <summary>The owner's connection string.</summary>
    public string Database => database.Owner;

    public static async Task<EmptyRegistry> Start()
    {
        var registry = new EmptyRegistry
        {
            database = await TestDatabase.Create("planregistry", Service),
            broker = await TestBroker.Create(new(
                "planregistry", new HashSet<Type> { typeof(PlanPublished), typeof(UnitsChanged), typeof(AgenciesChanged), typeof(UnitSucceeded), typeof(AgencySucceeded) }, new HashSet<Type>())),
            issuer = await TestIssuer.Start(),
        };
        registry.service = await TestService.Start(Service, new Dictionary<string, string>
        {
            ["ConnectionStrings:planregistry"] = registry.database.ConnectionString,
            ["ConnectionStrings:rabbitmq"] = registry.broker.ConnectionString,
            ["Identity:Authority"] = registry.issuer.Authority,
            ["Files:Path"] = Path.Combine(registry.folder.Path, "files"),
        });
        registry.directory = new(registry.service.As(registry.issuer.Token("registrar", [Role.Registrar])));
        return registry;
    }

    /// <summary>Sends everything as the command line does.</summary>
    public async Task<ImportDirectoryResponse> Import(IEnumerable<ImportDirectoryRequest.Types.UnitRow> units, IEnumerable<ImportDirectoryRequest.Types.AgencyRow> agencies)
    {
        using var call = directory.ImportDirectory();
        await call.RequestStream.WriteAsync(new() { Options = new() });
        foreach (var part in units.Chunk(AtOnce))
            await call.RequestStream.WriteAsync(new() { Rows = new() { Units = { part } } });
        foreach (var part in agencies.Chunk(AtOnce))
            await call.RequestStream.WriteAsync(new() { Rows = new() { Agencies = { part } } });
        await call.RequestStream.CompleteAsync();
        return await call.ResponseAsync;
    }

    public async ValueTask DisposeAsync()
    {
        await service.DisposeAsync();
        await issuer.DisposeAsync();
        await broker.DisposeAsync();
        await database.DisposeAsync();
        folder.Dispose();
    }
}
