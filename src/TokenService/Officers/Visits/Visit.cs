using SocialPolicy.Accounts;
using SocialPolicy.Accounts.Officers;
using SocialPolicy.TokenService.Officers.SecondFactors;

namespace SocialPolicy.TokenService.Officers.Visits;

/// <summary>What an officer comes for.</summary>
internal enum Errand
{
    /// <summary>To sign in with a program.</summary>
    SignIn,

    /// <summary>To take another password.</summary>
    Password,

    /// <summary>To set a second factor, or another one.</summary>
    SecondFactor,
}

/// <summary>What is asked of an officer next.</summary>
internal enum Step
{
    /// <summary>A code of the authenticator, or one on paper.</summary>
    Code,

    /// <summary>A new password.</summary>
    Password,

    /// <summary>The first code of an authenticator that is being set.</summary>
    Authenticator,

    /// <summary>To keep the recovery codes.</summary>
    RecoveryCodes,

    /// <summary>Nothing: the errand is done.</summary>
    None,
}

/// <summary>An officer who has typed the right password, on the way through the pages.</summary>
/// <param name="Errand">For what.</param>
/// <param name="Officer">Who.</param>
/// <param name="PasswordMark">Of which password: another one ends the visit.</param>
/// <param name="Ends">When it is too late to go on.</param>
internal sealed record Visit(Errand Errand, string Officer, string PasswordMark, DateTimeOffset Ends)
{
    /// <summary>What was asked last.</summary>
    public Step Step { get; init; } = Step.None;

    /// <summary>By what more than the password was shown; null: by nothing yet.</summary>
    public Proof? Proof { get; init; }

    /// <summary>The password that was chosen, and is set once the officer has shown all there is to show.</summary>
    public HashedSecret? Chosen { get; init; }

    /// <summary>Whether a password was set on this visit.</summary>
    public bool HasChanged { get; init; }

    /// <summary>The secret of the authenticator that is being set; null while none is.</summary>
    public string? Secret { get; init; }

    /// <summary>Whether an authenticator was set on this visit.</summary>
    public bool HasSet { get; init; }

    /// <summary>How it is known who this is (RFC 8176): by a password, an authenticator, more than one thing.</summary>
    public IReadOnlyList<string> Methods => Proof switch
    {
        SecondFactors.Proof.Authenticator => ["pwd", "otp", "mfa"],
        SecondFactors.Proof.RecoveryCode => ["pwd", "mfa"],
        _ => ["pwd"],
    };

    /// <summary>What is asked next. What there is to show comes first: who has stolen a password changes nothing with it.</summary>
    public Step Next(Officer officer, bool hasFactor, bool needsFactor)
    {
        if (hasFactor && Proof is null)
            return Step.Code;
        if (!HasChanged && (Errand is Errand.Password || officer.MustChange))
            return Step.Password;
        return !HasSet && (Errand is Errand.SecondFactor || (needsFactor && !hasFactor)) ? Step.Authenticator : Step.None;
    }
}
