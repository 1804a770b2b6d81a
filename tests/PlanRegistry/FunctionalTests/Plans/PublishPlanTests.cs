using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Npgsql;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.Harness.Services;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Plans;

public sealed class PublishingAPlan(Registry registry) : IClassFixture<Registry>
{
    [Fact]
    public async Task Puts_a_confirmed_plan_in_force()
    {
        var confirmed = await registry.ImportConfirmed();

        var published = await registry.Registrar.PublishPlanAsync(new() { Name = confirmed.Name, Etag = confirmed.Etag });

        published.State.ShouldBe(V1.Plan.Types.State.Published);
        published.PublishTime.ShouldBe(registry.Clock.GetUtcNow().ToTimestamp());
        (await registry.Registrar.GetPlanAsync(new() { Name = confirmed.Name })).ShouldBe(published);
    }

    [Fact]
    public async Task Announces_it_once_with_its_targets_and_duties()
    {
        var published = await registry.ImportPublished();

        (await registry.Announcements(published.Name)).ShouldBe(1);
        using var fact = JsonDocument.Parse(await registry.Ask<string>(
            "select payload from ground.outbox where aggregate = @name", new { name = published.Name }));
        var targets = Member(fact.RootElement, "targets").EnumerateArray().ToList();
        targets.Select(target => $"{published.Name}/targets/{Member(target, "targetId").GetString()}")
            .ShouldBe(published.Targets.Select(target => target.Name));
        Member(targets[0], "comparator").GetString().ShouldBe("lt");
        Member(fact.RootElement, "reportingDuties").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Announces_it_once_however_many_try_at_the_same_time()
    {
        var confirmed = await registry.ImportConfirmed();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(async _ =>
        {
            try
            {
                return (await registry.Registrar.PublishPlanAsync(new() { Name = confirmed.Name })).State.ToString();
            }
            catch (RpcException failure)
            {
                return Refused.Of(failure).Reason;
            }
        }));

        outcomes.Count(outcome => outcome == "Published").ShouldBe(1);
        outcomes.Count(outcome => outcome == "PLAN_ALREADY_PUBLISHED").ShouldBe(9);
        (await registry.Announcements(confirmed.Name)).ShouldBe(1);
    }

    [Fact]
    public async Task Gives_a_repeated_request_its_first_answer_also_at_the_same_time()
    {
        var order = new V1.PublishPlanRequest { Name = (await registry.ImportConfirmed()).Name, RequestId = $"{Guid.CreateVersion7()}" };

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => registry.Registrar.PublishPlanAsync(order).ResponseAsync));

        answers.Distinct().ShouldHaveSingleItem();
        (await registry.Announcements(order.Name)).ShouldBe(1);
    }

    [Fact]
    public async Task Is_refused_when_the_request_id_was_used_for_another_plan()
    {
        var id = $"{Guid.CreateVersion7()}";
        await registry.Registrar.PublishPlanAsync(new() { Name = (await registry.ImportConfirmed()).Name, RequestId = id });
        var other = await registry.ImportConfirmed();

        await ShouldBeRefused(new() { Name = other.Name, RequestId = id }, StatusCode.InvalidArgument, "REQUEST_ID_REUSED");
    }

    [Fact]
    public async Task Stores_and_announces_nothing_when_it_only_validates()
    {
        var confirmed = await registry.ImportConfirmed();

        var rehearsed = await registry.Registrar.PublishPlanAsync(new() { Name = confirmed.Name, ValidateOnly = true });

        rehearsed.State.ShouldBe(V1.Plan.Types.State.Published);
        (await registry.Registrar.GetPlanAsync(new() { Name = confirmed.Name })).ShouldBe(confirmed);
        (await registry.Announcements(confirmed.Name)).ShouldBe(0);
    }

    [Fact]
    public async Task Is_refused_while_the_reading_is_unconfirmed()
    {
        var read = await registry.Import(SamplePlan.Text());

        await ShouldBeRefused(new() { Name = read.Name }, StatusCode.FailedPrecondition, "PLAN_NOT_CONFIRMED");
        (await registry.Announcements(read.Name)).ShouldBe(0);
    }

    [Fact]
    public async Task Is_refused_the_second_time()
    {
        var published = await registry.ImportPublished();

        await ShouldBeRefused(new() { Name = published.Name }, StatusCode.FailedPrecondition, "PLAN_ALREADY_PUBLISHED");
    }

    [Theory]
    [InlineData("title", "PLAN_WITHOUT_TITLE")]
    [InlineData("issuer", "PLAN_WITHOUT_ISSUER")]
    public async Task Is_refused_without_what_it_is_published_under(string field, string reason)
    {
        var read = await registry.Import(SamplePlan.Text());
        await registry.Registrar.ConfirmReadingAsync(new() { Name = read.Name, Plan = new(), UpdateMask = new FieldMask { Paths = { field } } });

        await ShouldBeRefused(new() { Name = read.Name }, StatusCode.FailedPrecondition, reason);
    }

    [Fact]
    public async Task Is_refused_when_the_plan_has_moved_on()
    {
        var read = await registry.Import(SamplePlan.Text());
        await registry.Registrar.ConfirmReadingAsync(new() { Name = read.Name });

        await ShouldBeRefused(new() { Name = read.Name, Etag = read.Etag }, StatusCode.Aborted, "ETAG_MISMATCH");
    }

    [Fact]
    public Task Is_refused_for_a_plan_the_register_does_not_have() =>
        ShouldBeRefused(new() { Name = $"plans/{Guid.CreateVersion7()}" }, StatusCode.NotFound, "PLAN_NOT_FOUND");

    [Fact]
    public async Task Is_refused_to_those_who_may_only_look()
    {
        var confirmed = await registry.ImportConfirmed();

        var refused = await Refused.By(registry.As("viewer", Role.Viewer, Role.Operator).PublishPlanAsync(new() { Name = confirmed.Name }));

        (refused.Code, refused.Reason).ShouldBe((StatusCode.PermissionDenied, "CALLER_NOT_ALLOWED"));
    }

    [Theory]
    [InlineData("update plans set title = 'another' where id = @id")]
    [InlineData("delete from plans where id = @id")]
    [InlineData("update plan_targets set value = 1 where plan_id = @id")]
    [InlineData("delete from plan_duties where plan_id = @id")]
    [InlineData("insert into plan_flags (plan_id, position, code, quote) values (@id, 999, 'LATE', '')")]
    public async Task Fixes_its_content_for_the_owner_of_the_database_too(string statement)
    {
        var id = Guid.Parse((await registry.ImportPublished()).Name["plans/".Length..]);

        await Should.ThrowAsync<PostgresException>(() => registry.Ask<int>($"with done as ({statement} returning 1) select count(*)::int from done", new { id }));
    }

    private static JsonElement Member(JsonElement element, string name) =>
        element.EnumerateObject().Single(member => member.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    private async Task ShouldBeRefused(V1.PublishPlanRequest order, StatusCode code, string reason)
    {
        var refused = await Refused.By(registry.Registrar.PublishPlanAsync(order));

        (refused.Code, refused.Reason).ShouldBe((code, reason));
    }
}
