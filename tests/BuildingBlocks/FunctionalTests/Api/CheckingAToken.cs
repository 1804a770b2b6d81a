using System.Security.Cryptography;
using System.Text;
using Grpc.Core;
using Microsoft.IdentityModel.Tokens;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.Harness.Identity;
using SocialPolicy.PlanRegistry.V1;

namespace SocialPolicy.BuildingBlocks.FunctionalTests.Api;

public class CheckingAToken(ProbeHost host) : IClassFixture<ProbeHost>
{
    [Fact]
    public async Task Tells_the_method_who_calls()
    {
        var token = host.Issuer.Claims("tran.thi.b", agency: "agencies/ub-son-la", Role.FocalOfficer, Role.Viewer);
        token.Claims["act_for"] = new[] { "agencies/so-noi-vu" };

        var seen = await host.Plans.GetPlanAsync(new(), ProbeHost.Bearer(host.Issuer.Sign(token)));

        seen.Name.ShouldBe("tran.thi.b");
        seen.Number.ShouldBe("tests");
        seen.Issuer.ShouldBe("agencies/ub-son-la");
        seen.Title.ShouldBe("FocalOfficer Viewer");
        seen.Signer.ShouldBe("agencies/so-noi-vu");
    }

    [Fact]
    public async Task Leaves_out_roles_that_it_does_not_know()
    {
        var token = host.Issuer.Claims("tran.thi.b", agency: null, Role.Viewer);
        token.Claims["roles"] = new[] { "minister", "viewer" };

        (await host.Plans.GetPlanAsync(new(), ProbeHost.Bearer(host.Issuer.Sign(token)))).Title.ShouldBe("Viewer");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Basic dXNlcjpwYXNz")]
    public async Task Misses_a_token(string? header)
    {
        var headers = new Metadata();
        if (header is not null)
            headers.Add("authorization", header);

        await IsUnknown(headers, "missing");
    }

    [Fact]
    public async Task Refuses_an_expired_one()
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var token = host.Issuer.Claims("nguyen.van.a", agency: null);
        (token.IssuedAt, token.NotBefore, token.Expires) = (now.AddMinutes(-20), now.AddMinutes(-20), now.AddMinutes(-10));

        await IsUnknown(ProbeHost.Bearer(host.Issuer.Sign(token)), "expired");
    }

    [Fact]
    public async Task Refuses_one_for_another_audience()
    {
        var token = host.Issuer.Claims("nguyen.van.a", agency: null);
        token.Audience = "another";

        await IsUnknown(ProbeHost.Bearer(host.Issuer.Sign(token)), "invalid");
    }

    [Fact]
    public async Task Refuses_one_that_names_another_issuer()
    {
        var token = host.Issuer.Claims("nguyen.van.a", agency: null);
        token.Issuer = "https://issuer.example";

        await IsUnknown(ProbeHost.Bearer(host.Issuer.Sign(token)), "invalid");
    }

    [Fact]
    public async Task Refuses_one_signed_by_another_issuer_in_the_name_of_the_right_one()
    {
        await using var other = await TestIssuer.Start();
        var token = other.Claims("nguyen.van.a", agency: null);
        token.Issuer = host.Issuer.Authority;

        await IsUnknown(ProbeHost.Bearer(other.Sign(token)), "invalid");
    }

    [Fact]
    public async Task Refuses_one_without_a_signature()
    {
        var parts = host.Issuer.Token("nguyen.van.a").Split('.');

        await IsUnknown(ProbeHost.Bearer($"{Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""")}.{parts[1]}."), "invalid");
    }

    [Fact]
    public async Task Refuses_one_signed_with_the_public_key_as_a_secret()
    {
        var publicKey = host.Issuer.Key.ECDsa.ExportSubjectPublicKeyInfo();
        var payload = host.Issuer.Token("nguyen.van.a").Split('.')[1];
        var header = Base64UrlEncoder.Encode($$"""{"alg":"HS256","typ":"JWT","kid":"{{host.Issuer.Key.KeyId}}"}""");
        var signature = HMACSHA256.HashData(publicKey, Encoding.ASCII.GetBytes($"{header}.{payload}"));

        await IsUnknown(ProbeHost.Bearer($"{header}.{payload}.{Base64UrlEncoder.Encode(signature)}"), "invalid");
    }

    [Fact]
    public async Task Refuses_one_whose_content_was_changed()
    {
        var parts = host.Issuer.Token("nguyen.van.a").Split('.');
        var content = Base64UrlEncoder.Decode(parts[1]).Replace("nguyen.van.a", "nguyen.van.z", StringComparison.Ordinal);

        await IsUnknown(ProbeHost.Bearer($"{parts[0]}.{Base64UrlEncoder.Encode(content)}.{parts[2]}"), "invalid");
    }

    [Fact]
    public async Task Refuses_one_without_a_subject()
    {
        var token = host.Issuer.Claims("", agency: null);

        await IsUnknown(ProbeHost.Bearer(host.Issuer.Sign(token)), "invalid");
    }

    [Fact]
    public async Task Forgets_what_it_checked_with_a_key_that_the_issuer_withdrew()
    {
        await using var issuer = await TestIssuer.Start();
        var own = new ProbeHost(issuer, issuer.Authority);
        await own.InitializeAsync();
        var old = issuer.Token("nguyen.van.a");
        await own.Plans.GetPlanAsync(new(), ProbeHost.Bearer(old));

        issuer.ReplaceKey();
        (await own.Plans.GetPlanAsync(new(), ProbeHost.Bearer(issuer.Token("tran.thi.b")))).Name.ShouldBe("tran.thi.b");

        (await Refused.By(own.Plans.GetPlanAsync(new(), ProbeHost.Bearer(old)))).Info.Reason.ShouldBe("CALLER_UNKNOWN");
        await own.DisposeAsync();
    }

    private async Task IsUnknown(Metadata headers, string why)
    {
        var refused = await Refused.By(host.Plans.GetPlanAsync(new GetPlanRequest(), headers));

        refused.Code.ShouldBe(StatusCode.Unauthenticated);
        refused.Info.Reason.ShouldBe("CALLER_UNKNOWN");
        refused.Info.Domain.ShouldBe("probe.socialpolicy");
        refused.Info.Metadata["token"].ShouldBe(why);
    }
}
