using System.Security.Cryptography;

namespace SocialPolicy.Harness;

/// <summary>Passwords that live as long as the test process.</summary>
internal static class Secrets
{
    public static string OfServers { get; } = New();

    public static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}
