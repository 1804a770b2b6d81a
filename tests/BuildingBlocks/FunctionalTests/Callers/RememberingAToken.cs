using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.Harness.Identity;

namespace SocialPolicy.BuildingBlocks.FunctionalTests.Callers;

public class RememberingAToken
{
    [Theory]
    [InlineData(0)]
    [InlineData(500)]
    public async Task Checks_it_once_however_many_agencies_it_names(int agencies)
    {
        await using var issuer = await TestIssuer.Start();
        await using var services = new ServiceCollection().AddHttpClient().BuildServiceProvider();
        using var keys = new IssuerKeys(
            services.GetRequiredService<IHttpClientFactory>(), Options.Create(new IdentityOptions { Authority = issuer.Authority }), NullLogger<IssuerKeys>.Instance);
        var tokens = new CallerTokens(keys, Options.Create(new IdentityOptions()));
        var token = issuer.Claims("demo-officer", agency: null, Role.ReportingOfficer);
        token.Claims["act_for"] = Enumerable.Range(0, agencies).Select(number => $"spp:sl.ubnd-huyen-{number:000}").ToArray();
        var header = $"Bearer {issuer.Sign(token)}";

        var first = await tokens.Read(header, CancellationToken.None);
        var second = await tokens.Read(header, CancellationToken.None);

        first.ActingFor.Count.ShouldBe(agencies);
        second.ShouldBeSameAs(first);
    }
}
