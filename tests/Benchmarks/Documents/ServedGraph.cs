using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.Harness;
using SocialPolicy.Harness.Services;
using SocialPolicy.PlanRegistry.V1;

namespace SocialPolicy.Benchmarks.Documents;

/// <summary>The register as in production: its own Program, with token, policy, errors and telemetry.</summary>
internal sealed class ServedGraph : GraphCalls
{
    private readonly TestService service;
    private readonly TestFolder folder;

    private ServedGraph(GraphStage stage, TestService service, TestFolder folder, double percentile)
        : base(stage, percentile)
    {
        (this.service, this.folder) = (service, folder);
        Client = new(service.As(stage.Issuer.Token("benchmarks", Role.Viewer)));
    }

    protected override DocumentService.DocumentServiceClient Client { get; }

    public static async Task<ServedGraph> Start(GraphStage stage, double percentile)
    {
        var folder = TestFolder.Create();
        var service = await TestService.Start(GraphStage.Service, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ConnectionStrings:planregistry"] = stage.Database.ConnectionString,
            ["ConnectionStrings:rabbitmq"] = stage.Broker.ConnectionString,
            ["Identity:Authority"] = stage.Issuer.Authority,
            ["Files:Path"] = Path.Combine(folder.Path, "files"),
        });
        return new(stage, service, folder, percentile);
    }

    public override async ValueTask DisposeAsync()
    {
        await service.DisposeAsync();
        folder.Dispose();
    }
}
