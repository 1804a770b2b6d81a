using Dapper;
using Grpc.Core;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using SocialPolicy.BuildingBlocks.FunctionalTests.Messaging.V2;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Messaging;
using SocialPolicy.BuildingBlocks.Service.Operations;
using SocialPolicy.Harness;
using OperationsService = SocialPolicy.Operations.V1.OperationsService;

namespace SocialPolicy.BuildingBlocks.FunctionalTests.Operations;

public sealed class OperatingAService : IAsyncLifetime
{
    private OperationsHost host = null!;

    private OperationsService.OperationsServiceClient Operator => host.As(Role.Operator);

    // Every job runs once when a service starts; a run on top of that one would be refused.
    public async Task InitializeAsync()
    {
        host = await OperationsHost.Start();
        await Eventually.Holds(async () => (await Operator.ListJobsAsync(new())).Jobs.Any(job => job.Name == "jobs/keep-outbox-partitions" && job.LastOutcome.Length > 0), TimeSpan.FromSeconds(60));
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task Is_for_operators_and_administrators_alone()
    {
        await host.As(Role.Administrator).GetOutboxStateAsync(new());

        var refusal = await Should.ThrowAsync<RpcException>(() => host.As(Role.Viewer).GetOutboxStateAsync(new()).ResponseAsync);

        refusal.StatusCode.ShouldBe(StatusCode.PermissionDenied);
        (await Scalar<long>("select count(*) from ground.audit_log")).ShouldBe(0, "reading is not audited");
    }

    [Fact]
    public async Task Leaves_a_line_of_audit_when_a_command_is_refused_to_its_caller()
    {
        var refusal = await Should.ThrowAsync<RpcException>(() => host.As(Role.Viewer).ReplayDeadLettersAsync(new()).ResponseAsync);

        refusal.StatusCode.ShouldBe(StatusCode.PermissionDenied);
        (await Scalar<string>("select method || ' ' || subject || ' ' || outcome from ground.audit_log"))
            .ShouldBe("/socialpolicy.operations.v1.OperationsService/ReplayDeadLetters operator-1 CALLER_NOT_ALLOWED");
    }

    [Fact]
    public async Task Shows_how_far_announcements_have_got()
    {
        await Execute("""
            insert into ground.outbox (id, slot, exchange, type, schema_version, aggregate, aggregate_version, occurred_at, actor, payload)
            values (gen_random_uuid(), 3, 'SocialPolicy.BuildingBlocks.FunctionalTests.Messaging.V2:ThingRenamed', 'things.ThingRenamed', 2, 'things/1', 1, now(), 'x', '{"name":"a"}')
            """);

        await Eventually.Holds(async () => (await Operator.GetOutboxStateAsync(new())) is { PublishedCount: 1, PendingCount: 0, OldestPendingAge: null, LastPublishTime: not null });
    }

    [Fact]
    public async Task Lists_dead_letters_oldest_first_in_pages_and_replays_them()
    {
        await AddLetters(5);

        var first = await Operator.ListDeadLettersAsync(new() { PageSize = 3 });
        var second = await Operator.ListDeadLettersAsync(new() { PageSize = 3, PageToken = first.NextPageToken });

        first.DeadLetters.Select(letter => letter.Aggregate).ShouldBe(["things/1", "things/2", "things/3"]);
        second.DeadLetters.Select(letter => letter.Aggregate).ShouldBe(["things/4", "things/5"]);
        second.NextPageToken.ShouldBeEmpty();

        (await Operator.ReplayDeadLettersAsync(new() { Names = { first.DeadLetters[1].Name } })).ReplayedCount.ShouldBe(1);
        (await Operator.ReplayDeadLettersAsync(new())).ReplayedCount.ShouldBe(4);
        (await Operator.ListDeadLettersAsync(new())).DeadLetters.ShouldBeEmpty();
        (await Scalar<long>("select count(*) from effects")).ShouldBe(5);
        (await Scalar<long>("select count(*) from ground.audit_log where subject = 'operator-1'")).ShouldBe(2);
    }

    [Fact]
    public async Task Says_that_a_letter_is_not_there()
    {
        var refusal = await Should.ThrowAsync<RpcException>(() => Operator.ReplayDeadLettersAsync(new() { Names = { $"deadLetters/{Guid.CreateVersion7()}" } }).ResponseAsync);

        refusal.StatusCode.ShouldBe(StatusCode.NotFound);
    }

    [Fact]
    public async Task Lists_its_jobs_and_runs_one_now()
    {
        var ran = await Operator.RunJobAsync(new() { Name = "jobs/keep-outbox-partitions" });

        ran.LastOutcome.ShouldBe("made 0 and dropped 0 day partitions");
        ran.Failed.ShouldBeFalse();
        var jobs = (await Operator.ListJobsAsync(new())).Jobs;
        jobs.Select(job => job.Name).ShouldBe(["jobs/forget-inbox", "jobs/forget-requests", "jobs/keep-outbox-partitions", "jobs/slow-job"]);
        jobs.Single(job => job.Name == ran.Name).LastRunTime.ShouldNotBeNull();
    }

    [Fact]
    public async Task Says_how_long_it_keeps_what_may_be_removed()
    {
        var rules = (await Operator.ListRetentionRulesAsync(new())).Rules;

        rules.Select(rule => (rule.Name, rule.Days, rule.DefaultDays)).ShouldBe(
            [("retentionRules/Announcements", 30, 30), ("retentionRules/HeardAnnouncements", 37, 37), ("retentionRules/RequestIds", 7, 7)]);
        (await Should.ThrowAsync<RpcException>(() => host.As(Role.Viewer).ListRetentionRulesAsync(new()).ResponseAsync)).StatusCode.ShouldBe(StatusCode.PermissionDenied);
    }

    [Fact]
    public async Task Never_runs_a_job_twice_at_once()
    {
        await host.Job.Began.Task.WaitAsync(TimeSpan.FromSeconds(20));

        var refusal = await Should.ThrowAsync<RpcException>(() => Operator.RunJobAsync(new() { Name = "jobs/slow-job" }).ResponseAsync);

        refusal.StatusCode.ShouldBe(StatusCode.FailedPrecondition);
        host.Job.MayEnd.SetResult();
        await Eventually.Holds(async () => (await Operator.ListJobsAsync(new())).Jobs.Single(job => job.Name == "jobs/slow-job").LastOutcome == "waited");
        host.Job.Runs.ShouldBe(1);
    }

    [Fact]
    public async Task Ends_a_run_that_another_replica_has_taken_over()
    {
        var job = new SlowJob { Name = "taken-job" };
        using var runner = new JobRunner([job], new JobLedger(host.Source) { Lease = TimeSpan.FromMilliseconds(300) }, NullLogger<JobRunner>.Instance);
        var run = runner.RunNow(job.Name, CancellationToken.None);
        await job.Began.Task.WaitAsync(TimeSpan.FromSeconds(20));

        await Execute("update ground.jobs set lease_owner = gen_random_uuid(), lease_until = now() + interval '1 hour' where name = 'taken-job'");

        await run.WaitAsync(TimeSpan.FromSeconds(20));
        (await Scalar<bool>("select lease_until > now() and last_run_at is null from ground.jobs where name = 'taken-job'")).ShouldBeTrue("the ledger belongs to the other");
    }

    [Fact]
    public async Task Runs_a_job_at_the_start_of_the_service_though_it_is_not_due()
    {
        await Execute("insert into ground.jobs (name, next_run_at) values ('starting-job', now() + interval '1 hour'), ('waiting-job', now() + interval '1 hour')");
        var (starting, waiting) = (new SlowJob { Name = "starting-job", RunsAtStart = true }, new SlowJob { Name = "waiting-job" });
        using var runner = new JobRunner([waiting, starting], new JobLedger(host.Source), NullLogger<JobRunner>.Instance);

        await runner.StartAsync(CancellationToken.None);
        await starting.Began.Task.WaitAsync(TimeSpan.FromSeconds(20));
        starting.MayEnd.SetResult();
        await Eventually.Holds(() => Scalar<bool>("select last_outcome = 'waited' and next_run_at > now() + interval '23 hours' from ground.jobs where name = 'starting-job'"));
        await runner.StopAsync(CancellationToken.None);

        (starting.Runs, waiting.Runs).ShouldBe((1, 0));
    }

    [Fact]
    public async Task Tries_a_job_that_failed_again_after_a_pause_of_its_own()
    {
        var job = new SlowJob { Name = "failing-job", IntervalAfterFailure = TimeSpan.FromMinutes(1) };
        job.MayEnd.SetException(new InvalidOperationException("nobody there"));
        using var runner = new JobRunner([job], new JobLedger(host.Source), NullLogger<JobRunner>.Instance);

        await runner.RunNow(job.Name, CancellationToken.None);

        (await Scalar<string>("select last_outcome from ground.jobs where name = 'failing-job' and failed and next_run_at < now() + interval '1 minute'"))
            .ShouldBe("InvalidOperationException: nobody there");
    }

    [Fact]
    public async Task Drops_the_days_of_announcements_past_the_retention_but_none_that_is_pending()
    {
        // The relay must not get at what is pending: someone else has its slot.
        await using var other = new NpgsqlConnection(host.Owner + ";Pooling=false");
        await other.ExecuteScalarAsync("select pg_advisory_lock(@RelayLock, 0)", new { OutboxBatch.RelayLock });
        await Execute("""
            create table ground.outbox_20200101 (like ground.outbox including defaults including constraints);
            alter table ground.outbox attach partition ground.outbox_20200101 for values from ('2020-01-01 00:00+00') to ('2020-01-02 00:00+00');
            create table ground.outbox_20200102 (like ground.outbox including defaults including constraints);
            alter table ground.outbox attach partition ground.outbox_20200102 for values from ('2020-01-02 00:00+00') to ('2020-01-03 00:00+00');
            insert into ground.outbox (id, slot, exchange, type, schema_version, aggregate, aggregate_version, occurred_at, actor, payload, recorded_at, published_at)
            select gen_random_uuid(), 0, 'x', 'things.ThingRenamed', 2, 'things/1', 1, now(), 'x', '{}', day, published
            from (values ('2020-01-01 12:00+00'::timestamptz, now()), ('2020-01-02 12:00+00', null)) old (day, published);
            """);

        (await Operator.RunJobAsync(new() { Name = "jobs/keep-outbox-partitions" })).ShouldSatisfyAllConditions(
            run => run.LastOutcome.ShouldStartWith("made 0 and dropped"), run => run.Failed.ShouldBeFalse());

        (await Scalar<bool>("select to_regclass('ground.outbox_20200101') is null")).ShouldBeTrue();
        (await Scalar<bool>("select to_regclass('ground.outbox_20200102') is not null")).ShouldBeTrue();
    }

    private Task AddLetters(int count) => Execute($"""
        insert into ground.dead_letters
            (id, consumer, type, schema_version, aggregate, aggregate_version, occurred_at, recorded_at, actor, payload, error, attempts, failed_at)
        select gen_random_uuid(), 'things.{nameof(ThingRenamed)}', 'things.ThingRenamed', 2, 'things/' || n, 1, now(), now(), 'x', convert_to(json_build_object('name', 'a')::text, 'UTF8'), 'broken', 3, now() + n * interval '1 second'
        from generate_series(1, {count}) n
        """);

    private async Task<T> Scalar<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(host.Owner);
        return (await connection.ExecuteScalarAsync<T>(sql))!;
    }

    private async Task Execute(string sql)
    {
        await using var connection = new NpgsqlConnection(host.Owner);
        await connection.ExecuteAsync(sql);
    }
}
