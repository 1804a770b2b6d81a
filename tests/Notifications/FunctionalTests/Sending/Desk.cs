using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using SocialPolicy.BuildingBlocks.Service.Messaging;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.BuildingBlocks.Service.Storage;
using SocialPolicy.Contracts.Events;
using SocialPolicy.Contracts.Events.Notifications.V1;
using SocialPolicy.Contracts.Events.Reporting.V1;
using SocialPolicy.Harness;
using SocialPolicy.Notifications.Service.Messaging;
using SocialPolicy.Notifications.Service.Notices;
using SocialPolicy.Notifications.Service.Sending;
using SocialPolicy.Notifications.Service.Sweeping;
using SocialPolicy.Notifications.Service.Templates;
using State = SocialPolicy.Reporting.V1.Obligation.Types.State;

namespace SocialPolicy.Notifications.FunctionalTests.Sending;

/// <summary>The jobs that make and send notices, on a real database, run when a test says so and never by themselves.</summary>
internal sealed class Desk : IAsyncDisposable, IObligations
{
    private readonly TestDatabase database;
    private readonly WebApplication app;

    private Desk(TestDatabase database, WebApplication app) => (this.database, this.app) = (database, app);

    public TestClock Clock { get; } = new();

    public SmtpOptions Smtp { get; } = new() { From = "thong-bao@example.vn" };

    public DateOnly Today => DateOnly.FromDateTime(Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(7)).DateTime);

    public static async Task<Desk> Open()
    {
        var database = await TestDatabase.Create("notifications", typeof(NoticeService).Assembly);
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection([new("ConnectionStrings:notifications", database.ConnectionString)]);
        builder.Services.AddSingleton(new Facts("notifications", new HashSet<Type> { typeof(NoticeDelivered), typeof(NoticeFailed) }, new HashSet<Type>()));
        builder.AddStorage("notifications", typeof(NoticeService).Assembly);
        var desk = new Desk(database, builder.Build());
        await desk.Ask<int>("update delivery_settings set mode = 'live'");
        return desk;
    }

    public Task<string> Sweep() => new SweepReminders(Source, new Sweep(new NoticeTexts()), Clock).Run(CancellationToken.None);

    public Task<string> Send() => new SendNotices(Source, Own, this, new Mailer(Options.Create(Smtp), new NoticeTexts()), Clock).Run(CancellationToken.None);

    /// <summary>An agency with an address owes a report to one without.</summary>
    public async Task<Guid> Owes(int daysLeft)
    {
        var (obligation, agency, receiver) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        foreach (var (id, email) in ((Guid, string?)[])[(agency, $"{agency:N}@example.vn"), (receiver, null)])
        {
            await Ask<int>("""
                insert into directory_agencies (id, version, codes, name, kind, unit_id, requested, succeeded_by, email)
                values (@id, 1, '{}', 'UBND phường', 'peoples_committee', gen_random_uuid(), false, '{}', @email)
                """, new { id, email });
        }

        var issued = new ObligationsIssued(
            Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), "43/KH-UBND", "Thực hiện chính sách xã hội", null, "2026", Today.AddDays(daysLeft),
            "Hạn ghi trong kế hoạch.", null, receiver, [new(obligation, 1, agency, Requested: false, OwnContribution: false)]);
        var at = Clock.GetUtcNow();
        var envelope = new Envelope(Guid.CreateVersion7(), "reporting.ObligationsIssued", 1, $"rounds/{issued.RoundId}", 1, at, at, "reporting", null);
        await Own.Run("test", async work =>
        {
            await work.Keep(issued, envelope);
            return 0;
        }, CancellationToken.None);
        return obligation;
    }

    /// <summary>Rung, channel, state, attempts and answer of what was made, as "issued email failed 0 the answer".</summary>
    public async Task<IReadOnlyList<string>> Notices(Guid obligation)
    {
        await using var connection = await Source.OpenConnectionAsync();
        return (await connection.QueryAsync<string>(
            "select concat_ws(' ', rung, channel, state, attempts, answer) from notices where obligation_id = @obligation order by created_at, channel, rung",
            new { obligation })).AsList();
    }

    /// <summary>As if the pauses after refusals had passed.</summary>
    public Task PausesPass() => Ask<int>("update notices set send_after = now()");

    public async Task<T> Ask<T>(string sql, object? parameters = null)
    {
        await using var connection = new NpgsqlConnection(database.Owner);
        return (await connection.ExecuteScalarAsync<T>(sql, parameters))!;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await database.DisposeAsync();
    }

    Task<IReadOnlyDictionary<Guid, State>?> IObligations.States(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        Task.FromResult<IReadOnlyDictionary<Guid, State>?>(ids.ToDictionary(id => id, _ => State.Owed));

    private NpgsqlDataSource Source => app.Services.GetRequiredService<NpgsqlDataSource>();

    private OwnWork Own => app.Services.GetRequiredService<OwnWork>();
}
