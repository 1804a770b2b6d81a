using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace SocialPolicy.ServiceDefaults.FunctionalTests;

/// <summary>An authority of a test, and the certificates it gives out, as files.</summary>
internal sealed class Certificates : IDisposable
{
    private static readonly DateTimeOffset From = TimeProvider.System.GetUtcNow().AddDays(-1);
    private readonly X509Certificate2 root;

    public Certificates(string name = "Authority")
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        root = request.CreateSelfSigned(From, From.AddDays(400));
        File.WriteAllText(Authority, root.ExportCertificatePem(), Encoding.ASCII);
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("certificates-").FullName;

    /// <summary>The file of the root.</summary>
    public string Authority => Path.Combine(Folder, "authority.pem");

    /// <summary>How who trusts this authority alone judges.</summary>
    public X509ChainPolicy Trust => new() { TrustMode = X509ChainTrustMode.CustomRootTrust, CustomTrustStore = { root }, RevocationMode = X509RevocationMode.NoCheck };

    /// <summary>The settings of a service with a certificate of its own.</summary>
    public Dictionary<string, string?> Settings(string name, string clients = "Services")
    {
        Write(name);
        return new() { ["Tls:Certificate"] = Path.Combine(Folder, $"{name}.pem"), ["Tls:Key"] = Path.Combine(Folder, $"{name}.key"), ["Tls:Authority"] = Authority, ["Tls:Clients"] = clients };
    }

    /// <summary>Gives the name a new certificate, in place of one it has.</summary>
    /// <returns>Its serial number.</returns>
    public string Write(string name)
    {
        using var certificate = Issue(name, out var key);
        File.WriteAllText(Path.Combine(Folder, $"{name}.pem"), certificate.ExportCertificatePem(), Encoding.ASCII);
        File.WriteAllText(Path.Combine(Folder, $"{name}.key"), key.ExportPkcs8PrivateKeyPem(), Encoding.ASCII);
        return certificate.SerialNumber;
    }

    /// <summary>A client that trusts this authority, and shows a certificate of one, or none.</summary>
    public HttpClient Client(Certificates? by = null, string? name = null)
    {
        var handler = new SocketsHttpHandler();
        handler.SslOptions.CertificateChainPolicy = Trust;
        if (name is not null)
        {
            using var bare = by!.Issue(name, out var key).CopyWithPrivateKey(key);
            var shown = X509CertificateLoader.LoadPkcs12(bare.Export(X509ContentType.Pkcs12), null);
            handler.SslOptions.LocalCertificateSelectionCallback = (_, _, _, _, _) => shown;
        }

        return new HttpClient(handler) { DefaultRequestVersion = HttpVersion.Version20, DefaultVersionPolicy = HttpVersionPolicy.RequestVersionOrLower };
    }

    public void Dispose()
    {
        root.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private X509Certificate2 Issue(string name, out ECDsa key)
    {
        key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        return request.Create(root, From, From.AddDays(200), RandomNumberGenerator.GetBytes(16));
    }
}
