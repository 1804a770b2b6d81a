using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace SocialPolicy.BuildingBlocks.Service.Callers;

/// <summary>Whether the platform's services show who they are by a certificate too, and not by a token alone: where <c>Tls:Authority</c> vouches for them.</summary>
internal sealed class ServiceCertificates(IConfiguration configuration)
{
    private readonly bool areAsked = !string.IsNullOrEmpty(configuration["Tls:Certificate"]) && !string.IsNullOrEmpty(configuration["Tls:Authority"]);

    /// <summary>
    /// Whether the connection may carry calls of this caller: any that is no service of the platform; of a service, if it showed the
    /// certificate of that name (an alternative DNS name, or the common name). That the authority vouches for it, the connection itself saw to.
    /// </summary>
    public bool Vouch(HttpContext call, Caller caller) =>
        !areAsked || !caller.IsAny(Role.Service) || (call.Connection.ClientCertificate is { } shown && IsOf(shown, caller.Client));

    private static bool IsOf(X509Certificate2 certificate, string service) => certificate.MatchesHostname(service, allowWildcards: false, allowCommonName: true);
}
