using System.Globalization;
using Microsoft.Extensions.Options;
using SocialPolicy.Accounts;
using SocialPolicy.Accounts.Officers;
using SocialPolicy.Accounts.Officers.SecondFactors;

namespace SocialPolicy.TokenService.Officers.SecondFactors;

/// <summary>By what an officer has shown more than a password.</summary>
internal enum Proof
{
    /// <summary>A code of the authenticator.</summary>
    Authenticator,

    /// <summary>One of the codes on paper.</summary>
    RecoveryCode,
}

/// <summary>The second factors of <c>second-factors.json</c>. What was used is on the disk before anybody is let in by it, so nothing is taken twice.</summary>
internal sealed partial class SecondFactorRegister
{
    private readonly PrivateFolder folder;
    private readonly TokenOptions options;
    private readonly TimeProvider clock;
    private readonly ILogger<SecondFactorRegister> logger;
    private readonly FollowedFile<SortedDictionary<string, SecondFactor>> file;

    public SecondFactorRegister(PrivateFolder folder, IOptions<TokenOptions> options, TimeProvider clock, ILogger<SecondFactorRegister> logger)
    {
        (this.folder, this.options, this.clock, this.logger) = (folder, options.Value, clock, logger);
        file = new(folder, SecondFactorsOnDisk.FileName, SecondFactorsOnDisk.Read, Unreadable);
    }

    // Not to know who has one must not let anybody in without.
    private SortedDictionary<string, SecondFactor> Known => file.Now ?? throw new InvalidOperationException($"{SecondFactorsOnDisk.FileName} cannot be read: nobody is signed in until it can.");

    public bool IsOffered => options.SecondFactor is not SecondFactorPolicy.None;

    public bool Has(Officer officer) => Known.ContainsKey(officer.Name);

    public bool Needs(Officer officer) => options.SecondFactor is SecondFactorPolicy.Required
        || (options.SecondFactor is SecondFactorPolicy.Offered && officer.Roles.Any(options.SecondFactorRoles.Contains));

    /// <summary>What the typed code proves, which is then used; null for a wrong one, or one that was used.</summary>
    public Proof? Try(Officer officer, string typed)
    {
        Proof? proof = null;
        Change(factors =>
        {
            if (factors.GetValueOrDefault(officer.Name) is not { } factor)
                return;
            var used = RecoveryCodes.IsOne(typed) ? UseRecoveryCode(factor, typed) : UseCode(factor, typed);
            proof = used is null ? null : RecoveryCodes.IsOne(typed) ? Proof.RecoveryCode : Proof.Authenticator;
            factors[officer.Name] = used ?? Missed(factor);
        });
        return proof;
    }

    /// <summary>Sets the authenticator that knows the secret in place of any other; ten recovery codes, to be shown now and never again. Null for a wrong code.</summary>
    public IReadOnlyList<string>? Set(Officer officer, string secret, string typed)
    {
        var now = clock.GetUtcNow();
        if (Authenticator.StepOf(typed, secret, now, last: 0) is not { } step)
            return null;

        var codes = RecoveryCodes.Fresh();
        var factor = new SecondFactor(officer.Name, secret, now, step, [.. codes.Select(RecoveryCodes.Bare).Select(HashedSecret.OfRecoveryCode)]);
        Change(factors => factors[officer.Name] = factor);
        LogOf(officer.Name).Write("officer second factor set", officer.Name);
        return codes;
    }

    private void Change(Action<SortedDictionary<string, SecondFactor>> change) => file.Change(_ => SecondFactorsOnDisk.Change(folder, change));

    private SecondFactor? UseCode(SecondFactor factor, string typed) =>
        factor.Misses < SecondFactor.MostMisses && Authenticator.StepOf(typed, factor.Secret, clock.GetUtcNow(), factor.LastStep) is { } step
            ? factor with { LastStep = step, Misses = 0 }
            : null;

    private SecondFactor? UseRecoveryCode(SecondFactor factor, string typed)
    {
        var bare = RecoveryCodes.Bare(typed);
        var matching = factor.RecoveryCodes.Where(code => code.Matches(bare)).ToList();
        if (matching.Count == 0)
            return null;

        var left = factor.RecoveryCodes.Except(matching).ToList();
        LogOf(factor.Officer).Write("officer recovery code used", factor.Officer, string.Create(CultureInfo.InvariantCulture, $"{left.Count} left"));
        return factor with { RecoveryCodes = left, Misses = 0 };
    }

    private SecondFactor Missed(SecondFactor factor)
    {
        var missed = factor with { Misses = factor.Misses + 1 };
        if (missed.Misses == SecondFactor.MostMisses)
            TooManyMisses(factor.Officer, SecondFactor.MostMisses);
        return missed;
    }

    private AccountsLog LogOf(string officer) => new(folder, clock, $"officer:{officer}");

    [LoggerMessage(Level = LogLevel.Error, Message = "The second factors cannot be read; those before stay in force, and without any nobody is signed in")]
    private partial void Unreadable(Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Officer} has a second factor of which {Count} codes in a row were wrong: it takes recovery codes alone, until one or a reset")]
    private partial void TooManyMisses(string officer, int count);
}
