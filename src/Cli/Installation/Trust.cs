using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SocialPolicy.Cli.Installation;

/// <summary>Whose certificates are believed: of the authorities in a file (PEM), as the services' <c>Tls:Authority</c>, and of no other; else of those of the system.</summary>
/// <param name="file">Null: the system's.</param>
internal sealed class Trust(string? file)
{
    private readonly Lazy<X509Certificate2Collection?> roots = new(() => file is null ? null : Read(file));

    public static Trust InSystem { get; } = new(null);

    /// <summary>What was asked for, else $SPP_TLS_AUTHORITY, else the system's.</summary>
    public static Trust Find(FileInfo? asked) => new(asked?.FullName ?? (Environment.GetEnvironmentVariable("SPP_TLS_AUTHORITY") is { Length: > 0 } said ? said : null));

    /// <exception cref="IOException">The file holds no authority.</exception>
    public SocketsHttpHandler Handler()
    {
        var handler = new SocketsHttpHandler();
        if (roots.Value is { } known)
        {
            handler.SslOptions.CertificateChainPolicy = new() { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            handler.SslOptions.CertificateChainPolicy.CustomTrustStore.AddRange(known);
        }

        return handler;
    }

    /// <summary>A client of the issuer.</summary>
    public HttpClient Client(Uri authority)
    {
        var handler = Handler();
        handler.UseProxy = !authority.IsLoopback;
        return new(handler) { Timeout = TimeSpan.FromSeconds(10) };
    }

    private static X509Certificate2Collection Read(string file)
    {
        var read = new X509Certificate2Collection();
        try
        {
            read.ImportFromPemFile(file);
        }
        catch (CryptographicException problem)
        {
            throw new IOException($"{file} does not hold certificates in PEM: {problem.Message}", problem);
        }

        return read.Count > 0 ? read : throw new IOException($"{file} holds no certificate in PEM.");
    }
}
