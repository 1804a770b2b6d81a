using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SocialPolicy.BuildingBlocks.Service.Audit;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.BuildingBlocks.Service.Storage;
using SocialPolicy.Contracts.Events;

namespace SocialPolicy.BuildingBlocks.Service.Messaging;

/// <summary>One transaction of the inbox: ids taken, versions compared, effects, announcements, all or nothing.</summary>
internal sealed class InboxTransaction(NpgsqlDataSource source, IServiceScopeFactory scopes, Facts facts, OutboxSignal signal, TimeProvider clock)
{
    private static readonly IReadOnlySet<Role> NoRoles = new HashSet<Role>();

    /// <summary>Handles deliveries that can be read, in order.</summary>
    public async Task Handle(FactHandler handler, IReadOnlyList<Delivery> batch, CancellationToken ct)
    {
        await using var connection = await source.Reach(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var view = await InboxView.Take(transaction, handler.Consumer, batch, ct);
        var works = new List<Work>(batch.Count);
        await using var closing = new NpgsqlBatch(connection, transaction);
        foreach (var delivery in batch)
        {
            switch (view.Judge(delivery.Envelope))
            {
                case Verdict.Waits:
                    closing.BatchCommands.Add(DeadLetterRow.Insert(handler.Consumer, delivery, "Waits for an earlier dead letter of its aggregate.", 0));
                    break;
                case Verdict.Acts:
                    works.Add(await Act(handler, delivery.Fact!, delivery.Envelope, transaction, ct));
                    break;
            }
        }

        view.Close(closing);
        await Commit(works, closing, handler.Consumer);
    }

    /// <summary>
    /// Hands a delivery over to the dead letters; the broker may forget it then. One that a newer fact has overtaken too: it
    /// had no effect, and somebody should know.
    /// </summary>
    public async Task GiveUp(string consumer, Delivery delivery, string error, int attempts, CancellationToken ct)
    {
        await using var connection = await source.Reach(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var view = await InboxView.Take(transaction, consumer, [delivery], ct);
        if (!view.IsNew(delivery.Envelope))
            return;

        await using var batch = new NpgsqlBatch(connection, transaction);
        batch.BatchCommands.Add(DeadLetterRow.Insert(consumer, delivery, error, attempts));
        await batch.Commit();
    }

    /// <summary>Handles a dead letter again and removes it. The row is locked by the caller's transaction.</summary>
    public async Task Replay(FactHandler handler, IFact fact, Envelope envelope, NpgsqlTransaction transaction, CancellationToken ct)
    {
        var view = await InboxView.Read(transaction, handler.Consumer, envelope, ct);
        var works = new List<Work>();
        if (view.Judge(envelope) is Verdict.Acts)
            works.Add(await Act(handler, fact, envelope, transaction, ct));

        await using var closing = new NpgsqlBatch(transaction.Connection!, transaction);
        closing.BatchCommands.Add(DeadLetterRow.Delete(handler.Consumer, envelope.Id));
        view.Close(closing);
        await Commit(works, closing, handler.Consumer);
    }

    private async Task<Work> Act(FactHandler handler, IFact fact, Envelope envelope, NpgsqlTransaction transaction, CancellationToken ct)
    {
        using var span = MessagingActivities.Continue($"consume {handler.Fact.Name}", System.Diagnostics.ActivityKind.Consumer, envelope.TraceParent);
        var causer = new Caller(envelope.Actor, facts.Service, Caller.WholeInstallation, NoRoles, []);
        var work = new Work(transaction, facts, causer, clock.GetUtcNow(), ct);
        await using var scope = scopes.CreateAsyncScope();
        await handler.Handle(scope.ServiceProvider, fact, envelope, work);
        return work;
    }

    private async Task Commit(List<Work> works, NpgsqlBatch closing, string consumer)
    {
        foreach (var work in works)
        {
            work.Close(closing);
            if (work.Resource is not null)
                closing.BatchCommands.Add(AuditLog.Row(await work.Tell(consumer)));
        }

        await closing.Commit();
        foreach (var work in works)
            signal.Raise(work.Announced);
    }
}
