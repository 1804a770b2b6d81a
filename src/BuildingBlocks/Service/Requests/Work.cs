using System.Security.Cryptography;
using Dapper;
using Google.Protobuf;
using Npgsql;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Audit;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Messaging;
using SocialPolicy.Contracts.Events;

namespace SocialPolicy.BuildingBlocks.Service.Requests;

/// <summary>What one command, or one message, does: all of it or nothing. The transaction belongs to whoever made it.</summary>
public sealed class Work
{
    private readonly Facts facts;
    private readonly List<OutboxRow> announced = [];
    private readonly Held held = new();

    internal Work(NpgsqlTransaction transaction, Facts facts, Caller caller, DateTimeOffset at, CancellationToken cancellation)
    {
        this.facts = facts;
        Transaction = transaction;
        Connection = transaction.Connection!;
        Caller = caller;
        At = at;
        Cancellation = cancellation;
    }

    /// <summary>Open, inside <see cref="Transaction"/>.</summary>
    public NpgsqlConnection Connection { get; }

    /// <summary>Pass it to Dapper as <c>transaction</c>. Never commit it.</summary>
    public NpgsqlTransaction Transaction { get; }

    /// <summary>Who asked; for a message: who caused it.</summary>
    public Caller Caller { get; }

    /// <summary>The platform's clock, one value for the whole command (UTC).</summary>
    public DateTimeOffset At { get; }

    /// <summary>The call's deadline or cancellation, or the end of the service.</summary>
    public CancellationToken Cancellation { get; }

    internal IReadOnlyList<OutboxRow> Announced => announced;

    internal string? Resource { get; private set; }

    internal string? Detail { get; private set; }

    internal string? ActedFor { get; private set; }

    internal string? TraceId { get; } = AuditLog.CurrentTrace;

    internal bool IsAdmitted { get; private set; }

    internal bool KeepsNothing { get; private set; }

    internal IRule? Refusal { get; private set; }

    /// <summary>Says that this work is to leave nothing behind, though it has an answer.</summary>
    /// <param name="refusal">Why, for the audit; null when there was nothing to do.</param>
    public void KeepNothing(IRule? refusal = null) => (KeepsNothing, Refusal) = (true, refusal);

    /// <summary>Says that it was asked whose this is, and that the caller may: what a policy within a reach or an agency waits for.</summary>
    public void Admit() => IsAdmitted = true;

    /// <summary>A statement for Dapper, inside this work.</summary>
    public CommandDefinition Sql(string text, object? parameters = null) =>
        new(text, parameters, Transaction, cancellationToken: Cancellation);

    /// <summary>Reads the row that this command changes, or null, and notes for the audit how it was before; how it is after is noted at the end.</summary>
    /// <param name="text">Selects one row, <c>for update</c> where others could change it meanwhile.</param>
    /// <param name="parameters">Of the statement.</param>
    public async Task<T?> Hold<T>(string text, object? parameters = null) where T : class => (await HoldAll<T>(text, parameters)).SingleOrDefault();

    /// <summary>The same for several rows, in an order that the statement says.</summary>
    public async Task<IReadOnlyList<T>> HoldAll<T>(string text, object? parameters = null) where T : class
    {
        var rows = await Read();
        held.Add(rows, Read);
        return rows;

        async Task<IReadOnlyList<T>> Read() => (await Connection.QueryAsync<T>(Sql(text, parameters))).AsList();
    }

    /// <summary>Notes for the audit which agency, not its own, the caller acts for.</summary>
    /// <param name="agency">Resource name: <c>agencies/{agency}</c>.</param>
    public void ActsFor(string agency) => ActedFor = agency;

    /// <summary>Announces a fact when, and only when, this work commits.</summary>
    /// <param name="fact">Of a type that Program.cs registered with <c>Announces</c>.</param>
    /// <param name="aggregate">Resource name of what it is about: <c>plans/0199...</c>.</param>
    /// <param name="aggregateVersion">Version of the aggregate after the fact; a later fact of the same type has a greater one.</param>
    /// <exception cref="InvalidOperationException">It has not: consumers would take the fact for one they have seen.</exception>
    public void Announce(IFact fact, string aggregate, long aggregateVersion)
    {
        var row = OutboxRow.Of(fact, facts, aggregate, aggregateVersion, At, Caller.Subject);
        if (announced.FindLast(earlier => earlier.Type == row.Type && earlier.Aggregate == aggregate) is { } last && last.AggregateVersion >= aggregateVersion)
        {
            throw new InvalidOperationException(
                $"A later {row.Type} of an aggregate has a greater version: {aggregate} was announced at {last.AggregateVersion} and now at {aggregateVersion}.");
        }

        announced.Add(row);
    }

    /// <summary>Names what was touched, for the audit row of this command. The last call counts.</summary>
    /// <param name="resource">Resource name.</param>
    /// <param name="detail">A short word on what was done, never personal data.</param>
    public void Audit(string resource, string? detail = null) => (Resource, Detail) = (resource, detail);

    /// <summary>The audit row of this work. Without rows that it held, the digest is of what it answers.</summary>
    /// <param name="method">What was asked for.</param>
    /// <param name="requestId">Of a command that carried one.</param>
    /// <param name="etag">Of the request: the version its caller saw.</param>
    /// <param name="answer">Null for work that answers nobody.</param>
    internal async Task<AuditEntry> Tell(string method, Guid? requestId = null, string? etag = null, IMessage? answer = null)
    {
        var change = await held.Compare() ?? (answer is null
            ? AuditedChange.None
            : new(null, null, AuditedChange.OfAnswer, null, SHA256.HashData(answer.ToByteArray())));
        return new(At, method, Caller, Resource, Detail, requestId, AuditEntry.Done)
        {
            ActFor = ActedFor,
            TraceId = TraceId,
            Change = change with { VersionBefore = NullIfEmpty(etag) ?? change.VersionBefore, VersionAfter = NullIfEmpty(SharedFields.Etag(answer)) ?? change.VersionAfter },
        };
    }

    /// <summary>Adds what closes this work: its announcements.</summary>
    internal void Close(NpgsqlBatch batch)
    {
        foreach (var row in announced)
            batch.BatchCommands.Add(row.Insert());
    }

    private static string? NullIfEmpty(string? text) => text is { Length: > 0 } ? text : null;
}
