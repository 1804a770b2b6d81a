using Dapper;
using Grpc.Core;
using Npgsql;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Storage;

namespace SocialPolicy.BuildingBlocks.Service.Requests;

/// <summary>What makes a request the same as an earlier one: method and id; the caller must be the same.</summary>
internal sealed record RequestKey(string Caller, string Method, Guid Id, byte[] PayloadHash)
{
    // The unique key makes a second identical request wait here until the first has committed or failed.
    private const string Take = """
        insert into ground.requests (caller, method, request_id, payload_hash) values (@Caller, @Method, @Id, @PayloadHash)
        on conflict do nothing
        """;

    private const string First = """
        select caller, payload_hash, answer, received_at from ground.requests where request_id = @Id and method = @Method
        """;

    private const string Answer = "update ground.requests set answer = $1 where request_id = $2 and method = $3";

    public static RequestKey? Of(string? requestId, ReadOnlyMemory<byte> payloadHash, ServerCallContext call)
    {
        if (string.IsNullOrEmpty(requestId))
            return null;

        Check.Rule(new RequestIdIsAUuid(requestId));
        var caller = call.Caller();
        return new($"{caller.Subject}@{caller.Client}", call.Method, Guid.ParseExact(requestId, "D"), payloadHash.ToArray());
    }

    /// <summary>Null when this is the first request of its id; its row is taken then, until the transaction ends.</summary>
    public async Task<byte[]?> FirstAnswer(NpgsqlTransaction transaction, CancellationToken ct)
    {
        var connection = transaction.Connection!;
        while (await connection.ExecuteAsync(new CommandDefinition(Take, this, transaction, cancellationToken: ct)) == 0)
        {
            // Null only when the row expired and was removed between the two statements.
            if (await connection.QuerySingleOrDefaultAsync<Earlier>(new CommandDefinition(First, this, transaction, cancellationToken: ct)) is not { } earlier)
                continue;

            Check.Rule(new RequestIdsBelongToTheirCaller(earlier.Caller == Caller));
            Check.Rule(new RequestIdIsForOneRequest(Id, earlier.PayloadHash.AsSpan().SequenceEqual(PayloadHash), earlier.ReceivedAt));
            return earlier.Answer;
        }

        return null;
    }

    public NpgsqlBatchCommand Remember(byte[] answer) => new NpgsqlBatchCommand(Answer).With(answer, Id, Method);

    private sealed record Earlier(string Caller, byte[] PayloadHash, byte[] Answer, DateTimeOffset ReceivedAt);
}
