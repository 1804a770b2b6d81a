namespace SocialPolicy.Accounts.Clients;

/// <summary>
/// The administrator of an installation: a client whose secret is told to a person once and kept nowhere. A lost one is followed by a new
/// one on the machine that holds the data folder.
/// </summary>
public static class AdministratorAccount
{
    public const string ClientId = "administrator";

    private static readonly string[] Roles = ["administrator"];

    /// <summary>The secret of a fresh administrator, to be shown now and never again; null when there is one already.</summary>
    public static string? Create(PrivateFolder folder, AccountsLog log)
    {
        string? secret = null;
        ClientsOnDisk.Change(folder, clients =>
        {
            if (!clients.ContainsKey(ClientId))
                clients[ClientId] = new(ClientId, HashedSecret.Of(secret = HashedSecret.Fresh()), Roles);
        });
        if (secret is not null)
            log.Write("administrator created", ClientId);
        return secret;
    }

    /// <summary>A new secret, to be shown now and never again; the old one stops with it.</summary>
    public static string Reset(PrivateFolder folder, AccountsLog log)
    {
        var secret = HashedSecret.Fresh();
        log.Write("administrator reset", ClientId);
        ClientsOnDisk.Change(folder, clients => clients[ClientId] = new(ClientId, HashedSecret.Of(secret), Roles));
        return secret;
    }
}
