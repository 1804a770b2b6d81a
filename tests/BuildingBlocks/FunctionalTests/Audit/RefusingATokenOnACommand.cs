using System.Security.Cryptography;
using System.Text;
using Grpc.Core;
using Microsoft.IdentityModel.Tokens;
using SocialPolicy.BuildingBlocks.FunctionalTests.Api;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.Harness;
using SocialPolicy.Harness.Identity;
using V1 = SocialPolicy.Operations.V1;

namespace SocialPolicy.BuildingBlocks.FunctionalTests.Audit;

/// <summary>Each way of not being who a token says: unknown, with one word why, and one row in the audit that names nobody.</summary>
public sealed class RefusingATokenOnACommand(RefusingATokenOnACommand.Installation installation) : IClassFixture<RefusingATokenOnACommand.Installation>
{
    private const string Method = "/socialpolicy.operations.v1.OperationsService/RunJob";

    private readonly AuditHost host = installation.Host;
    private readonly TestIssuer stranger = installation.Stranger;

    public static TheoryData<string, string> Tokens => new()
    {
        { "none at all", "missing" },
        { "another scheme", "missing" },
        { "no token", "invalid" },
        { "two parts", "invalid" },
        { "expired", "expired" },
        { "not yet valid", "invalid" },
        { "without an end", "invalid" },
        { "another audience", "invalid" },
        { "another issuer", "invalid" },
        { "without a subject", "invalid" },
        { "alg none", "invalid" },
        { "HS256 with the public key", "invalid" },
        { "HS256 with the public key as text", "invalid" },
        { "another's key under the right key's name", "invalid" },
        { "another's key under its own name", "invalid" },
        { "the content of another token", "invalid" },
    };

    [Theory]
    [MemberData(nameof(Tokens))]
    public async Task Tells_one_word_and_writes_one_row(string token, string why)
    {
        var before = await Rows();

        var refused = await Refused.By(host.Operations.RunJobAsync(new V1.RunJobRequest { Name = "jobs/tidy" }, Headers(token)));

        (refused.Code, refused.Info.Reason).ShouldBe((StatusCode.Unauthenticated, "CALLER_UNKNOWN"));
        refused.Info.Metadata.ShouldBe(new Dictionary<string, string> { ["token"] = why }, ignoreOrder: true);
        refused.Message.ShouldBe($"The call needs a valid access token; the one it carries is {why}.");

        var row = (await Rows()).Except(before).ShouldHaveSingleItem();
        (row.Method, row.Outcome, row.Subject, row.Client, row.Agency).ShouldBe((Method, "CALLER_UNKNOWN", "", "", ""));
    }

    [Fact]
    public async Task Writes_none_for_reading()
    {
        var before = await Rows();

        await Refused.By(host.Operations.ListJobsAsync(new(), Headers("expired")));

        (await Rows()).ShouldBe(before);
    }

    [Fact]
    public async Task Would_have_let_in_what_each_of_them_changes()
    {
        var refused = await Refused.By(host.Operations.RunJobAsync(new V1.RunJobRequest { Name = "jobs/tidy" }, ProbeHost.Bearer(host.Issuer.Sign(Good()))));

        refused.Code.ShouldBe(StatusCode.NotFound, "who asks is known; the job is not");
    }

    private async Task<IReadOnlyList<V1.AuditEntry>> Rows() => (await host.Auditor.ListAuditEntriesAsync(new() { PageSize = 100 })).AuditEntries;

    private Metadata Headers(string token) => token switch
    {
        "none at all" => [],
        "another scheme" => new() { { "authorization", "Basic dXNlcjpwYXNz" } },
        _ => ProbeHost.Bearer(Write(token)),
    };

    private string Write(string token) => token switch
    {
        "no token" => "abc",
        "two parts" => string.Join('.', host.Issuer.Sign(Good()).Split('.')[..2]),
        "expired" => Signed(one => (one.IssuedAt, one.NotBefore, one.Expires) = (Now(-20), Now(-20), Now(-10))),
        "not yet valid" => Signed(one => (one.NotBefore, one.Expires) = (Now(5), Now(10))),
        "without an end" => host.Issuer.SignWithoutEnd(Good()),
        "another audience" => Signed(one => one.Audience = "another"),
        "another issuer" => Signed(one => one.Issuer = stranger.Authority),
        "without a subject" => Signed(one => one.Claims.Remove("sub")),
        "alg none" => $"{Header("none")}.{Payload()}.",
        "HS256 with the public key" => WithSecret(host.Issuer.Key.ECDsa.ExportSubjectPublicKeyInfo()),
        "HS256 with the public key as text" => WithSecret(Encoding.ASCII.GetBytes(host.Issuer.Key.ECDsa.ExportSubjectPublicKeyInfoPem())),
        "another's key under the right key's name" => Signed(one => one.SigningCredentials = new(new ECDsaSecurityKey(stranger.Key.ECDsa) { KeyId = host.Issuer.Key.KeyId }, SecurityAlgorithms.EcdsaSha256)),
        "another's key under its own name" => Signed(one => one.SigningCredentials = new(stranger.Key, SecurityAlgorithms.EcdsaSha256)),
        "the content of another token" => Swapped(),
        _ => throw new ArgumentOutOfRangeException(nameof(token), token, "It is not described."),
    };

    private SecurityTokenDescriptor Good() => host.Issuer.Claims("nguyen.van.a", Caller.WholeInstallation, Role.Operator);

    private string Signed(Action<SecurityTokenDescriptor> change)
    {
        var token = Good();
        change(token);
        return host.Issuer.Sign(token);
    }

    private string Swapped()
    {
        var (one, other) = (host.Issuer.Sign(Good()).Split('.'), Signed(token => token.Claims["sub"] = "tran.thi.b").Split('.'));
        return $"{one[0]}.{other[1]}.{one[2]}";
    }

    private string WithSecret(byte[] secret)
    {
        var content = $"{Header("HS256")}.{Payload()}";
        return $"{content}.{Base64UrlEncoder.Encode(HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes(content)))}";
    }

    private string Header(string algorithm) => Base64UrlEncoder.Encode($$"""{"alg":"{{algorithm}}","typ":"at+jwt","kid":"{{host.Issuer.Key.KeyId}}"}""");

    private string Payload() => host.Issuer.Sign(Good()).Split('.')[1];

    private static DateTime Now(int minutes) => TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(minutes);

    /// <summary>A service, its issuer, and an issuer that is a stranger to it.</summary>
    public sealed class Installation : IAsyncLifetime
    {
        private TestDatabase database = null!;

        internal AuditHost Host { get; private set; } = null!;

        internal TestIssuer Stranger { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            (database, Stranger) = (await AuditHost.NewDatabase(), await TestIssuer.Start());
            Host = await AuditHost.Start(database.ConnectionString, seals: false);
        }

        public async Task DisposeAsync()
        {
            await Host.DisposeAsync();
            await Stranger.DisposeAsync();
            await database.DisposeAsync();
        }
    }
}
