using Dapper;
using Npgsql;
using SocialPolicy.BuildingBlocks.Domain.Text;

namespace SocialPolicy.BuildingBlocks.Service.Operations;

/// <summary>What is known of the runs of jobs, and which replica runs one now. Leases use the database's time.</summary>
internal sealed class JobLedger(NpgsqlDataSource source)
{
    private const string RegisterSql = "insert into ground.jobs (name) select unnest(@names) on conflict do nothing";

    private const string ClaimSql = """
        update ground.jobs set lease_owner = @owner, lease_until = now() + @lease
        where name = @name and (next_run_at <= now() or @now) and (lease_until is null or lease_until < now())
        returning true
        """;

    private const string RenewSql = "update ground.jobs set lease_until = now() + @lease where name = @name and lease_owner = @owner";

    private const string EndSql = """
        update ground.jobs
        set lease_owner = null, lease_until = null, last_run_at = now() - @duration, last_duration = @duration,
            last_outcome = @outcome, failed = @failed, next_run_at = now() + @interval
        where name = @name and lease_owner = @owner
        """;

    private const string ReadSql = """
        select name, next_run_at, last_run_at, last_duration, last_outcome, failed
        from ground.jobs where name = any(@names) order by name
        """;

    private const string DueInSql = "select greatest(coalesce(lease_until, next_run_at), next_run_at) - now() from ground.jobs where name = @name";

    private const int LongestOutcome = 1000;

    private readonly Guid owner = Guid.CreateVersion7();

    /// <summary>How long a replica that is heard no more keeps a job: a killed one holds up what waits for the job no longer than a restart takes.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(15);

    public Task Register(IEnumerable<string> names, CancellationToken ct) => Execute(RegisterSql, new { names = names.ToArray() }, ct);

    /// <summary>False when another run has the job, or it is not due and not asked for now.</summary>
    public async Task<bool> Claim(string name, bool now, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        return await connection.ExecuteScalarAsync<bool>(new CommandDefinition(ClaimSql, new { owner, lease = Lease, name, now }, cancellationToken: ct));
    }

    /// <summary>False when the job is another's by now.</summary>
    public async Task<bool> Renew(string name, CancellationToken ct) => await Execute(RenewSql, new { owner, lease = Lease, name }, ct) > 0;

    public Task End(string name, TimeSpan duration, string outcome, bool failed, TimeSpan interval, CancellationToken ct) =>
        Execute(EndSql, new { owner, name, duration, outcome = outcome.Shortened(LongestOutcome), failed, interval }, ct);

    public async Task<TimeSpan> DueIn(string name, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        return await connection.ExecuteScalarAsync<TimeSpan>(new CommandDefinition(DueInSql, new { name }, cancellationToken: ct));
    }

    public async Task<IReadOnlyList<JobState>> Read(IEnumerable<string> names, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        return (await connection.QueryAsync<JobState>(new CommandDefinition(ReadSql, new { names = names.ToArray() }, cancellationToken: ct))).ToList();
    }

    private async Task<int> Execute(string sql, object parameters, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        return await connection.ExecuteAsync(new CommandDefinition(sql, parameters, cancellationToken: ct));
    }
}

/// <summary>A job as the ledger knows it.</summary>
internal sealed record JobState
{
    public required string Name { get; init; }
    public DateTimeOffset NextRunAt { get; init; }
    public DateTimeOffset? LastRunAt { get; init; }
    public TimeSpan? LastDuration { get; init; }
    public string? LastOutcome { get; init; }
    public bool Failed { get; init; }
}
