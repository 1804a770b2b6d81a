using Microsoft.Extensions.Options;

namespace SocialPolicy.TokenService.Clients;

/// <summary>The clients of <c>clients.json</c>; a changed file counts from the next request on.</summary>
internal sealed partial class ClientRegister(PrivateFolder folder, IOptions<TokenOptions> options, ILogger<ClientRegister> logger)
{
    private const string FileName = "clients.json";

    private readonly Lock one = new();
    private Dictionary<string, Client> known = [];
    private DateTime readAt;

    /// <summary>The client, when the secret is right. Takes as long for one that does not exist.</summary>
    public Client? Find(string clientId, string secret)
    {
        var client = Known().GetValueOrDefault(clientId);
        if (client is { Sandbox: true } && !options.Value.Sandbox)
            client = null;

        var matches = (client?.Secret ?? HashedSecret.OfNobody).Matches(secret);
        return matches ? client : null;
    }

    public void Save(IEnumerable<Client> clients)
    {
        lock (one)
        {
            var all = new Dictionary<string, Client>(Read());
            foreach (var client in clients)
                all[client.ClientId] = client;
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
            }
            catch (InvalidDataException exception)
            {
                Unreadable(exception);
            }

            readAt = written;
            return known;
        }
    }

    private Dictionary<string, Client> Read() =>
        (folder.Read<ClientFile>(FileName)?.Clients ?? []).ToDictionary(client => client.ClientId, StringComparer.Ordinal);

    [LoggerMessage(Level = LogLevel.Error, Message = "The changed clients cannot be read; those before stay in force")]
    private partial void Unreadable(Exception exception);
}
