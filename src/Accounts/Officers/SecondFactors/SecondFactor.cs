namespace SocialPolicy.Accounts.Officers.SecondFactors;

/// <summary>What an officer shows beside the password: codes of an authenticator (RFC 6238), and recovery codes for the day it is lost.</summary>
/// <param name="Officer">Whose it is.</param>
/// <param name="Secret">What the authenticator holds too: 20 bytes in base32. A code cannot be checked by a hash of it.</param>
/// <param name="Since">When it was set.</param>
/// <param name="LastStep">The time step of the last code that was taken: neither it nor one before is taken again.</param>
/// <param name="RecoveryCodes">Those that are left, hashed; each is good once.</param>
/// <param name="Misses">Wrong codes since the last right one.</param>
public sealed record SecondFactor(string Officer, string Secret, DateTimeOffset Since, long LastStep, IReadOnlyList<HashedSecret> RecoveryCodes, int Misses = 0)
{
    /// <summary>Wrong codes in a row after which the authenticator's are taken no more (NIST SP 800-63B, 5.2.2): a recovery code, or a reset, begins anew.</summary>
    public const int MostMisses = 100;

    // A record says its members; this one keeps its own to itself.
    public override string ToString() => $"second factor of {Officer}";
}

/// <summary>The content of <c>second-factors.json</c>.</summary>
public sealed record SecondFactorFile(IReadOnlyList<SecondFactor> SecondFactors);
