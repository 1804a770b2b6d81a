using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;

namespace SocialPolicy.TokenService.FunctionalTests;

public sealed class AskingForAToken : IAsyncLifetime
{
    private TokenHost host = null!;

    public async Task InitializeAsync() => host = await TokenHost.Start();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task Gives_one_to_a_client_that_knows_its_secret()
    {
        using var response = await host.Ask("spp", host.Secret);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        answer.GetProperty("token_type").GetString().ShouldBe("Bearer");
        answer.GetProperty("expires_in").GetInt32().ShouldBeInRange(590, 600);

        var token = new JsonWebToken(answer.GetProperty("access_token").GetString());
        token.Issuer.ShouldBe($"{host.Address}/");
        token.Audiences.ShouldBe(["socialpolicy"]);
        token.Alg.ShouldBe("ES256");
        token.Typ.ShouldBe("at+jwt");
        token.Subject.ShouldBe("spp");
        (token.ValidTo - token.IssuedAt).ShouldBe(TimeSpan.FromMinutes(10));
        token.GetPayloadValue<string>("client_id").ShouldBe("spp");
        token.GetPayloadValue<string[]>("roles").ShouldBe(["administrator", "operator", "registrar", "auditor"]);
        token.GetPayloadValue<string[]>("act_for").ShouldBeEmpty();
        token.TryGetPayloadValue<string>("agency", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Never_gives_the_same_one_twice()
    {
        var first = new JsonWebToken(await host.Token());
        var second = new JsonWebToken(await host.Token());

        second.Id.ShouldNotBe(first.Id);
    }

    [Fact]
    public async Task Works_with_a_header_too()
    {
        using var response = await host.Http.SendAsync(ByHeader("spp", host.Secret));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Answers_a_wrong_secret_as_an_unknown_client()
    {
        using var wrong = await host.Ask("spp", host.Secret[..^1] + "x");
        using var unknown = await host.Ask("nobody", host.Secret);

        wrong.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        unknown.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await wrong.Content.ReadAsStringAsync()).ShouldBe(await unknown.Content.ReadAsStringAsync());
        (await Error(wrong)).ShouldBe("invalid_client");
    }

    [Fact]
    public async Task Challenges_a_client_that_used_the_header()
    {
        using var response = await host.Http.SendAsync(ByHeader("spp", "wrong"));

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        response.Headers.WwwAuthenticate.ShouldHaveSingleItem().Scheme.ShouldBe("Basic");
    }

    [Theory]
    [InlineData("invalid_request", "client_id=spp&client_secret=x")]
    [InlineData("invalid_request", "grant_type=client_credentials&grant_type=client_credentials&client_id=spp&client_secret=x")]
    [InlineData("unsupported_grant_type", "grant_type=password&client_id=spp&client_secret=x")]
    [InlineData("invalid_scope", "grant_type=client_credentials&client_id=spp&client_secret=x&scope=admin")]
    [InlineData("invalid_request", "grant_type=client_credentials")]
    [InlineData("invalid_request", "grant_type=client_credentials&client_id=spp")]
    public async Task Names_what_is_wrong_with_a_request(string error, string form)
    {
        using var response = await host.Http.PostAsync(
            "token", new StringContent(form, Encoding.ASCII, "application/x-www-form-urlencoded"));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await Error(response)).ShouldBe(error);
    }

    [Fact]
    public async Task Is_refused_by_header_and_form_at_once()
    {
        using var request = ByHeader("spp", host.Secret, ("client_secret", host.Secret));
        using var response = await host.Http.SendAsync(request);

        (await Error(response)).ShouldBe("invalid_request");
    }

    [Fact]
    public async Task Is_refused_as_json()
    {
        using var response = await host.Http.PostAsJsonAsync("token", new { grant_type = "client_credentials" });

        (await Error(response)).ShouldBe("invalid_request");
    }

    [Fact]
    public async Task Is_refused_in_a_form_larger_than_any_request()
    {
        using var response = await host.Post(("grant_type", "client_credentials"), ("client_id", new('x', 20_000)));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Is_found_by_discovery()
    {
        var found = await host.Http.GetFromJsonAsync<JsonElement>(".well-known/openid-configuration");

        found.GetProperty("issuer").GetString().ShouldBe($"{host.Address}/");
        found.GetProperty("token_endpoint").GetString().ShouldBe($"{host.Address}/token");
        found.GetProperty("jwks_uri").GetString().ShouldBe($"{host.Address}/.well-known/jwks.json");
    }

    private static async Task<string?> Error(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error").GetString();

    private static HttpRequestMessage ByHeader(string client, string secret, params (string Name, string Value)[] more) => new(HttpMethod.Post, "token")
    {
        Content = new FormUrlEncodedContent([new("grant_type", "client_credentials"), .. more.Select(field => KeyValuePair.Create(field.Name, field.Value))]),
        Headers = { Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{client}:{secret}"))) },
    };
}
