using Google.Protobuf;
using Grpc.Core;
using Npgsql;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Audit;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Messaging;
using SocialPolicy.BuildingBlocks.Service.Storage;

namespace SocialPolicy.BuildingBlocks.Service.Requests;

/// <summary>
/// Runs what RPCs ask for. A command is one transaction: its effect, its announcements, its audit row and the memory of
/// its request id stand or fall together.
/// </summary>
public sealed class Requests(NpgsqlDataSource source, Facts facts, OutboxSignal signal, AuditLog audit, TimeProvider clock)
{
    private const int Attempts = 5;

    /// <summary>
    /// Runs a command once for each request id. The id and <c>validate_only</c> are read from the request's fields of
    /// those names; absent fields are fine. A repeat by the same caller returns the first answer, for 7 days.
    /// With <c>validate_only</c> everything runs, then rolls back, and the answer is returned.
    /// </summary>
    /// <exception cref="RuleBroken">REQUEST_ID_MALFORMED, REQUEST_ID_REUSED, or what <paramref name="act"/> refuses; nothing has changed then.</exception>
    public Task<TResponse> Once<TRequest, TResponse>(TRequest request, ServerCallContext call, Func<Work, Task<TResponse>> act)
        where TRequest : IMessage<TRequest>
        where TResponse : IMessage<TResponse>, new()
    {
        var requestId = RequestFields<TRequest>.RequestId(request);
        var payload = string.IsNullOrEmpty(requestId) ? default : RequestFields<TRequest>.PayloadHash(request);
        return Once(requestId, RequestFields<TRequest>.ValidateOnly(request), payload, call, act, RequestFields<TRequest>.Etag(request));
    }

    /// <summary>The same for streams, where one message is not the whole payload.</summary>
    /// <param name="requestId">UUID; null or empty: not remembered.</param>
    /// <param name="validateOnly">Run everything, then roll back.</param>
    /// <param name="payloadHash">SHA-256 of everything that makes it the same request; may be empty without a request id.</param>
    /// <param name="call">The caller, the method, the deadline.</param>
    /// <param name="act">The command. Runs again when the database asks for it (deadlock, serialisation): no effect outside the database.</param>
    /// <param name="etag">The version its caller saw; null or empty for none.</param>
    public async Task<TResponse> Once<TResponse>(
        string? requestId, bool validateOnly, ReadOnlyMemory<byte> payloadHash, ServerCallContext call, Func<Work, Task<TResponse>> act, string? etag = null)
        where TResponse : IMessage<TResponse>, new()
    {
        RequestKey? key = null;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                key ??= RequestKey.Of(requestId, payloadHash, call);
                return validateOnly ? await Rehearse(call, act) : await Commit(key, call, act, etag);
            }
            catch (Exception failure) when (attempt < Attempts && failure.IsWorthRepeating())
            {
                await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(5, 25) * attempt), call.CancellationToken);
            }
            catch (RuleBroken refusal) when (!validateOnly)
            {
                await audit.Write(new(clock.GetUtcNow(), call.Method, call.Caller(), null, null, key?.Id, refusal.First.Reason));
                throw;
            }
        }
    }

    /// <summary>Reads, without a transaction.</summary>
    public async Task<T> Read<T>(ServerCallContext call, Func<NpgsqlConnection, Task<T>> query)
    {
        await using var connection = await source.OpenConnectionAsync(call.CancellationToken);
        return await query(connection);
    }

    private async Task<TResponse> Commit<TResponse>(RequestKey? key, ServerCallContext call, Func<Work, Task<TResponse>> act, string? etag)
        where TResponse : IMessage<TResponse>, new()
    {
        await using var connection = await source.OpenConnectionAsync(call.CancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(call.CancellationToken);
        if (key is not null && await key.FirstAnswer(transaction, call.CancellationToken) is { } answer)
            return new MessageParser<TResponse>(() => new TResponse()).ParseFrom(answer);

        var work = NewWork(transaction, call);
        var response = await act(work);
        MustHaveAskedWhose(work, call);
        if (work.KeepsNothing)
        {
            await transaction.RollbackAsync(CancellationToken.None);
            if (work.Refusal is { } refusal)
                await audit.Write(new(clock.GetUtcNow(), call.Method, call.Caller(), null, null, key?.Id, refusal.Reason));
            return response;
        }

        await Close(work, key, response, call, etag);
        signal.Raise(work.Announced);
        return response;
    }

    private async Task<TResponse> Rehearse<TResponse>(ServerCallContext call, Func<Work, Task<TResponse>> act)
    {
        await using var connection = await source.OpenConnectionAsync(call.CancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(call.CancellationToken);
        var work = NewWork(transaction, call);
        var response = await act(work);
        MustHaveAskedWhose(work, call);
        await transaction.RollbackAsync(CancellationToken.None);
        return response;
    }

    private Work NewWork(NpgsqlTransaction transaction, ServerCallContext call) =>
        new(transaction, facts, call.Caller(), clock.GetUtcNow(), call.CancellationToken);

    private static void MustHaveAskedWhose(Work work, ServerCallContext call)
    {
        if (!work.IsAdmitted && call.MustAskWhose())
            throw new InvalidOperationException($"{call.Method} is allowed within a reach or an agency, and has not asked whose this is.");
    }

    private static async Task Close<TResponse>(Work work, RequestKey? key, TResponse response, ServerCallContext call, string? etag)
        where TResponse : IMessage<TResponse>
    {
        var told = await work.Tell(call.Method, key?.Id, etag, response);
        await using var batch = new NpgsqlBatch(work.Connection, work.Transaction);
        batch.BatchCommands.Add(AuditLog.Row(told));
        if (key is not null)
            batch.BatchCommands.Add(key.Remember(response.ToByteArray()));
        work.Close(batch);
        await batch.Commit();
    }
}
