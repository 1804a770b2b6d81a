using Microsoft.Extensions.Options;
using SocialPolicy.Accounts;
using SocialPolicy.Accounts.Clients;

namespace SocialPolicy.TokenService.Clients;

/// <summary>The platform's services and the clients of <c>clients.json</c>; a changed file counts from the next request on.</summary>
internal sealed partial class ClientRegister(
    PrivateFolder folder, ServiceClients services, IOptions<TokenOptions> options, ILogger<ClientRegister> logger)
{
    private readonly Lock one = new();
    private Dictionary<string, Client> known = [];
    private DateTime readAt;

    /// <summary>The client, when the secret is right. Takes as long for one that does not exist.</summary>
    public Client? Find(string clientId, string secret)
    {
        var client = services.Find(clientId) ?? Known().GetValueOrDefault(clientId);
        if (client is { Sandbox: true } && !options.Value.Sandbox)
            client = null;

        var matches = (client?.Secret ?? HashedSecret.OfNobody).Matches(secret);
        return matches ? client : null;
    }

    public bool Has(string clientId) => Known().ContainsKey(clientId);

    public void Save(Client client) => Change(all => all[client.ClientId] = client);

    /// <summary>Takes the sandbox's clients out that are not among these.</summary>
    public void KeepOfSandbox(IReadOnlySet<string> clientIds)
    {
        if (Known().Values.Any(IsGone))
            Change(all => all.Values.Where(IsGone).ToList().ForEach(client => all.Remove(client.ClientId)));

        bool IsGone(Client client) => client.Sandbox && !clientIds.Contains(client.ClientId);
    }

    private void Change(Action<Dictionary<string, Client>> change)
    {
        lock (one)
        {
            known = ClientsOnDisk.Change(folder, change);
            readAt = folder.LastWrite(ClientsOnDisk.FileName);
        }
    }

    private Dictionary<string, Client> Known()
    {
        lock (one)
        {
            var written = folder.LastWrite(ClientsOnDisk.FileName);
            if (written == readAt)
                return known;

            try
            {
                Follow(ClientsOnDisk.Read(folder));
                readAt = written;
            }
            catch (InvalidDataException exception)
            {
                readAt = written;
                Unreadable(exception);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // The file may be as it should be; it is tried again at the next request.
                Unreadable(exception);
            }

            return known;
        }
    }

    private void Follow(Dictionary<string, Client> changed)
    {
        foreach (var client in changed.Values.Where(client => known.GetValueOrDefault(client.ClientId) is { } before && before.Secret != client.Secret))
            OtherSecret(client.ClientId);
        known = changed;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The changed clients cannot be read; those before stay in force")]
    private partial void Unreadable(Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The client {ClientId} has another secret from now on; the old one is refused")]
    private partial void OtherSecret(string clientId);
}
