using SocialPolicy.Accounts.Clients;
using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.Accounts.Officers;

/// <summary>What is done to officers' accounts, each act with a line in the trail. Rules that are broken throw <see cref="RuleBroken"/>.</summary>
public sealed class OfficerAccounts(PrivateFolder folder, AccountsLog log)
{
    public IReadOnlyCollection<Officer> All => OfficersOnDisk.Read(folder).Values;

    public void Add(string name, string password, IReadOnlyList<string> roles, string? agency, IReadOnlyList<string> actFor)
    {
        Check.All(
            new OfficerNamesAreWellFormed(name), new PasswordsAreLong(password), new PasswordsAreNotCommon(name, password),
            new OfficersHoldRoles(roles), new AgenciesAreCodes([.. actFor, .. agency is null or "*" ? [] : (string[])[agency]]));
        var taken = ClientsOnDisk.Read(folder).ContainsKey(name);
        OfficersOnDisk.Change(folder, officers =>
        {
            Check.Rule(new OfficerNamesAreFree(name, officers.ContainsKey(name) || taken));
            officers[name] = new(name, HashedSecret.OfPassword(password), roles, agency, actFor);
            log.Write("officer added", name, Describe(roles, agency, actFor));
        });
    }

    public void Reset(string name, string password)
    {
        Check.All(new PasswordsAreLong(password), new PasswordsAreNotCommon(name, password));
        Change(name, "officer password reset", null, officer => officer with { Password = HashedSecret.OfPassword(password) });
    }

    public void Disable(string name) => Change(name, "officer disabled", null, officer => officer with { Disabled = true });

    public void Enable(string name) => Change(name, "officer enabled", null, officer => officer with { Disabled = false });

    public void Give(string name, IReadOnlyList<string> roles, string? agency, IReadOnlyList<string> actFor)
    {
        Check.All(new OfficersHoldRoles(roles), new AgenciesAreCodes([.. actFor, .. agency is null or "*" ? [] : (string[])[agency]]));
        Change(name, "officer roles", Describe(roles, agency, actFor), officer => officer with { Roles = roles, Agency = agency, ActFor = actFor });
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
