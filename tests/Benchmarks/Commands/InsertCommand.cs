using Dapper;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Npgsql;
using SocialPolicy.Benchmarks.Rpc;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Requests;

namespace SocialPolicy.Benchmarks.Commands;

/// <summary>A command as every service writes it.</summary>
internal sealed class InsertCommand(Requests requests) : EchoBase
{
    [AllowedTo(Role.Registrar)]
    public override Task<StringValue> Say(StringValue request, ServerCallContext call) => requests.Once(request, call, async work =>
    {
        var id = Guid.CreateVersion7();
        await work.Connection.ExecuteAsync(work.Sql("insert into happenings (id) values (@id)", new { id }));
        work.Audit($"happenings/{id}");
        return request;
    });
}

/// <summary>The same effect with nothing around it.</summary>
internal sealed class BareInsert(NpgsqlDataSource source) : EchoBase
{
    public override async Task<StringValue> Say(StringValue request, ServerCallContext call)
    {
        await using var command = source.CreateCommand("insert into happenings (id) values ($1)");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = Guid.CreateVersion7() });
        await command.ExecuteNonQueryAsync(call.CancellationToken);
        return request;
    }
}
