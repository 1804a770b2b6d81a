using System.Security.Cryptography;

namespace SocialPolicy.Accounts.Officers;

/// <summary>A first password for an officer, made here and told once: 20 letters and digits, 100 random bits, in groups that can be read out.</summary>
public static class GeneratedPassword
{
    private const string Letters = "23456789abcdefghijkmnpqrstuvwxyz";
    private const int Group = 5;
    private const int Length = 20;

    public static string Fresh() => string.Join('-', RandomNumberGenerator.GetString(Letters, Length).Chunk(Group).Select(group => new string(group)));
}
