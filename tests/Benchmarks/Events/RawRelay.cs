using Dapper;
using Npgsql;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace SocialPolicy.Benchmarks.Events;

/// <summary>
/// The least that exactly one effect takes: row and outbox row in one commit, a signal, a relay that publishes with confirms to a quorum
/// queue and deletes, eight consumers that commit inbox row and effect before they acknowledge. No audit, no order, no telemetry.
/// </summary>
internal sealed class RawRelay : EventPath
{
    private const string Queue = "raw-relay";
    private const int AtOnce = 256;
    private const ushort Consumers = 8;

    private const string Tables = """
        create table happenings (id uuid primary key);
        create table effects (event_id uuid primary key);
        create table inbox (message_id uuid primary key);
        create table outbox (position bigint generated always as identity primary key, id uuid not null, payload text not null);
        """;

    private static readonly CreateChannelOptions Confirmed = new(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true);

    private readonly NpgsqlDataSource database;
    private readonly IConnection broker;
    private readonly SemaphoreSlim wake = new(0);
    private readonly CancellationTokenSource stopping = new();
    private readonly Task relaying;

    private RawRelay(NpgsqlDataSource database, IConnection broker, IChannel outgoing, string connectionString, double percentile)
        : base(connectionString, connectionString, percentile)
    {
        (this.database, this.broker) = (database, broker);
        relaying = Relay(outgoing);
    }

    public static async Task<RawRelay> Start(Stage stage, double percentile)
    {
        var connectionString = await stage.NewDatabase();
        var database = NpgsqlDataSource.Create(connectionString);
        await using (var connection = await database.OpenConnectionAsync())
            await connection.ExecuteAsync(Tables);

        var broker = await new ConnectionFactory { Uri = new Uri(stage.Broker) }.CreateConnectionAsync();
        var incoming = await broker.CreateChannelAsync(new CreateChannelOptions(false, false, consumerDispatchConcurrency: Consumers));
        await incoming.QueueDeclareAsync(Queue, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" });
        await incoming.BasicQosAsync(0, AtOnce, global: false);
        var consumer = new AsyncEventingBasicConsumer(incoming);
        consumer.ReceivedAsync += async (_, delivery) =>
        {
            await HaveEffect(database, Guid.Parse(delivery.BasicProperties.MessageId!));
            await incoming.BasicAckAsync(delivery.DeliveryTag, multiple: false);
        };
        await incoming.BasicConsumeAsync(Queue, autoAck: false, consumer);
        return new(database, broker, await broker.CreateChannelAsync(Confirmed), connectionString, percentile);
    }

    public override async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await relaying;
        await broker.DisposeAsync();
        await database.DisposeAsync();
        stopping.Dispose();
        wake.Dispose();
    }

    protected override async Task Happen(Guid id)
    {
        await using (var connection = await database.OpenConnectionAsync())
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            await connection.ExecuteAsync(
                "insert into happenings (id) values (@id); insert into outbox (id, payload) values (@id, @payload)", new { id, payload = $"{{\"id\":\"{id}\"}}" }, transaction);
            await transaction.CommitAsync();
        }

        wake.Release();
    }

    private static async Task HaveEffect(NpgsqlDataSource database, Guid id)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        if (await connection.ExecuteAsync("insert into inbox (message_id) values (@id) on conflict do nothing", new { id }, transaction) == 1)
            await connection.ExecuteAsync("insert into effects (event_id) values (@id)", new { id }, transaction);
        await transaction.CommitAsync();
    }

    private async Task Relay(IChannel outgoing)
    {
        try
        {
            while (true)
            {
                await wake.WaitAsync(TimeSpan.FromSeconds(1), stopping.Token);
                while (await RelaySome(outgoing) == AtOnce)
                {
                    // More may wait.
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The end.
        }
    }

    private async Task<int> RelaySome(IChannel outgoing)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var rows = (await connection.QueryAsync<(long Position, Guid Id, string Payload)>(
            "select position, id, payload from outbox order by position limit @AtOnce for update skip locked", new { AtOnce }, transaction)).AsList();
        await Task.WhenAll(rows.Select(row => outgoing.BasicPublishAsync(
            "", Queue, mandatory: true, new BasicProperties { MessageId = $"{row.Id}", Persistent = true }, System.Text.Encoding.UTF8.GetBytes(row.Payload)).AsTask()));
        await connection.ExecuteAsync("delete from outbox where position = any(@positions)", new { positions = rows.Select(row => row.Position).ToArray() }, transaction);
        await transaction.CommitAsync();
        return rows.Count;
    }
}
