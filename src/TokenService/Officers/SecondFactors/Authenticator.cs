using System.Security.Cryptography;
using System.Text;
using OtpNet;

namespace SocialPolicy.TokenService.Officers.SecondFactors;

/// <summary>The codes of an authenticator: six digits, another every 30 seconds (RFC 6238, with SHA-1 as every authenticator has it).</summary>
internal static class Authenticator
{
    public const int Digits = 6;

    // One step back and one ahead (RFC 6238, 5.2): half a minute of a phone that goes wrong, or of a slow hand.
    private const int Window = 1;
    private const int SecretBytes = 20;
    private const string Issuer = "Chính sách xã hội";
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(30);

    /// <summary>A fresh secret, in base32.</summary>
    public static string FreshSecret() => Base32Encoding.ToString(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>What the picture says, so that nobody types the secret.</summary>
    public static string AddressOf(string officer, string secret) => new OtpUri(OtpType.Totp, secret, officer, Issuer).ToString();

    /// <summary>The time step the code belongs to; null for a wrong one, and for one that is not after <paramref name="last"/>.</summary>
    public static long? StepOf(string typed, string secret, DateTimeOffset at, long last)
    {
        var totp = new Totp(Base32Encoding.ToBytes(secret));
        var (code, now) = (Encoding.UTF8.GetBytes(typed), at.ToUnixTimeSeconds() / (long)Step.TotalSeconds);
        long? found = null;

        // Each is looked at to its end, whichever is right.
        for (var step = now - Window; step <= now + Window; step++)
        {
            var right = Encoding.UTF8.GetBytes(totp.ComputeTotp(DateTime.UnixEpoch + step * Step));
            if (CryptographicOperations.FixedTimeEquals(right, code) && step > last)
                found = step;
        }

        return found;
    }
}
