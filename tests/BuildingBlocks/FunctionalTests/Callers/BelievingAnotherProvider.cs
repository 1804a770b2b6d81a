using System.Security.Cryptography;
using System.Text;
using Grpc.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using SocialPolicy.BuildingBlocks.FunctionalTests.Api;
using SocialPolicy.Harness;

namespace SocialPolicy.BuildingBlocks.FunctionalTests.Callers;

/// <summary>A service that configuration points to a provider other than the installation's own.</summary>
public sealed class BelievingAnotherProvider : IAsyncLifetime
{
    private static readonly Dictionary<string, string?> ItsWords = new()
    {
        ["Identity:Audience"] = "nen-tang-chinh-sach",
        ["Identity:Claims:Subject"] = "preferred_username",
        ["Identity:Claims:Roles"] = "realm_access.roles",
        ["Identity:Claims:Agency"] = "don_vi",
        ["Identity:Claims:ActFor"] = "https://so.example/thay_mat",
        ["Identity:RoleWords:focal_officer"] = "can-bo-dau-moi",
    };

    private ForeignProvider provider = null!;

    public async Task InitializeAsync() => provider = await ForeignProvider.Start();

    public async Task DisposeAsync() => await provider.DisposeAsync();

    [Fact]
    public async Task Reads_its_claims_by_its_words()
    {
        await using var host = await Host();

        var seen = await host.Call(provider.Token());

        seen.Name.ShouldBe("nguyen.van.a");
        seen.Number.ShouldBe("cong-thong-tin");
        seen.Title.ShouldBe("FocalOfficer Viewer");
        seen.Issuer.ShouldBe("spp:sl.so-y-te");
        seen.Signer.ShouldBe("spp:sl.so-xay-dung spp:sl.so-tai-chinh");
    }

    [Fact]
    public async Task Follows_its_keys()
    {
        await using var host = await Host();
        var old = provider.Token();
        await host.Call(old);

        provider.Rotate();

        await host.Call(provider.Token());
        await host.Refuses(old);
    }

    [Fact]
    public async Task Takes_rsa_where_configuration_says_so()
    {
        await using var host = await Host(("Identity:Algorithms:0", "ES256"), ("Identity:Algorithms:1", "RS256"));

        (await host.Call(provider.Token(provider.Rsa))).Name.ShouldBe("nguyen.van.a");
        (await host.Call(provider.Token())).Name.ShouldBe("nguyen.van.a");
    }

    [Fact]
    public async Task Takes_no_rsa_where_nobody_said_so()
    {
        await using var host = await Host();
        await host.Call(provider.Token());

        await host.Refuses(provider.Token(provider.Rsa));
    }

    [Fact]
    public async Task Takes_no_other_audience()
    {
        await using var host = await Host();

        await host.Refuses(provider.Token(audience: "socialpolicy"));
    }

    [Fact]
    public async Task Takes_neither_an_unsigned_token_nor_one_signed_with_a_public_key_as_a_secret()
    {
        await using var host = await Host(("Identity:Algorithms:0", "ES256"), ("Identity:Algorithms:1", "RS256"));
        var parts = provider.Token(provider.Rsa).Split('.');

        await host.Refuses($"{Header("none", provider.Rsa.KeyId)}.{parts[1]}.");
        await host.Refuses($"{Header("none", provider.Rsa.KeyId)}.{parts[1]}.{parts[2]}");
        foreach (var (key, id) in ((AsymmetricAlgorithm, string)[])[(provider.Rsa.Rsa, provider.Rsa.KeyId), (provider.Elliptic.ECDsa, provider.Elliptic.KeyId)])
        {
            foreach (var secret in (byte[][])[key.ExportSubjectPublicKeyInfo(), Encoding.ASCII.GetBytes(key.ExportSubjectPublicKeyInfoPem())])
            {
                var content = $"{Header("HS256", id)}.{parts[1]}";
                await host.Refuses($"{content}.{Base64UrlEncoder.Encode(HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes(content)))}");
            }
        }
    }

    [Theory]
    [InlineData("HS256")]
    [InlineData("none")]
    public async Task Cannot_be_told_to_take_what_anybody_could_have_made(string algorithm) =>
        (await Should.ThrowAsync<OptionsValidationException>(() => Host(("Identity:Algorithms:0", algorithm)))).Message.ShouldContain("Identity:Algorithms");

    [Theory]
    [InlineData("Identity:Audience", "")]
    [InlineData("Identity:RoleWords:minister", "bo-truong")]
    public async Task Cannot_be_told_what_makes_no_sense(string setting, string value) =>
        (await Should.ThrowAsync<OptionsValidationException>(() => Host((setting, value)))).Message.ShouldContain(setting[..setting.LastIndexOf(':')]);

    [Fact]
    public async Task Believes_none_that_calls_itself_another()
    {
        provider.CallsItself = "https://issuer.example/";
        await using var host = await Host();

        (await Refused.By(host.Ask(provider.Token()))).Info.Reason.ShouldBe("ISSUER_UNAVAILABLE");
    }

    private async Task<Believer> Host(params (string Name, string Value)[] more)
    {
        var settings = new Dictionary<string, string?>(ItsWords);
        foreach (var (name, value) in more)
            settings[name] = value;
        var host = new ProbeHost(issuer: null, provider.Issuer, builder => builder.Configuration.AddInMemoryCollection(settings));
        await host.InitializeAsync();
        return new(host);
    }

    private sealed class Believer(ProbeHost host) : IAsyncDisposable
    {
        public AsyncUnaryCall<PlanRegistry.V1.Plan> Ask(string token) => host.Plans.GetPlanAsync(new(), ProbeHost.Bearer(token));

        public async Task<PlanRegistry.V1.Plan> Call(string token)
        {
            await ItsKeysAreThere(token);
            return await Ask(token).ResponseAsync;
        }

        public async Task Refuses(string token)
        {
            await ItsKeysAreThere(token);
            var refused = await Refused.By(Ask(token));
            (refused.Code, refused.Info.Reason, refused.Info.Metadata["token"]).ShouldBe((StatusCode.Unauthenticated, "CALLER_UNKNOWN", "invalid"));
        }

        // On a busy machine the provider may take longer to tell them than a service waits; who calls is told to try again.
        private Task ItsKeysAreThere(string token) => Eventually.Holds(async () =>
        {
            try
            {
                await Ask(token);
                return true;
            }
            catch (RpcException refused)
            {
                return refused.StatusCode is not StatusCode.Unavailable;
            }
        });

        public async ValueTask DisposeAsync() => await host.DisposeAsync();
    }

    private static string Header(string algorithm, string keyId) => Base64UrlEncoder.Encode($$"""{"alg":"{{algorithm}}","typ":"at+jwt","kid":"{{keyId}}"}""");
}
