using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SocialPolicy.BuildingBlocks.Service.Api;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.Harness.Identity;

namespace SocialPolicy.Benchmarks.Rpc;

/// <summary>What is left of the bare echo with everything around it that a service has: token, policy, errors, deadline, telemetry.</summary>
internal sealed class PlatformEcho : ServedWorkload
{
    private const string Authority = "BENCHMARK_AUTHORITY";
    private TestIssuer? issuer;

    public override string Name => "platform-echo";

    public override double? Goal => 0.7;

    public override async Task<IMeasured> Open(Side side)
    {
        // The second process inherits the address. The issuer lives as long as the first.
        issuer ??= await TestIssuer.Start();
        Environment.SetEnvironmentVariable(Authority, issuer.Authority);
        return await base.Open(side);
    }

    public override WebApplication Build(WebApplicationBuilder builder, Side side)
    {
        if (side == Side.Limit)
        {
            builder.Services.AddGrpc();
            var bare = builder.Build();
            bare.MapGrpcService<EchoService>();
            return bare;
        }

        // Telemetry goes somewhere, or nothing would be recorded: here to an address that takes it and throws it away.
        var authority = Environment.GetEnvironmentVariable(Authority);
        builder.Configuration.AddInMemoryCollection(
        [
            new("Identity:Authority", authority),
            new("Limits:Caller:PerSecond", "10000000"),
            new("Limits:Caller:AtOnce", "10000000"),
            new("OTEL_EXPORTER_OTLP_ENDPOINT", authority),
            new("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
        ]);
        builder.AddServiceDefaults();
        builder.AddApi("benchmarks.socialpolicy");
        var app = builder.Build();
        app.MapDefaultEndpoints();
        app.MapApi();
        app.MapGrpcService<EchoService>();
        return app;
    }

    protected override ICaller Connect(Uri address, Side side)
    {
        var channel = GrpcChannel.ForAddress(address);
        if (side == Side.Limit)
            return new GrpcEchoCaller(channel);

        var authorization = $"Bearer {issuer!.Token("benchmarks", Role.Registrar)}";
        return new GrpcEchoCaller(channel, channel.Intercept(headers =>
        {
            headers.Add("authorization", authorization);
            return headers;
        }));
    }
}
