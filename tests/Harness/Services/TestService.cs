using System.Reflection;
using System.Security.Cryptography;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace SocialPolicy.Harness.Services;

/// <summary>A service in this process, started by its own Program as in production: a real socket, a free port, its own settings.</summary>
public sealed class TestService : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // One test process asks for more than any caller would; a test of the limits sets its own.
    private static readonly string[] Unlimited =
    [
        "--Limits:Caller:PerSecond=10000000", "--Limits:Caller:AtOnce=10000000", "--Limits:Address:PerSecond=10000000", "--Limits:Address:AtOnce=10000000",
        "--Limits:OpenAtOnce=1000", "--Limits:UploadsADay=10000000", "--Limits:UploadedMegabytesADay=1000000",
    ];

    // An installation signs its audit, and so does a service under test.
    private static readonly string AuditKey = $"--Audit:Keys={Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32))}";

    private readonly Task program;
    private readonly IHost host;
    private readonly GrpcChannel channel;

    private TestService(Task program, IHost host)
    {
        (this.program, this.host) = (program, host);
        Address = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        channel = GrpcChannel.ForAddress(Address);
    }

    /// <summary>Where its gRPC port listens.</summary>
    public string Address { get; }

    /// <summary>What its Program registered.</summary>
    public IServiceProvider Services => host.Services;

    /// <summary>Starts the program and waits until it listens. Fails with what the program fails with.</summary>
    /// <param name="service">The assembly whose entry point it is.</param>
    /// <param name="settings">Its configuration, such as <c>ConnectionStrings:planregistry</c>.</param>
    /// <param name="replace">Services that take the place of the program's own, such as the clock.</param>
    public static async Task<TestService> Start(
        Assembly service, IReadOnlyDictionary<string, string> settings, Action<IServiceCollection>? replace = null)
    {
        string[] args = ["--HTTP_PORT=0", "--Logging:LogLevel:Default=Warning", AuditKey, .. Unlimited, .. settings.Select(setting => $"--{setting.Key}={setting.Value}")];
        var (program, host) = await ProgramHost.Run(service, args, replace ?? (_ => { })).WaitAsync(Patience);
        return new TestService(program, host);
    }

    /// <summary>Calls by whoever holds the token; null: by nobody.</summary>
    public CallInvoker As(string? token) => token is null ? channel.CreateCallInvoker() : channel.Intercept(metadata =>
    {
        metadata.Add("authorization", $"Bearer {token}");
        return metadata;
    });

    /// <summary>Stops it as SIGTERM does.</summary>
    public async ValueTask DisposeAsync()
    {
        channel.Dispose();
        host.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        await program.WaitAsync(Patience);
    }
}
