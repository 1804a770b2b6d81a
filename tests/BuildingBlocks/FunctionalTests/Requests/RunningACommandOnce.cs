using Dapper;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.FunctionalTests.Messaging.V2;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Messaging;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.BuildingBlocks.Service.Storage;
using SocialPolicy.Harness;
using SocialPolicy.PlanRegistry.V1;

namespace SocialPolicy.BuildingBlocks.FunctionalTests.Requests;

public sealed class RunningACommandOnce : IAsyncLifetime
{
    private readonly TestCall call = new();
    private TestDatabase database = null!;
    private IHost host = null!;

    private Service.Requests.Requests Requests => host.Services.GetRequiredService<Service.Requests.Requests>();

    public async Task InitializeAsync()
    {
        database = await TestDatabase.Create("things", typeof(RunningACommandOnce).Assembly);
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["ConnectionStrings:things"] = database.ConnectionString });
        builder.AddStorage("things", typeof(RunningACommandOnce).Assembly);
        builder.Services.AddSingleton(new Facts("things", new HashSet<System.Type> { typeof(ThingRenamed) }, new HashSet<System.Type>()));
        host = builder.Build();
    }

    public async Task DisposeAsync()
    {
        host.Dispose();
        await database.DisposeAsync();
    }

    [Theory]
    [InlineData(Sphere.Reach, false, false)]
    [InlineData(Sphere.Agency, false, false)]
    [InlineData(Sphere.Reach, true, true)]
    [InlineData(Sphere.Agency, true, true)]
    [InlineData(Sphere.Installation, false, true)]
    [InlineData(Sphere.Anything, false, true)]
    public async Task Commits_within_an_agency_only_when_it_was_asked_whose_it_is(Sphere within, bool asked, bool commits)
    {
        call.IsUnder(new AllowedToAttribute(Role.Registrar) { Within = within });
        Task<Plan> Running() => Requests.Once(Request(), call, work =>
        {
            if (asked)
                work.Admit();
            return AddThing(work);
        });

        if (commits)
            await Running();
        else
            await Should.ThrowAsync<InvalidOperationException>(Running);

        (await Count("things")).ShouldBe(commits ? 1 : 0);
    }

    [Fact]
    public async Task Commits_its_effect_its_announcement_and_its_audit_row_together()
    {
        await Requests.Once(Request(), call, AddThing);

        (await Count("things")).ShouldBe(1);
        (await Count("ground.outbox")).ShouldBe(1);
        (await Scalar<string>("select method || ' ' || subject || ' ' || resource || ' ' || outcome from ground.audit_log"))
            .ShouldBe("/socialpolicy.tests.v1.TestService/Act officer-1 things/1 DONE");
    }

    [Fact]
    public async Task Answers_a_repeat_with_the_first_answer_and_no_second_effect()
    {
        var request = Request(Guid.CreateVersion7());

        var first = await Requests.Once(request, call, AddThing);
        var second = await Requests.Once(request, call, AddThing);

        second.ShouldBe(first);
        (await Count("things")).ShouldBe(1);
        (await Count("ground.audit_log")).ShouldBe(1);
    }

    [Fact]
    public async Task Gives_sixteen_at_the_same_time_one_effect_and_one_answer()
    {
        var request = Request(Guid.CreateVersion7());

        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Requests.Once(request, call, AddThing)));

        answers.Distinct().Count().ShouldBe(1);
        (await Count("things")).ShouldBe(1);
    }

    [Fact]
    public async Task Refuses_another_payload_under_the_same_id()
    {
        var id = Guid.CreateVersion7();
        await Requests.Once(Request(id), call, AddThing);

        var refusal = await Should.ThrowAsync<RuleBroken>(() => Requests.Once(Request(id, "plans/other"), call, AddThing));

        refusal.First.Reason.ShouldBe("REQUEST_ID_REUSED");
        (await Count("things")).ShouldBe(1);
    }

    [Fact]
    public async Task Keeps_the_ids_of_methods_apart()
    {
        var request = Request(Guid.CreateVersion7());

        await Requests.Once(request, call, AddThing);
        await Requests.Once(request, new TestCall("/socialpolicy.tests.v1.TestService/Other"), AddThing);

        (await Count("things")).ShouldBe(2);
    }

    [Fact]
    public async Task Refuses_who_replays_the_id_of_another_with_one_row_of_the_audit_and_no_word_about_it()
    {
        var id = Guid.CreateVersion7();
        await Requests.Once(Request(id), call, AddThing);

        foreach (var resource in (string[])["plans/1", "plans/other"])
        {
            var refusal = await Should.ThrowAsync<RuleBroken>(() => Requests.Once(Request(id, resource), new TestCall(subject: "officer-2"), AddThing));
            (refusal.First.Reason, refusal.First.Kind).ShouldBe(("REQUEST_ID_NOT_YOURS", RuleKind.Forbidden));
            refusal.First.Facts.ShouldBeEmpty();
        }

        (await Count("things")).ShouldBe(1);
        (await Scalar<string>("select string_agg(subject || ' ' || outcome, ', ' order by id) from ground.audit_log"))
            .ShouldBe("officer-1 DONE, officer-2 REQUEST_ID_NOT_YOURS, officer-2 REQUEST_ID_NOT_YOURS");
    }

    [Fact]
    public async Task Refuses_an_id_that_is_no_uuid()
    {
        var refusal = await Should.ThrowAsync<RuleBroken>(() =>
            Requests.Once(new PublishPlanRequest { Name = "plans/1", RequestId = "42" }, call, AddThing));

        refusal.First.Reason.ShouldBe("REQUEST_ID_MALFORMED");
        refusal.First.Field.ShouldBe("request_id");
        (await Scalar<string>("select subject || ' ' || outcome from ground.audit_log")).ShouldBe("officer-1 REQUEST_ID_MALFORMED");
    }

    [Fact]
    public async Task Leaves_nothing_when_it_only_validates()
    {
        var request = Request(Guid.CreateVersion7());
        request.ValidateOnly = true;

        var answer = await Requests.Once(request, call, AddThing);

        answer.Name.ShouldNotBeEmpty();
        foreach (var table in (string[])["things", "ground.outbox", "ground.requests", "ground.audit_log"])
            (await Count(table)).ShouldBe(0, table);
        request.ValidateOnly = false;
        await Requests.Once(request, call, AddThing);
        (await Count("things")).ShouldBe(1);
    }

    [Fact]
    public async Task Leaves_nothing_but_a_line_of_audit_when_it_is_refused_and_may_come_again()
    {
        var request = Request(Guid.CreateVersion7());

        await Should.ThrowAsync<RuleBroken>(() => Requests.Once<PublishPlanRequest, Plan>(request, call, async work =>
        {
            await AddThing(work);
            Check.Rule(new RequestIdIsAUuid("refused"));
            return new Plan();
        }));

        foreach (var table in (string[])["things", "ground.outbox", "ground.requests"])
            (await Count(table)).ShouldBe(0, table);
        (await Scalar<string>("select outcome from ground.audit_log")).ShouldBe("REQUEST_ID_MALFORMED");
        await Requests.Once(request, call, AddThing);
        (await Count("things")).ShouldBe(1);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(1)]
    public async Task Announces_no_fact_of_an_aggregate_at_a_version_that_is_no_later(long second)
    {
        var failure = await Should.ThrowAsync<InvalidOperationException>(() => Requests.Once<PublishPlanRequest, Plan>(Request(), call, work =>
        {
            work.Announce(new ThingRenamed("a"), "things/2", 2);
            work.Announce(new ThingRenamed("a"), "things/1", 2);
            work.Announce(new ThingRenamed("b"), "things/1", second);
            return Task.FromResult(new Plan());
        }));

        failure.Message.ShouldContain("things/1");
        failure.Message.ShouldContain("greater version");
        (await Count("ground.outbox")).ShouldBe(0);
    }

    [Fact]
    public async Task Runs_again_after_a_deadlock()
    {
        await Execute("insert into things (id, name) values ('00000001-0000-0000-0000-000000000000', 'a'), ('00000002-0000-0000-0000-000000000000', 'b')");
        var bothLocked = new Barrier(2);

        await Task.WhenAll(Touch(1, 2), Touch(2, 1));

        (await Scalar<long>("select sum(version)::bigint from things")).ShouldBe(2 + 4);

        Task<Plan> Touch(int first, int second)
        {
            var firstRun = true;
            return Task.Run(() => Requests.Once<PublishPlanRequest, Plan>(Request(), call, async work =>
            {
                await Add(work, first);
                if (firstRun)
                    bothLocked.SignalAndWait(TimeSpan.FromSeconds(10)).ShouldBeTrue();
                firstRun = false;
                await Add(work, second);
                return new Plan();
            }));
        }

        static Task Add(Work work, int thing) => work.Connection.ExecuteAsync(
            "update things set version = version + 1 where id = @id", new { id = new Guid(thing, 0, 0, new byte[8]) }, work.Transaction);
    }

    [Fact]
    public async Task Is_forgotten_by_the_job_after_its_expiry_and_not_before()
    {
        await Requests.Once(Request(Guid.CreateVersion7()), call, AddThing);
        await Requests.Once(Request(Guid.CreateVersion7()), call, AddThing);
        await Execute("update ground.requests set received_at = now() - interval '8 days', expires_at = now() - interval '1 day' where request_id = (select min(request_id::text)::uuid from ground.requests)");
        var job = host.Services.GetServices<Service.Operations.IJob>().Single(job => job.Name == "forget-requests");

        (await job.Run(CancellationToken.None)).ShouldBe("removed 1 request ids");

        (await Count("ground.requests")).ShouldBe(1);
    }

    private static PublishPlanRequest Request(Guid? id = null, string name = "plans/1") => new() { Name = name, RequestId = id?.ToString() ?? "" };

    private static async Task<Plan> AddThing(Work work)
    {
        var id = Guid.CreateVersion7();
        await work.Connection.ExecuteAsync("insert into things (id, name) values (@id, 'a')", new { id }, work.Transaction);
        work.Announce(new ThingRenamed("a"), $"things/{id}", 1);
        work.Audit("things/1");
        return new Plan { Name = $"plans/{id}" };
    }

    private Task<long> Count(string table) => Scalar<long>($"select count(*) from {table}");

    private async Task<T> Scalar<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(database.Owner);
        return (await connection.ExecuteScalarAsync<T>(sql))!;
    }

    private async Task Execute(string sql)
    {
        await using var connection = new NpgsqlConnection(database.Owner);
        await connection.ExecuteAsync(sql);
    }
}
