using System.Collections.Frozen;
using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.Accounts.Officers;

/// <summary>A password has 12 to 256 characters of any kind (ASVS 5.0, 6.2.1, 6.2.5 and 6.2.9).</summary>
public sealed record PasswordsAreLong(string Password) : IRule
{
    public const int Shortest = 12;
    public const int Longest = 256;

    public bool IsBroken => Password.EnumerateRunes().Count() is < Shortest or > Longest;
    public string Reason => "PASSWORD_LENGTH";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"A password has {Shortest} to {Longest} characters; any are fine, a few words too.";

    // A record says its members; this one keeps its own to itself.
    public override string ToString() => Reason;
}

/// <summary>A password is none that everyone tries: not the commonest, not the officer's name, not one character over and over (ASVS 5.0, 6.2.4 and 6.2.11).</summary>
public sealed record PasswordsAreNotCommon(string Name, string Password) : IRule
{
    private static readonly FrozenSet<string> Commonest = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "123456789012", "1234567890123", "12345678901234", "123456789123", "123123123123", "123456123456", "012345678910", "1234567891011", "987654321098",
        "password1234", "password12345", "password123456", "passwordpassword", "mypassword123", "p@ssword1234", "p@ssw0rd1234", "passw0rd1234", "password@123", "password!123",
        "qwertyuiop12", "qwertyuiop123", "qwertyuiop[]", "qwerty123456", "qwerty1234567", "qwertyqwerty", "1q2w3e4r5t6y", "1qaz2wsx3edc", "q1w2e3r4t5y6", "zaq12wsxcde3", "asdfghjkl123", "abcdefghijkl", "abc123456789", "abcd12345678",
        "iloveyou1234", "iloveyou12345", "letmein12345", "welcome12345", "changeme1234", "changemenow1", "administrator", "administrator1", "adminadmin12", "admin1234567", "admin123456789", "superman1234", "football1234", "baseball1234", "sunshine1234", "princess1234",
        "correcthorsebatterystaple", "trustno1trustno1", "unknownunknown", "testtesttest", "defaultpassword",
        "matkhau12345", "matkhau123456", "matkhaumatkhau", "matkhaumoi123", "anhyeuem1234", "anhyeuem123456", "emyeuanh1234", "yeuemnhieulam", "khongbietnua", "vietnam12345", "vietnam123456", "vietnamvodich", "hanoi1234567", "saigon123456", "socialpolicy", "socialpolicy1", "socialpolicyplatform", "chinhsachxahoi");

    public bool IsBroken => Commonest.Contains(Password) || IsOneOverAndOver || IsTheName;
    public string Reason => "PASSWORD_COMMON";
    public RuleKind Kind => RuleKind.Input;
    public string Message => "This password is among the first that are tried; take another one.";

    private bool IsOneOverAndOver => Password.Length > 0 && Password.AsSpan().IndexOfAnyExcept(Password[0]) < 0;

    private bool IsTheName => Name.Length > 3 && Password.Contains(Name, StringComparison.OrdinalIgnoreCase);

    public override string ToString() => Reason;
}

/// <summary>Who changes a password takes another one.</summary>
public sealed record PasswordsAreChanged(HashedSecret Before, string Password) : IRule
{
    public bool IsBroken => Before.Matches(Password);
    public string Reason => "PASSWORD_UNCHANGED";
    public RuleKind Kind => RuleKind.Input;
    public string Message => "This is the password there is; take another one.";

    public override string ToString() => Reason;
}
