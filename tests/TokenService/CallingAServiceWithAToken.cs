using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Google.Rpc;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using SocialPolicy.Accounts;
using SocialPolicy.Accounts.Officers;
using SocialPolicy.BuildingBlocks.Service.Api;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.PlanRegistry.V1;
using Task = System.Threading.Tasks.Task;

namespace SocialPolicy.TokenService.FunctionalTests;

public sealed class CallingAServiceWithAToken : IAsyncLifetime
{
    private const string ServiceSecret = "a-secret-of-the-installation";

    private TokenHost tokens = null!;
    private WebApplication service = null!;
    private GrpcChannel channel = null!;

    public async Task InitializeAsync()
    {
        tokens = await TokenHost.Start(settings: ("Tokens:Services:reporting", ServiceSecret));
        await tokens.PublishedKeys();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection([new("Identity:Authority", tokens.Address)]);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Logging.ClearProviders();
        builder.AddApi("targets.socialpolicy");

        service = builder.Build();
        service.MapApi();
        service.MapGrpcService<Searches>();
        await service.StartAsync();
        channel = GrpcChannel.ForAddress(service.Urls.Single());
    }

    public async Task DisposeAsync()
    {
        channel.Dispose();
        await service.DisposeAsync();
        await tokens.DisposeAsync();
    }

    [Fact]
    public async Task Is_let_in_with_its_roles() => (await Call(await tokens.Token())).NextPageToken.ShouldBe("spp as Administrator Operator Registrar Auditor");

    [Theory]
    [InlineData(100)]
    [InlineData(500)]
    public async Task Is_let_in_with_a_token_that_names_many_agencies(int count)
    {
        var agencies = Enumerable.Range(0, count).Select(number => $"spp:sl.ubnd-huyen-{number:000}").ToArray();

        var answer = await Call(Sign(token => token.Claims["act_for"] = agencies));

        answer.Results.Select(result => result.Name).ShouldBe(agencies);
    }

    [Fact]
    public async Task Is_let_in_as_a_service() => (await Call(await tokens.Token("reporting", ServiceSecret))).NextPageToken.ShouldBe("reporting as Service");

    [Fact]
    public async Task Is_let_in_as_an_officer_and_not_with_what_only_the_program_may_read()
    {
        var folder = new PrivateFolder(tokens.Folder);
        new OfficerAccounts(folder, new AccountsLog(folder)).Add("nguyen.van.a", "một câu dài của riêng tôi", ["reporting_officer", "viewer"], "spp:sl.so-y-te", ["spp:sl.so-xay-dung"]);
        using var browser = new Browser(tokens);
        var granted = await browser.Tokens("nguyen.van.a", "một câu dài của riêng tôi");

        var answer = await Call(granted.GetProperty("access_token").GetString()!);

        answer.NextPageToken.ShouldBe("nguyen.van.a as ReportingOfficer Viewer");
        answer.Results.Select(result => result.Name).ShouldBe(["spp:sl.so-xay-dung"]);
        await IsUnknown(granted.GetProperty("id_token").GetString()!);
        await IsUnknown(granted.GetProperty("refresh_token").GetString()!);
    }

    [Fact]
    public Task Is_unknown_with_a_token_for_another_audience() => IsUnknown(token => token.Audience = "another");

    [Fact]
    public Task Is_unknown_with_a_token_that_names_another_issuer() => IsUnknown(token => token.Issuer = "http://127.0.0.1:1");

    [Fact]
    public Task Is_unknown_with_an_expired_token() => IsUnknown(token =>
    {
        token.NotBefore = token.IssuedAt = token.IssuedAt!.Value.AddHours(-1);
        token.Expires = token.IssuedAt.Value.AddMinutes(10);
    });

    [Fact]
    public async Task Is_unknown_with_an_unsigned_token()
    {
        var payload = (await tokens.Token()).Split('.')[1];

        await IsUnknown($"{Base64UrlEncoder.Encode("""{"alg":"none"}""")}.{payload}.");
    }

    [Fact]
    public async Task Is_unknown_with_a_token_signed_with_the_public_key_as_a_secret()
    {
        var issued = new JsonWebToken(await tokens.Token());
        using var key = OwnKey();
        var header = Base64UrlEncoder.Encode($$"""{"alg":"HS256","typ":"at+jwt","kid":"{{issued.Kid}}"}""");
        var content = $"{header}.{issued.EncodedPayload}";
        foreach (var secret in (byte[][])[key.ExportSubjectPublicKeyInfo(), Encoding.ASCII.GetBytes(key.ExportSubjectPublicKeyInfoPem())])
            await IsUnknown($"{content}.{Base64UrlEncoder.Encode(HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes(content)))}");
    }

    [Fact]
    public async Task Is_known_with_what_the_tests_above_change_left_right() =>
        (await Call(Sign(_ => { }))).NextPageToken.ShouldStartWith("spp");

    private Task IsUnknown(Action<SecurityTokenDescriptor> change) => IsUnknown(Sign(change));

    private async Task IsUnknown(string token)
    {
        var refused = await Should.ThrowAsync<RpcException>(() => Call(token));

        refused.StatusCode.ShouldBe(StatusCode.Unauthenticated);
        var details = Google.Rpc.Status.Parser.ParseFrom(refused.Trailers.GetValueBytes("grpc-status-details-bin"));
        details.Details.ShouldHaveSingleItem().Unpack<ErrorInfo>().Reason.ShouldBe("CALLER_UNKNOWN");
    }

    private Task<SearchResponse> Call(string token) => new SearchService.SearchServiceClient(channel)
        .SearchAsync(new(), new Metadata { { "authorization", $"Bearer {token}" } }).ResponseAsync;

    // Signed with the service's own key, so that nothing but the change can be what is refused.
    private string Sign(Action<SecurityTokenDescriptor> change)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var token = new SecurityTokenDescriptor
        {
            Issuer = $"{tokens.Address}/",
            Audience = "socialpolicy",
            IssuedAt = now,
            NotBefore = now,
            Expires = now.AddMinutes(10),
            Claims = new Dictionary<string, object> { ["sub"] = "spp", ["roles"] = (string[])["viewer"] },
            SigningCredentials = new(new ECDsaSecurityKey(OwnKey()) { KeyId = StoredKey().GetProperty("key_id").GetString() }, SecurityAlgorithms.EcdsaSha256),
        };
        change(token);
        return new JsonWebTokenHandler().CreateToken(token);
    }

    private JsonElement StoredKey() => tokens.Read(Directory.GetFiles(Path.Combine(tokens.Folder, "keys")).Single());

    private ECDsa OwnKey()
    {
        var key = ECDsa.Create();
        key.ImportFromPem(StoredKey().GetProperty("private_key").GetString());
        return key;
    }

    private sealed class Searches : SearchService.SearchServiceBase
    {
        [AllowedToAnyCaller]
        public override Task<SearchResponse> Search(SearchRequest request, ServerCallContext context) => Task.FromResult(
            new SearchResponse
            {
                NextPageToken = $"{context.Caller().Subject} as {string.Join(' ', context.Caller().Roles.Order())}",
                Results = { context.Caller().ActingFor.Select(agency => new SearchResult { Name = agency }) },
            });
    }
}
