using System.Net.Security;
using System.Security.Authentication;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace SocialPolicy.ServiceDefaults.Tls;

internal static class TlsExtensions
{
    private const SslProtocols Versions = SslProtocols.Tls12 | SslProtocols.Tls13;

    /// <summary>Reads the configuration; where TLS is on, every client of the factory shows the service's certificate and judges by its roots.</summary>
    public static TlsOptions AddTls(this IHostApplicationBuilder builder)
    {
        var tls = builder.Configuration.GetSection("Tls").Get<TlsOptions>() ?? new();
        builder.Services.AddSingleton(tls);
        if (!tls.IsOn)
            return tls;

        // Certificates live in real time, whatever the platform's clock says.
        builder.Services.AddSingleton(services => new CertificateFiles(
            tls, services.GetKeyedService<TimeProvider>(typeof(CertificateFiles)) ?? TimeProvider.System, services.GetRequiredService<ILogger<CertificateFiles>>()));

        // After all others, as the engine of gRPC clients brings a handler of its own.
        builder.Services.AddSingleton<IPostConfigureOptions<HttpClientFactoryOptions>>(services => new PostConfigureOptions<HttpClientFactoryOptions>(
            null, clients => clients.HttpMessageHandlerBuilderActions.Add(handler => Secure(handler.PrimaryHandler, services.GetRequiredService<CertificateFiles>()))));
        return tls;
    }

    /// <summary>Serves this listener with the certificate of the files; callers are asked for theirs where an authority vouches for it.</summary>
    public static void UseTls(this ListenOptions listen, TlsOptions tls)
    {
        var files = listen.ApplicationServices.GetRequiredService<CertificateFiles>();
        _ = files.Now;
        var protocols = listen.Protocols is HttpProtocols.Http1 ? SslApplicationProtocol.Http11 : SslApplicationProtocol.Http2;
        listen.UseHttps(new TlsHandshakeCallbackOptions { OnConnection = _ => ValueTask.FromResult(Server(files.Now, tls, protocols)) });
    }

    private static SslServerAuthenticationOptions Server(Certificates certificates, TlsOptions tls, SslApplicationProtocol protocol) => new()
    {
        ServerCertificateContext = certificates.Own,
        EnabledSslProtocols = Versions,
        ApplicationProtocols = [protocol],
        ClientCertificateRequired = certificates.Roots is not null,
        CertificateChainPolicy = certificates.Trust(),
        RemoteCertificateValidationCallback = (_, shown, _, problems) =>
            shown is null ? certificates.Roots is null || tls.Clients is not CertificateBearers.Everyone : problems is SslPolicyErrors.None,
    };

    private static void Secure(HttpMessageHandler primary, CertificateFiles files)
    {
        var options = primary switch
        {
            SocketsHttpHandler sockets => sockets.SslOptions,
            _ => throw new InvalidOperationException($"A client with a {primary.GetType().Name} cannot be given the service's certificate."),
        };
        options.EnabledSslProtocols = Versions;
        options.CertificateChainPolicy = files.Now.Trust();
        options.LocalCertificateSelectionCallback = (_, _, _, _, _) => files.Now.Own.TargetCertificate;
    }
}
