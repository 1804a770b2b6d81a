using System.Diagnostics;
using System.Security.Cryptography;
using Dapper;
using Google.Protobuf;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.Harness;
using SocialPolicy.PlanRegistry.V1;
using AuditEntry = SocialPolicy.Operations.V1.AuditEntry;

namespace SocialPolicy.BuildingBlocks.FunctionalTests.Audit;

public sealed class WritingTheAudit : IAsyncLifetime
{
    private static readonly Guid Thing = Guid.CreateVersion7();

    private TestDatabase database = null!;
    private AuditHost host = null!;

    private Service.Requests.Requests Requests => host.Services.GetRequiredService<Service.Requests.Requests>();

    public async Task InitializeAsync()
    {
        database = await AuditHost.NewDatabase();
        host = await AuditHost.Start(database.ConnectionString, seals: false);
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.ExecuteAsync("insert into things (id, name) values (@Thing, 'a')", new { Thing });
    }

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task Says_what_a_command_found_and_what_it_left()
    {
        await Rename("b");
        await Rename("c");

        var (second, first) = await Newest();
        (first.VersionBefore, first.VersionAfter, second.VersionBefore, second.VersionAfter).ShouldBe(("v1", "v2", "v2", "v3"));
        first.DigestOf.ShouldBe("row");
        first.BeforeDigest.ShouldNotBe(first.AfterDigest);
        second.BeforeDigest.ShouldBe(first.AfterDigest, "what one leaves the next finds");
    }

    [Fact]
    public async Task Shows_what_was_changed_past_all_commands()
    {
        await Rename("b");
        await using (var owner = new NpgsqlConnection(database.Owner))
            await owner.ExecuteAsync("update things set name = 'forged'");
        await Rename("c");

        var (second, first) = await Newest();
        second.BeforeDigest.ShouldNotBe(first.AfterDigest);
    }

    [Fact]
    public async Task Digests_the_answer_of_a_command_that_held_nothing()
    {
        var answer = await Requests.Once<PublishPlanRequest, Plan>(new(), new TestCall(), work =>
        {
            work.Audit("things/1");
            return Task.FromResult(new Plan { Name = "plans/1", Etag = "v7" });
        });

        var (entry, _) = await Newest();
        (entry.DigestOf, entry.BeforeDigest, entry.VersionAfter).ShouldBe(("answer", "", "v7"));
        entry.AfterDigest.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(answer.ToByteArray())));
    }

    [Fact]
    public async Task Says_the_version_that_the_caller_saw_and_the_agency_that_was_acted_for()
    {
        await Requests.Once<PublishPlanRequest, Plan>(new() { Etag = "v6" }, new TestCall(), work =>
        {
            work.ActsFor("agencies/7");
            return Task.FromResult(new Plan());
        });

        var (entry, _) = await Newest();
        (entry.VersionBefore, entry.ActFor).ShouldBe(("v6", "agencies/7"));
    }

    [Fact]
    public async Task Names_the_trace()
    {
        using var activity = new Activity("a test").SetIdFormat(ActivityIdFormat.W3C).Start();

        await Rename("b");

        (await Newest()).Last.TraceId.ShouldBe(activity.TraceId.ToHexString());
    }

    [Fact]
    public async Task Says_what_a_job_announced()
    {
        await host.Services.GetRequiredService<OwnWork>().Run("tidy-things", work =>
        {
            work.Audit("things/1", "tidied");
            return Task.FromResult(true);
        }, CancellationToken.None);

        (await Newest()).Last.ShouldSatisfyAllConditions(entry => entry.Method.ShouldBe("jobs/tidy-things"), entry => entry.Subject.ShouldBe("tidy-things"), entry => entry.Detail.ShouldBe("tidied"));
    }

    private Task Rename(string name) => Requests.Once<PublishPlanRequest, Plan>(new(), new TestCall(), async work =>
    {
        var thing = await work.Hold<ThingRow>("select id, name, version from things where id = @Thing for update", new { Thing });
        await work.Connection.ExecuteAsync(work.Sql("update things set name = @name, version = version + 1 where id = @Id", new { name, thing!.Id }));
        work.Audit($"things/{Thing}");
        return new Plan();
    });

    private async Task<(AuditEntry Last, AuditEntry BeforeIt)> Newest()
    {
        var entries = (await host.Auditor.ListAuditEntriesAsync(new() { PageSize = 2 })).AuditEntries;
        return (entries[0], entries.ElementAtOrDefault(1)!);
    }

    private sealed record ThingRow(Guid Id, string Name, long Version);
}
