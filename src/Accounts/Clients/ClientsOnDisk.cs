namespace SocialPolicy.Accounts.Clients;

/// <summary>The file <c>clients.json</c>: who may ask for tokens.</summary>
public static class ClientsOnDisk
{
    public const string FileName = "clients.json";

    /// <summary>The clients by their names; none without a file.</summary>
    /// <exception cref="InvalidDataException">It cannot be read, or has a client that cannot be.</exception>
    public static Dictionary<string, Client> Read(PrivateFolder folder)
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

    /// <summary>Reads, changes and writes while nobody else does.</summary>
    public static Dictionary<string, Client> Change(PrivateFolder folder, Action<Dictionary<string, Client>> change)
    {
        using var alone = folder.Lock();
        var clients = Read(folder);
        change(clients);
        folder.Write(FileName, new ClientFile([.. clients.Values.OrderBy(client => client.ClientId, StringComparer.Ordinal)]));
        return clients;
    }
}
