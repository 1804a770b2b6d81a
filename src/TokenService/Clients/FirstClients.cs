using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using SocialPolicy.Accounts;

namespace SocialPolicy.TokenService.Clients;

/// <summary>
/// Makes the clients an installation begins with and leaves their credentials where programs of the same machine find
/// them. They keep their secrets from start to start, and have the roles and agencies of this version; a secret that is lost, or that
/// the register no longer takes, is followed by a new one.
/// </summary>
internal sealed partial class FirstClients(
    PrivateFolder folder, ClientRegister register, ServiceClients services, Authority authority, IOptions<TokenOptions> options, ILogger<FirstClients> logger)
    : IHostedLifecycleService, IHealthCheck
{
    public const string OperatorFile = "spp.client.json";
    public const string SandboxFileName = "sandbox.clients.json";

    private static readonly FirstClient Operator = new("spp", ["administrator", "operator", "registrar", "auditor"]);

    private volatile bool ready;

    // Behind the start, because only then is it known where the service listens.
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        folder.Write(OperatorFile, Keep(folder.Read<Credentials>(OperatorFile), Operator, sandbox: false));
        if (options.Value.Sandbox)
            OpenSandbox(SandboxClients.Read(options.Value.SandboxClients!, isTaken: id => id == Operator.ClientId || services.Find(id) is not null));

        ready = true;
        return Task.CompletedTask;
    }

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(ready ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The first clients are not made yet."));

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void OpenSandbox(IReadOnlyList<FirstClient> clients)
    {
        var kept = (folder.Read<SandboxFile>(SandboxFileName)?.Clients ?? []).ToDictionary(known => known.ClientId, StringComparer.Ordinal);
        register.KeepOfSandbox(clients.Select(client => client.ClientId).ToHashSet(StringComparer.Ordinal));
        folder.Write(SandboxFileName, new SandboxFile([.. clients.Select(client => Keep(kept.GetValueOrDefault(client.ClientId), client, sandbox: true))]));
        SandboxIsOpen(clients.Count);
    }

    private Credentials Keep(Credentials? kept, FirstClient client, bool sandbox)
    {
        // A secret the register no longer takes may have been taken out of it because it leaked: it never comes back.
        var known = kept is null ? null : register.Find(client.ClientId, kept.ClientSecret);
        var secret = known is null ? HashedSecret.Fresh() : kept!.ClientSecret;
        if (known is null)
        {
            register.Save(new(client.ClientId, HashedSecret.Of(secret), client.Roles, client.Agency, client.ActFor, sandbox));
            Made(client.ClientId);
        }
        else if (!client.Describes(known))
        {
            register.Save(known with { Roles = client.Roles, Agency = client.Agency, ActFor = client.ActFor });
            BroughtUpToDate(client.ClientId);
        }

        return new(client.ClientId, secret, authority.Address, client.Roles, client.Agency);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Made the client {ClientId}")]
    private partial void Made(string clientId);

    [LoggerMessage(Level = LogLevel.Information, Message = "Gave the client {ClientId} the roles and agencies of this version")]
    private partial void BroughtUpToDate(string clientId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The sandbox is open: {Count} test clients are let in")]
    private partial void SandboxIsOpen(int count);
}
