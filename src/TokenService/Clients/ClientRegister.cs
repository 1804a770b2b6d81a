using Microsoft.Extensions.Options;
using SocialPolicy.Accounts;
using SocialPolicy.Accounts.Clients;

namespace SocialPolicy.TokenService.Clients;

/// <summary>The platform's services and the clients of <c>clients.json</c>; a changed file counts from the next request on.</summary>
internal sealed partial class ClientRegister
{
    private readonly ServiceClients services;
    private readonly IOptions<TokenOptions> options;
    private readonly ILogger<ClientRegister> logger;
    private readonly FollowedFile<Dictionary<string, Client>> file;

    public ClientRegister(PrivateFolder folder, ServiceClients services, IOptions<TokenOptions> options, ILogger<ClientRegister> logger)
    {
        (this.services, this.options, this.logger) = (services, options, logger);
        file = new(folder, ClientsOnDisk.FileName, ClientsOnDisk.Read, Unreadable, TellOfOtherSecrets);
    }

    private IReadOnlyDictionary<string, Client> Known => file.Now ?? [];

    /// <summary>The client, when the secret is right. Takes as long for one that does not exist.</summary>
    public Client? Find(string clientId, string secret)
    {
        var client = services.Find(clientId) ?? Known.GetValueOrDefault(clientId);
        if (client is { Sandbox: true } && !options.Value.Sandbox)
            client = null;

        var matches = (client?.Secret ?? HashedSecret.OfNobody).Matches(secret);
        return matches ? client : null;
    }

    public bool Has(string clientId) => Known.ContainsKey(clientId);

    public void Save(Client client) => Change(all => all[client.ClientId] = client);

    /// <summary>Takes the sandbox's clients out that are not among these.</summary>
    public void KeepOfSandbox(IReadOnlySet<string> clientIds)
    {
        if (Known.Values.Any(IsGone))
            Change(all => all.Values.Where(IsGone).ToList().ForEach(client => all.Remove(client.ClientId)));

        bool IsGone(Client client) => client.Sandbox && !clientIds.Contains(client.ClientId);
    }

    private void Change(Action<Dictionary<string, Client>> change) => file.Change(folder => ClientsOnDisk.Change(folder, change));

    private void TellOfOtherSecrets(Dictionary<string, Client>? before, Dictionary<string, Client> now)
    {
        foreach (var client in now.Values.Where(client => before?.GetValueOrDefault(client.ClientId) is { } known && known.Secret != client.Secret))
            OtherSecret(client.ClientId);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The changed clients cannot be read; those before stay in force")]
    private partial void Unreadable(Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The client {ClientId} has another secret from now on; the old one is refused")]
    private partial void OtherSecret(string clientId);
}
