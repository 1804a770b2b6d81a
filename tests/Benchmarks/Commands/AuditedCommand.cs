using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using SocialPolicy.Benchmarks.Events;
using SocialPolicy.Benchmarks.Rpc;
using SocialPolicy.BuildingBlocks.Service.Api;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Messaging;
using SocialPolicy.BuildingBlocks.Service.Storage;
using SocialPolicy.Harness;
using SocialPolicy.Harness.Identity;

namespace SocialPolicy.Benchmarks.Commands;

/// <summary>
/// What a command costs: token, policy, errors, deadline, telemetry, a transaction with its effect and its audit row, sealed meanwhile;
/// against gRPC with nothing around it and one INSERT. The database is durable on both sides.
/// </summary>
internal class AuditedCommand : ServedWorkload
{
    private const string Service = "happenings";
    private const string Authority = "BENCHMARK_AUTHORITY";
    private const string Database = "BENCHMARK_DATABASE";

    private TestIssuer? issuer;

    public override string Suite => "commands";

    public override string Name => "audited-command";

    public override double? Goal => 0.5;

    public override async Task<IMeasured> Open(Side side)
    {
        // The second process inherits both addresses.
        issuer ??= await TestIssuer.Start();
        var database = await (await Stage.Ready).NewDatabase();
        await Migrator.Run(new(Service, typeof(AuditedCommand).Assembly, database), new(null, null), Facts.None(Service), TextWriter.Null, CancellationToken.None);
        await using (var connection = new NpgsqlConnection(database))
            await Prepare(connection);
        Environment.SetEnvironmentVariable(Authority, issuer.Authority);
        Environment.SetEnvironmentVariable(Database, database);
        return await base.Open(side);
    }

    public override WebApplication Build(WebApplicationBuilder builder, Side side)
    {
        var database = Environment.GetEnvironmentVariable(Database)!;
        if (side == Side.Limit)
        {
            builder.Services.AddGrpc();
            builder.Services.AddSingleton(NpgsqlDataSource.Create(database + ";Maximum Pool Size=20;Max Auto Prepare=50"));
            var bare = builder.Build();
            bare.MapGrpcService<BareInsert>();
            return bare;
        }

        var authority = Environment.GetEnvironmentVariable(Authority);
        builder.Configuration.AddInMemoryCollection(
        [
            // One caller asks for more here than any would.
            new("Limits:Caller:PerSecond", "10000000"),
            new("Limits:Caller:AtOnce", "10000000"),
            new("Identity:Authority", authority),
            new("OTEL_EXPORTER_OTLP_ENDPOINT", authority),
            new("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
            new($"ConnectionStrings:{Service}", database),
            new("Audit:Keys", Secrets.New() + Secrets.New()),
        ]);
        builder.AddServiceDefaults();
        builder.AddStorage(Service, typeof(AuditedCommand).Assembly);
        builder.AddApi("benchmarks.socialpolicy");
        Change(builder.Services);
        var app = builder.Build();
        app.MapDefaultEndpoints();
        app.MapApi();
        app.MapGrpcService<InsertCommand>();
        return app;
    }

    /// <summary>What this workload changes in the database before anything runs.</summary>
    protected virtual Task Prepare(NpgsqlConnection connection) => Task.CompletedTask;

    /// <summary>What it changes in the service.</summary>
    protected virtual void Change(IServiceCollection services)
    {
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
