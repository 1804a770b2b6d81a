using System.Text.Json;
using SocialPolicy.Accounts;
using SocialPolicy.Accounts.Clients;

namespace SocialPolicy.TokenService.Clients;

/// <summary>A client that is made at the start; its secret is made here.</summary>
/// <param name="ClientId">Its name.</param>
/// <param name="Roles">As the platform spells them.</param>
/// <param name="Agency">Code <c>scheme:code</c> of the agency it belongs to; <c>*</c> for who belongs to the whole installation.</param>
/// <param name="ActFor">Codes of agencies it may act for.</param>
internal sealed record FirstClient(string ClientId, IReadOnlyList<string> Roles, string? Agency = null, IReadOnlyList<string>? ActFor = null)
{
    /// <summary>Whether the register has it as it is described here.</summary>
    public bool Describes(Client client) => Agency == client.Agency && Same(Roles, client.Roles) && Same(ActFor ?? [], client.ActFor ?? []);

    private static bool Same(IReadOnlyList<string> some, IReadOnlyList<string> others) => some.ToHashSet(StringComparer.Ordinal).SetEquals(others);
}

/// <summary>Reads the file of the sandbox's clients: <c>[{"client_id": "demo-officer", "roles": ["reporting_officer"], "agency": "spp:...", "act_for": [...]}]</c>.</summary>
internal static class SandboxClients
{
    /// <summary>The agency of a client whom no agency bounds.</summary>
    private const string WholeInstallation = "*";

    /// <exception cref="InvalidDataException">It cannot be read, or has a client that cannot be; the message says which file and why.</exception>
    public static IReadOnlyList<FirstClient> Read(string file, Predicate<string> isTaken)
    {
        var clients = Parse(file);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var client in clients)
        {
            if (client is not { ClientId.Length: > 0, Roles.Count: > 0 })
                throw new InvalidDataException($"{file} has a client without a name or without a role.");
            if (!names.Add(client.ClientId) || isTaken(client.ClientId))
                throw new InvalidDataException($"{file} has the client {client.ClientId}, and there is one of that name already.");
            if (client.ActFor.OrEmpty().Append(client.Agency is WholeInstallation ? null : client.Agency).OfType<string>().FirstOrDefault(code => !IsCode(code)) is { } wrong)
                throw new InvalidDataException($"{file}: client {client.ClientId} names the agency '{wrong}'; a code is scheme:code.");
        }

        return clients;
    }

    private static IReadOnlyList<FirstClient> Parse(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            return JsonSerializer.Deserialize<List<FirstClient>>(stream, PrivateFolder.Json) ?? throw new JsonException("It is empty.");
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"The sandbox's clients cannot be read from {file}: {exception.Message}", exception);
        }
    }

    private static bool IsCode(string code) => code.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && colon < code.Length - 1;

    private static IEnumerable<string> OrEmpty(this IReadOnlyList<string>? codes) => codes ?? [];
}
