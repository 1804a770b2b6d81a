using System.Collections.Frozen;
using Microsoft.Extensions.Options;
using SocialPolicy.Accounts;
using SocialPolicy.Accounts.Clients;

namespace SocialPolicy.TokenService.Clients;

/// <summary>
/// The platform's own services as clients. Whoever starts the installation gives each service and this one the same secret;
/// it is written down nowhere here.
/// </summary>
internal sealed class ServiceClients(IOptions<TokenOptions> options)
{
    private const string Role = "service";

    private readonly FrozenDictionary<string, Client> known = options.Value.Services.ToFrozenDictionary(
        service => service.Key, service => new Client(service.Key, HashedSecret.Of(service.Value), [Role]), StringComparer.Ordinal);

    public Client? Find(string clientId) => known.GetValueOrDefault(clientId);
}
