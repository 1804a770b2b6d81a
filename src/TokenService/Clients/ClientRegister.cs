using Microsoft.Extensions.Options;

namespace SocialPolicy.TokenService.Clients;

/// <summary>The platform's services and the clients of <c>clients.json</c>; a changed file counts from the next request on.</summary>
internal sealed partial class ClientRegister(
    PrivateFolder folder, ServiceClients services, IOptions<TokenOptions> options, ILogger<ClientRegister> logger)
{
    private const string FileName = "clients.json";

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
            var all = new Dictionary<string, Client>(Read());
            change(all);
            folder.Write(FileName, new ClientFile([.. all.Values.OrderBy(client => client.ClientId, StringComparer.Ordinal)]));
            known = Read();
            readAt = folder.LastWrite(FileName);
        }
    }

    private Dictionary<string, Client> Known()
    {
        lock (one)
        {
            var written = folder.LastWrite(FileName);
            if (written == readAt)
                return known;

            try
            {
                known = Read();
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

    private Dictionary<string, Client> Read()
    {
        var clients = new Dictionary<string, Client>(StringComparer.Ordinal);
        foreach (var client in folder.Read<ClientFile>(FileName)?.Clients ?? [])
        {
            if (client is not { ClientId.Length: > 0, Secret.IsWhole: true })
                throw new InvalidDataException($"{FileName} has a client without a name or without a hashed secret.");
            if (!clients.TryAdd(client.ClientId, client))
                throw new InvalidDataException($"{FileName} has the client {client.ClientId} twice.");
        }

        return clients;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The changed clients cannot be read; those before stay in force")]
    private partial void Unreadable(Exception exception);
}
