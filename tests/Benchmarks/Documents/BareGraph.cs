using Dapper;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SocialPolicy.PlanRegistry.V1;

namespace SocialPolicy.Benchmarks.Documents;

/// <summary>The least that an answer takes: gRPC with nothing around it and one SELECT, without depths, standings or circles.</summary>
internal sealed class BareGraph : GraphCalls
{
    private readonly WebApplication app;
    private readonly NpgsqlDataSource source;
    private readonly GrpcChannel channel;

    private BareGraph(GraphStage stage, WebApplication app, NpgsqlDataSource source, double percentile)
        : base(stage, percentile)
    {
        (this.app, this.source) = (app, source);
        channel = GrpcChannel.ForAddress(app.Urls.Single());
        Client = new(channel);
    }

    protected override DocumentService.DocumentServiceClient Client { get; }

    public static async Task<BareGraph> Start(GraphStage stage, double percentile)
    {
        var source = NpgsqlDataSource.Create($"{stage.Database.ConnectionString};Max Auto Prepare=50");
        var builder = ServedWorkload.NewBuilder();
        builder.Services.AddSingleton(source);
        builder.Services.AddGrpc();
        var app = builder.Build();
        app.MapGrpcService<Graph>();
        await app.StartAsync();
        return new(stage, app, source, percentile);
    }

    public override async ValueTask DisposeAsync()
    {
        channel.Dispose();
        await app.DisposeAsync();
        await source.DisposeAsync();
    }

    internal sealed class Graph(NpgsqlDataSource source) : DocumentService.DocumentServiceBase
    {
        private const string Above = """
            with recursive above as (
                select to_id from document_relations where from_id = @start and kind = 'implements' and ended_at is null
                union
                select r.to_id from document_relations r join above on r.from_id = above.to_id where r.kind = 'implements' and r.ended_at is null
            )
            select d.id, d.number, d.issuer from above join documents d on d.id = above.to_id
            """;

        public override async Task<ListAncestorsResponse> ListAncestors(ListAncestorsRequest request, ServerCallContext context)
        {
            await using var connection = await source.OpenConnectionAsync(context.CancellationToken);
            var rows = await connection.QueryAsync<(Guid Id, string Number, string Issuer)>(Above, new { start = Guid.Parse(request.Name["documents/".Length..]) });
            return new() { Documents = { rows.Select(row => new RelatedDocument { Document = new() { Name = $"documents/{row.Id}", Number = row.Number, Issuer = row.Issuer } }) } };
        }
    }
}
