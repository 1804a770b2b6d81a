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

/// <summary>A password is not guessed soon: it is more than a few words and numbers that everyone takes, and not the officer's name (ASVS 5.0, 6.2.4 and 6.2.11).</summary>
public sealed record PasswordsAreNotCommon(string Name, string Password) : IRule
{
    private const int LeastPieces = 6;

    public bool IsBroken => HoldsTheName || Guessing.Pieces(Password) < LeastPieces;
    public string Reason => "PASSWORD_COMMON";
    public RuleKind Kind => RuleKind.Input;
    public string Message => "This password is guessed soon; take a longer one, such as a few words that nobody would put together.";

    private bool HoldsTheName => Name.Length > 3 && Password.Contains(Name, StringComparison.OrdinalIgnoreCase);

    public override string ToString() => Reason;
}

/// <summary>A password is in no list of those that were stolen elsewhere, where the installation has one (ASVS 5.0, 6.2.12).</summary>
public sealed record PasswordsAreNotBreached(bool Found) : IRule
{
    public bool IsBroken => Found;
    public string Reason => "PASSWORD_BREACHED";
    public RuleKind Kind => RuleKind.Input;
    public string Message => "This password is in a list of stolen ones; take another one.";
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
