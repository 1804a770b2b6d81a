using Microsoft.Extensions.DependencyInjection;
using SocialPolicy.BuildingBlocks.FunctionalTests.Api;
using SocialPolicy.BuildingBlocks.Service.Limits;
using SocialPolicy.Harness.Identity;

namespace SocialPolicy.BuildingBlocks.FunctionalTests.Limits;

/// <summary>A host with limits that a test can reach, and an issuer of its own.</summary>
internal sealed class LimitedHost : IAsyncDisposable
{
    private readonly TestIssuer issuer;

    private LimitedHost(TestIssuer issuer, ProbeHost service) => (this.issuer, Service) = (issuer, service);

    public ProbeHost Service { get; }

    public static async Task<LimitedHost> Start(Action<LimitOptions> limits)
    {
        var issuer = await TestIssuer.Start();
        var service = new ProbeHost(issuer, issuer.Authority, builder => builder.Services.Configure(limits));
        await service.InitializeAsync();
        return new(issuer, service);
    }

    public async ValueTask DisposeAsync()
    {
        await Service.DisposeAsync();
        await issuer.DisposeAsync();
    }
}
