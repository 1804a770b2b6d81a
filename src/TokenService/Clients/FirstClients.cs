using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace SocialPolicy.TokenService.Clients;

/// <summary>
/// Makes the clients an installation begins with and leaves their credentials where programs of the same machine find
/// them. They keep their secrets from start to start, and have the roles of this version; a secret that is lost, or that
/// the register no longer takes, is followed by a new one.
/// </summary>
internal sealed partial class FirstClients(
    PrivateFolder folder, ClientRegister register, Authority authority, IOptions<TokenOptions> options, ILogger<FirstClients> logger)
    : IHostedLifecycleService, IHealthCheck
{
    public const string OperatorFile = "spp.client.json";
    public const string SandboxFileName = "sandbox.clients.json";

    private static readonly (string Id, string[] Roles, string? Agency) Operator = ("spp", ["administrator", "operator", "registrar"], null);

    internal static IReadOnlyList<(string Id, string[] Roles, string? Agency)> Sandbox { get; } =
    [
        ("demo-registrar", ["registrar"], null),
        ("demo-operator", ["operator"], null),
        ("demo-viewer", ["viewer"], null),
        ("demo-auditor", ["auditor"], null),
        ("demo-focal", ["focal_officer"], "agencies/so-noi-vu"),
        ("demo-officer", ["reporting_officer"], "agencies/so-giao-duc"),
        ("demo-approver", ["approver"], "agencies/so-giao-duc"),
    ];

    private volatile bool ready;

    // Behind the start, because only then is it known where the service listens.
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        folder.Write(OperatorFile, Keep(folder.Read<Credentials>(OperatorFile), Operator, sandbox: false));
        if (options.Value.Sandbox)
        {
            var kept = folder.Read<SandboxFile>(SandboxFileName)?.Clients ?? [];
            folder.Write(SandboxFileName, new SandboxFile([.. Sandbox.Select(client =>
                Keep(kept.FirstOrDefault(known => string.Equals(known.ClientId, client.Id, StringComparison.Ordinal)), client, sandbox: true))]));
            SandboxIsOpen(Sandbox.Count);
        }

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

    private Credentials Keep(Credentials? kept, (string Id, string[] Roles, string? Agency) client, bool sandbox)
    {
        // A secret the register no longer takes may have been taken out of it because it leaked: it never comes back.
        var known = kept is null ? null : register.Find(client.Id, kept.ClientSecret);
        var secret = known is null ? HashedSecret.Fresh() : kept!.ClientSecret;
        if (known is null)
        {
            register.Save([new(client.Id, HashedSecret.Of(secret), client.Roles, client.Agency, Sandbox: sandbox)]);
            Made(client.Id);
        }
        else if (!known.Roles.ToHashSet(StringComparer.Ordinal).SetEquals(client.Roles) || known.Agency != client.Agency)
        {
            register.Save([known with { Roles = client.Roles, Agency = client.Agency }]);
            BroughtUpToDate(client.Id);
        }

        return new(client.Id, secret, authority.Address, client.Roles, client.Agency);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Made the client {ClientId}")]
    private partial void Made(string clientId);

    [LoggerMessage(Level = LogLevel.Information, Message = "Gave the client {ClientId} the roles of this version")]
    private partial void BroughtUpToDate(string clientId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The sandbox is open: {Count} test clients are let in")]
    private partial void SandboxIsOpen(int count);
}
