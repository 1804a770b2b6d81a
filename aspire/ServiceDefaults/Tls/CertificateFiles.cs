using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging;

namespace SocialPolicy.ServiceDefaults.Tls;

/// <summary>The certificates of a service as they stand in its files now. A file that was replaced counts within a few seconds, one that cannot be read does not.</summary>
internal sealed partial class CertificateFiles(TlsOptions options, TimeProvider clock, ILogger<CertificateFiles> logger)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Soon = TimeSpan.FromDays(30);

    private readonly Lock reading = new();
    private (long LookedAt, DateTime WrittenAt, Certificates Read)? last;

    /// <summary>What is in force.</summary>
    /// <exception cref="InvalidOperationException">They could never be read; the message names the file.</exception>
    public Certificates Now
    {
        get
        {
            lock (reading)
            {
                if (last is { } known && clock.GetElapsedTime(known.LookedAt) < BetweenLooks)
                    return known.Read;
                var written = WrittenAt();
                var read = last?.WrittenAt == written ? last.Value.Read : Read();
                last = (clock.GetTimestamp(), written, read);
                return read;
            }
        }
    }

    private Certificates Read()
    {
        try
        {
            var read = new Certificates(Own(), Roots());
            if (read.Own.TargetCertificate.NotAfter.ToUniversalTime() - clock.GetUtcNow().UtcDateTime < Soon)
                EndsSoon(options.Certificate!, read.Own.TargetCertificate.NotAfter);
            return read;
        }
        catch (InvalidOperationException problem) when (last is { } before)
        {
            StillTheOldOnes(problem);
            return before.Read;
        }
    }

    private SslStreamCertificateContext Own()
    {
        try
        {
            var chain = new X509Certificate2Collection();
            chain.ImportFromPemFile(options.Certificate!);
            using var bare = X509Certificate2.CreateFromPemFile(options.Certificate!, options.Key);
            var whole = X509CertificateLoader.LoadPkcs12(bare.Export(X509ContentType.Pkcs12), null);
            chain.RemoveAt(0);
            return SslStreamCertificateContext.Create(whole, chain, offline: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            throw new InvalidOperationException($"Tls:Certificate and Tls:Key are a certificate and its key in PEM; {options.Certificate} and {options.Key} are not: {problem.Message}", problem);
        }
    }

    private X509Certificate2Collection? Roots()
    {
        if (string.IsNullOrEmpty(options.Authority))
            return null;
        var roots = new X509Certificate2Collection();
        try
        {
            roots.ImportFromPemFile(options.Authority);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new InvalidOperationException($"Tls:Authority holds root certificates in PEM; {options.Authority} does not: {problem.Message}", problem);
        }

        return roots.Count > 0 ? roots : throw new InvalidOperationException($"Tls:Authority holds root certificates in PEM; {options.Authority} holds none.");
    }

    private DateTime WrittenAt() =>
        new[] { options.Certificate, options.Key, options.Authority }.Where(file => !string.IsNullOrEmpty(file)).Max(file => File.GetLastWriteTimeUtc(file!));

    [LoggerMessage(Level = LogLevel.Warning, Message = "The certificate in {File} ends on {Day}")]
    private partial void EndsSoon(string file, DateTime day);

    [LoggerMessage(Level = LogLevel.Error, Message = "New certificates cannot be read, the old ones stay in force")]
    private partial void StillTheOldOnes(Exception problem);
}

/// <summary>What a service shows, and what it trusts.</summary>
/// <param name="Own">Its certificate with its key.</param>
/// <param name="Roots">Those that vouch for the others; null: the system's.</param>
internal sealed record Certificates(SslStreamCertificateContext Own, X509Certificate2Collection? Roots)
{
    /// <summary>How the other side's certificate is judged. Null: as the system does.</summary>
    public X509ChainPolicy? Trust()
    {
        if (Roots is null)
            return null;
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.AddRange(Roots);
        return policy;
    }
}
