using System.Net;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using SocialPolicy.ServiceDefaults.Tls;

namespace SocialPolicy.ServiceDefaults.FunctionalTests;

/// <summary>A service with certificates in files, and who reaches it.</summary>
public sealed class SpeakingTls : IDisposable
{
    private readonly Certificates ours = new();
    private readonly Certificates strangers = new("Stranger");

    public void Dispose()
    {
        ours.Dispose();
        strangers.Dispose();
    }

    [Fact]
    public async Task Serves_with_the_certificate_of_the_file_and_answers_nobody_in_plain()
    {
        await using var service = await Service("planregistry");
        using var client = ours.Client();

        (await Ask(client, service)).ShouldBe("HTTP/2 nobody");
        using var plain = new HttpClient { DefaultRequestVersion = HttpVersion.Version20, DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };
        await Should.ThrowAsync<HttpRequestException>(() => plain.GetAsync(new UriBuilder(service.Http) { Scheme = "http", Host = "127.0.0.1", Path = "/who" }.Uri));
        using var distrustful = strangers.Client();
        (await Should.ThrowAsync<HttpRequestException>(() => Ask(distrustful, service))).InnerException.ShouldBeOfType<AuthenticationException>();
    }

    [Fact]
    public async Task Speaks_no_version_that_is_broken()
    {
        await using var service = await Service("planregistry");
        var handler = new SocketsHttpHandler();
#pragma warning disable CA5397, SYSLIB0039 // It is what must not work.
        handler.SslOptions.EnabledSslProtocols = SslProtocols.Tls11;
#pragma warning restore CA5397, SYSLIB0039
        handler.SslOptions.RemoteCertificateValidationCallback = delegate { return true; };
        using var client = new HttpClient(handler);

        await Should.ThrowAsync<HttpRequestException>(() => client.GetAsync(Who(service)));
    }

    [Fact]
    public async Task Knows_whose_certificate_a_connection_showed_and_takes_none_of_another_authority()
    {
        await using var service = await Service("planregistry");
        using var reporting = ours.Client(ours, "reporting");
        using var stranger = ours.Client(strangers, "reporting");

        (await Ask(reporting, service)).ShouldBe("HTTP/2 reporting");
        await Should.ThrowAsync<HttpRequestException>(() => Ask(stranger, service));
    }

    [Fact]
    public async Task Asks_everyone_for_one_where_the_configuration_says_so()
    {
        await using var service = await Service("planregistry", "Everyone");
        using var nobody = ours.Client();
        using var reporting = ours.Client(ours, "reporting");

        await Should.ThrowAsync<HttpRequestException>(() => Ask(nobody, service));
        (await Ask(reporting, service)).ShouldBe("HTTP/2 reporting");
    }

    [Fact]
    public async Task Calls_others_with_its_own_and_trusts_the_authority_alone()
    {
        await using var service = await Service("planregistry", "Everyone");
        await using var caller = await TestService.Start(settings: ours.Settings("reporting"));
        await using var elsewhere = await TestService.Start(settings: strangers.Settings("reporting"));

        (await Ask(ClientOf(caller), service)).ShouldBe("HTTP/2 reporting");
        await Should.ThrowAsync<HttpRequestException>(() => Ask(ClientOf(elsewhere), service));
    }

    [Fact]
    public async Task Takes_up_a_certificate_that_replaces_another_and_keeps_the_old_one_while_the_new_one_cannot_be_read()
    {
        var clock = new Later();
        await using var service = await Service("planregistry", clock: clock);
        var file = Path.Combine(ours.Folder, "planregistry.pem");

        await File.WriteAllTextAsync(file, "half a certif");
        File.SetLastWriteTimeUtc(file, clock.GetUtcNow().UtcDateTime.AddMinutes(1));
        clock.Now += TimeSpan.FromSeconds(6);
        using (var client = ours.Client())
            (await Ask(client, service)).ShouldBe("HTTP/2 nobody");

        var serial = ours.Write("planregistry");
        File.SetLastWriteTimeUtc(file, clock.GetUtcNow().UtcDateTime.AddMinutes(2));
        clock.Now += TimeSpan.FromSeconds(6);
        var served = "";
        var handler = new SocketsHttpHandler();
        handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) => (served = shown!.GetSerialNumberString()).Length > 0;
        using var looking = new HttpClient(handler) { DefaultRequestVersion = HttpVersion.Version20 };
        await Ask(looking, service);

        served.ShouldBe(serial);
    }

    [Theory]
    [InlineData("Tls:Certificate", "Tls:Certificate")]
    [InlineData("Tls:Key", "Tls:Key")]
    [InlineData("Tls:Authority", "Tls:Authority")]
    public async Task Does_not_start_with_files_that_are_no_certificates(string setting, string named)
    {
        var settings = ours.Settings("planregistry");
        settings[setting] = Path.Combine(ours.Folder, "nowhere.pem");

        var failure = await Should.ThrowAsync<InvalidOperationException>(() => TestService.Start(HttpProtocols.Http2, settings));

        failure.Message.ShouldContain(named);
        failure.Message.ShouldContain("nowhere.pem");
    }

    [Fact]
    public async Task Does_not_start_where_other_machines_would_be_answered_without()
    {
        var failure = await Should.ThrowAsync<InvalidOperationException>(() => TestService.Start(settings: new Dictionary<string, string?> { ["LISTEN_ADDRESS"] = "0.0.0.0" }));

        failure.Message.ShouldContain("LISTEN_ADDRESS");
        failure.Message.ShouldContain("Tls__Certificate");
    }

    private static HttpClient ClientOf(TestService service)
    {
        var client = service.App.Services.GetRequiredService<IHttpClientFactory>().CreateClient();
        client.DefaultRequestVersion = HttpVersion.Version20;
        return client;
    }

    private static Uri Who(TestService service) => new UriBuilder(service.Http) { Scheme = "https", Host = "127.0.0.1", Path = "/who" }.Uri;

    private static Task<string> Ask(HttpClient client, TestService service) => client.GetStringAsync(Who(service));

    private Task<TestService> Service(string name, string clients = "Services", TimeProvider? clock = null) => TestService.Start(
        HttpProtocols.Http2,
        ours.Settings(name, clients),
        builder => builder.Services.AddKeyedSingleton<TimeProvider>(typeof(CertificateFiles), clock ?? TimeProvider.System),
        app => app.MapGet("/who", (HttpContext call) => $"{call.Request.Protocol} {call.Connection.ClientCertificate?.GetNameInfo(X509NameType.SimpleName, forIssuer: false) ?? "nobody"}"));

    private sealed class Later : TimeProvider
    {
        public TimeSpan Now { get; set; }

        public override long GetTimestamp() => Now.Ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;
    }
}
