using Npgsql;
using SocialPolicy.BuildingBlocks.Service.Audit;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Messaging;
using SocialPolicy.BuildingBlocks.Service.Storage;

namespace SocialPolicy.BuildingBlocks.Service.Requests;

/// <summary>What a service does of its own accord: one transaction with its effect and its announcements, as a command has.</summary>
public sealed class OwnWork(NpgsqlDataSource source, Facts facts, OutboxSignal signal, TimeProvider clock)
{
    private const int Attempts = 5;

    private static readonly IReadOnlySet<Role> NoRoles = new HashSet<Role>();

    /// <summary>Runs it; again when the database asks for it (deadlock, serialisation).</summary>
    /// <param name="actor">The job, named as the actor of what it announces.</param>
    /// <param name="act">No effect outside the database.</param>
    /// <param name="ct">The end of the service, or of the job.</param>
    public async Task<T> Run<T>(string actor, Func<Work, Task<T>> act, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await Commit(actor, act, ct);
            }
            catch (Exception failure) when (attempt < Attempts && failure.IsWorthRepeating())
            {
                await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(5, 25) * attempt), ct);
            }
        }
    }

    private async Task<T> Commit<T>(string actor, Func<Work, Task<T>> act, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var work = new Work(transaction, facts, new Caller(actor, facts.Service, Caller.WholeInstallation, NoRoles, []), clock.GetUtcNow(), ct);
        var result = await act(work);
        if (work is { Resource: null, Announced: [var first, ..] })
            work.Audit(first.Aggregate, $"{work.Announced.Count} announced");
        var told = work.Resource is null ? null : await work.Tell($"jobs/{actor}");
        await using var batch = new NpgsqlBatch(connection, transaction);
        if (told is not null)
            batch.BatchCommands.Add(AuditLog.Row(told));
        work.Close(batch);
        await batch.Commit();
        signal.Raise(work.Announced);
        return result;
    }
}
