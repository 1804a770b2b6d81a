using SocialPolicy.Accounts.Clients;
using SocialPolicy.Accounts.Officers.SecondFactors;
using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.Accounts.Officers;

/// <summary>What is done to officers' accounts, each act with a line in the trail. Rules that are broken throw <see cref="RuleBroken"/>.</summary>
/// <param name="folder">Of the accounts.</param>
/// <param name="log">The trail.</param>
/// <param name="breached">Passwords that nobody may have; null for none.</param>
public sealed class OfficerAccounts(PrivateFolder folder, AccountsLog log, BreachedPasswords? breached = null)
{
    private const string Changes = "must change it";

    public IReadOnlyCollection<Officer> All => OfficersOnDisk.Read(folder).Values;

    /// <summary>Their second factors, by officer.</summary>
    public IReadOnlyDictionary<string, SecondFactor> SecondFactors => SecondFactorsOnDisk.Read(folder);

    /// <param name="name">The officer.</param>
    /// <param name="password">To sign in with.</param>
    /// <param name="roles">What the officer may be.</param>
    /// <param name="agency">Whom the officer belongs to.</param>
    /// <param name="actFor">Whom else the officer acts for.</param>
    /// <param name="mustChange">Somebody else knows the password: the officer signs in with one of his own.</param>
    public void Add(string name, string password, IReadOnlyList<string> roles, string? agency, IReadOnlyList<string> actFor, bool mustChange = false)
    {
        Check.All(
            new OfficerNamesAreWellFormed(name), new PasswordsAreLong(password), new PasswordsAreNotCommon(name, password),
            new OfficersHoldRoles(roles), new AgenciesAreCodes([.. actFor, .. agency is null or "*" ? [] : (string[])[agency]]));
        breached?.MustNotHold(password);
        var taken = ClientsOnDisk.Read(folder).ContainsKey(name);
        OfficersOnDisk.Change(folder, officers =>
        {
            Check.Rule(new OfficerNamesAreFree(name, officers.ContainsKey(name) || taken));
            officers[name] = new(name, HashedSecret.OfPassword(password), roles, agency, actFor, MustChange: mustChange);
            log.Write("officer added", name, Describe(roles, agency, actFor) + (mustChange ? $"; {Changes}" : ""));
        });
    }

    /// <summary>Sets a password in place of a forgotten or leaked one; see <see cref="Add"/> for <paramref name="mustChange"/>.</summary>
    public void Reset(string name, string password, bool mustChange = false)
    {
        Check.All(new PasswordsAreLong(password), new PasswordsAreNotCommon(name, password));
        breached?.MustNotHold(password);
        Change(name, "officer password reset", mustChange ? Changes : null, officer => officer with { Password = HashedSecret.OfPassword(password), MustChange = mustChange });
    }

    /// <summary>Sets the password the officer chose, which <see cref="Choose"/> hashed; unless another one was set meanwhile.</summary>
    /// <returns>The officer as it is now; null when another password was set meanwhile, or nobody may sign in by that name any more.</returns>
    public Officer? Renew(Officer known, HashedSecret password)
    {
        Officer? renewed = null;
        OfficersOnDisk.Change(folder, officers =>
        {
            if (officers.GetValueOrDefault(known.Name) is not { Disabled: false } officer || officer.PasswordMark != known.PasswordMark)
                return;
            log.Write("officer password changed", known.Name);
            officers[known.Name] = renewed = officer with { Password = password, MustChange = false };
        });
        return renewed;
    }

    /// <summary>Hashes the password an officer takes for himself.</summary>
    public static HashedSecret Choose(Officer officer, string password, BreachedPasswords breached)
    {
        Check.All(new PasswordsAreLong(password), new PasswordsAreNotCommon(officer.Name, password));
        breached.MustNotHold(password);
        Check.Rule(new PasswordsAreChanged(officer.Password, password));
        return HashedSecret.OfPassword(password);
    }

    public void Disable(string name) => Change(name, "officer disabled", null, officer => officer with { Disabled = true });

    public void Enable(string name) => Change(name, "officer enabled", null, officer => officer with { Disabled = false });

    public void Give(string name, IReadOnlyList<string> roles, string? agency, IReadOnlyList<string> actFor)
    {
        Check.All(new OfficersHoldRoles(roles), new AgenciesAreCodes([.. actFor, .. agency is null or "*" ? [] : (string[])[agency]]));
        Change(name, "officer roles", Describe(roles, agency, actFor), officer => officer with { Roles = roles, Agency = agency, ActFor = actFor });
    }

    /// <summary>Takes the second factor of an officer away who has lost the phone and the recovery codes.</summary>
    public void ResetSecondFactor(string name)
    {
        Check.Rule(new OfficersAreThere(name, OfficersOnDisk.Read(folder).ContainsKey(name)));
        SecondFactorsOnDisk.Change(folder, factors =>
        {
            Check.Rule(new SecondFactorsAreThere(name, factors.ContainsKey(name)));
            log.Write("officer second factor reset", name);
            factors.Remove(name);
        });
    }

    private void Change(string name, string act, string? detail, Func<Officer, Officer> change) => OfficersOnDisk.Change(folder, officers =>
    {
        Check.Rule(new OfficersAreThere(name, officers.ContainsKey(name)));
        log.Write(act, name, detail);
        officers[name] = change(officers[name]);
    });

    private static string Describe(IReadOnlyList<string> roles, string? agency, IReadOnlyList<string> actFor) =>
        $"roles {string.Join(' ', roles)}; agency {agency ?? "none"}; acts for {(actFor.Count == 0 ? "none" : string.Join(' ', actFor))}";
}
