namespace SocialPolicy.ServiceDefaults.Tls;

/// <summary>Whose certificate a connection has to show.</summary>
public enum CertificateBearers
{
    /// <summary>That of a caller who signs in as one of the platform's services; for all others the token is enough.</summary>
    Services,

    /// <summary>Everyone's.</summary>
    Everyone,
}

/// <summary>
/// TLS, by the configuration <c>Tls</c>: all of it files in PEM, read anew when they are replaced. Without it a service listens on
/// loopback alone.
/// </summary>
public sealed class TlsOptions
{
    /// <summary>The certificate of this service, followed by those between it and its root. It serves with it, and shows it to the services it calls.</summary>
    public string? Certificate { get; set; }

    /// <summary>The private key of the certificate, not encrypted: readable for the service alone.</summary>
    public string? Key { get; set; }

    /// <summary>
    /// The roots that vouch for the platform's own certificates. With it callers are asked for one, and this service trusts those it
    /// calls by these roots and no others. Without it: the roots of the system, and nobody is asked.
    /// </summary>
    public string? Authority { get; set; }

    /// <summary>Who has to show one, where an authority is named.</summary>
    public CertificateBearers Clients { get; set; }

    /// <summary>Whether the service speaks TLS.</summary>
    public bool IsOn => !string.IsNullOrEmpty(Certificate);
}
