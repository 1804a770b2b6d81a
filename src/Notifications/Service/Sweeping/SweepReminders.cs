using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dapper;
using Npgsql;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Operations;
using SocialPolicy.Notifications.Service.Settings;

namespace SocialPolicy.Notifications.Service.Sweeping;

/// <summary>
/// Makes the notices that are due. Two at once, or the same again, make nothing twice: a rung of an obligation is unique for each
/// last day, agency and channel. One that was withdrawn takes its place in the queue again when what it says is the case again.
/// </summary>
internal sealed class SweepReminders(NpgsqlDataSource source, Sweep sweep, TimeProvider clock) : IJob
{
    private const string Insert = """
        insert into notices as known (id, obligation_id, plan_id, agency_id, kind, rung, channel, state, subject, body, due, late, created_at)
        select id, obligation_id, plan_id, agency_id, kind, rung, channel, 'queued', subject, body, due, late, @at
        from jsonb_to_recordset(@rows::jsonb) as t (id uuid, obligation_id uuid, plan_id uuid, agency_id uuid, kind text, rung text, channel text,
            subject text, body text, due date, late bool)
        on conflict (obligation_id, due, rung, agency_id, channel) do update set state = 'queued', subject = excluded.subject, body = excluded.body,
            late = excluded.late, created_at = excluded.created_at, attempts = 0, answer = null, send_after = now()
        where known.state = 'withdrawn'
        """;

    private static readonly JsonSerializerOptions Columns = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public string Name => "sweep-reminders";
    public string Description => "Makes the notices that are due by the state of each obligation and the day; none while the mode is off or paused.";
    public TimeSpan Interval => TimeSpan.FromSeconds(60);

    public async Task<string> Run(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        var settings = await connection.DeliverySettings(ct);
        if (settings.HoldsBack)
            return "nothing: the mode is off or paused";

        var (made, held) = (0, 0);
        var at = clock.GetUtcNow();
        await foreach (var part in sweep.Due(connection, at, at.InVietnam(), ct: ct))
        {
            held += part.Held.Count;
            if (part.Notices.Count > 0)
                made += await connection.ExecuteAsync(new CommandDefinition(Insert, new { at, rows = JsonSerializer.Serialize(part.Notices, Columns) }, cancellationToken: ct));
        }

        return string.Create(CultureInfo.InvariantCulture, $"made {made} notices, held {held} that nobody can be told");
    }
}
