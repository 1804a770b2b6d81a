using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using SocialPolicy.Harness.Services;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Plans;

public sealed class GettingAPlan(Registry registry) : IClassFixture<Registry>
{
    [Fact]
    public async Task Shows_everything_by_default()
    {
        var imported = await registry.Import(SamplePlan.Text());

        (await registry.Registrar.GetPlanAsync(new() { Name = imported.Name })).ShouldBe(imported);
        imported.Targets.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Shows_header_and_counts_in_the_basic_view()
    {
        var full = await registry.Import(SamplePlan.Text());
        var expected = full.Clone();
        expected.Targets.Clear();
        expected.Tasks.Clear();
        expected.ReportingDuties.Clear();
        expected.LegalBases.Clear();
        expected.Flags.Clear();

        (await registry.Registrar.GetPlanAsync(new() { Name = full.Name, View = V1.PlanView.Basic })).ShouldBe(expected);
    }

    [Theory]
    [InlineData("2026-11-10", 2026)]
    [InlineData("2026-12-14", 2026)]
    [InlineData("2026-12-15", 2027)]
    public async Task Says_the_next_deadline_as_seen_from_today(string today, int year)
    {
        var plan = await registry.Import(SamplePlan.Text());
        var now = registry.Clock.GetUtcNow();
        registry.Clock.MoveTo(DateTimeOffset.Parse($"{today}T00:30:00+07:00", CultureInfo.InvariantCulture));

        var seen = await registry.Registrar.GetPlanAsync(new() { Name = plan.Name });
        registry.Clock.MoveTo(now);

        // "Trước ngày 15/12": the 14th is the last safe day.
        var duty = seen.ReportingDuties.ShouldHaveSingleItem();
        duty.DeadlineInclusive.ShouldBeFalse();
        (duty.Deadline.Year, duty.Deadline.Month, duty.Deadline.Day).ShouldBe((0, 12, 15));
        (duty.NextDue.Year, duty.NextDue.Month, duty.NextDue.Day).ShouldBe((year, 12, 14));
        duty.NextDueExplanation.ShouldContain($"15/12/{year}");
        seen.Summary.NextDeadline.ShouldBe(duty.NextDue);
    }

    [Fact]
    public async Task Is_refused_for_what_the_register_knew_before_it_took_the_plan_in()
    {
        var plan = await registry.Import(SamplePlan.Text());
        var before = Timestamp.FromDateTimeOffset(plan.CreateTime.ToDateTimeOffset().AddSeconds(-1));

        (await registry.Registrar.GetPlanAsync(new() { Name = plan.Name, KnownAt = plan.CreateTime })).Targets.ShouldBe(plan.Targets);
        var refused = await Refused.By(registry.Registrar.GetPlanAsync(new() { Name = plan.Name, KnownAt = before }));
        using var export = registry.Registrar.ExportPlan(new() { Name = plan.Name, KnownAt = before });

        (refused.Code, refused.Reason).ShouldBe((StatusCode.NotFound, "PLAN_NOT_KNOWN_THEN"));
        refused.Facts["name"].ShouldBe(plan.Name);
        (await Refused.By(() => export.ResponseStream.MoveNext(CancellationToken.None))).Reason.ShouldBe("PLAN_NOT_KNOWN_THEN");
    }

    [Fact]
    public async Task Is_refused_for_a_plan_the_register_does_not_have()
    {
        var name = $"plans/{Guid.CreateVersion7()}";

        var refused = await Refused.By(registry.Registrar.GetPlanAsync(new() { Name = name }));

        (refused.Code, refused.Reason).ShouldBe((StatusCode.NotFound, "PLAN_NOT_FOUND"));
        refused.Facts["name"].ShouldBe(name);
    }

    [Theory]
    [InlineData("")]
    [InlineData("plans/1")]
    [InlineData("targets/0199aaaa-0000-7000-8000-000000000001")]
    public async Task Is_refused_for_a_malformed_name(string name)
    {
        var refused = await Refused.By(registry.Registrar.GetPlanAsync(new() { Name = name }));

        (refused.Code, refused.Reason).ShouldBe((StatusCode.InvalidArgument, "NAME_MALFORMED"));
        refused.Fields.ShouldBe(["name"]);
    }

    [Fact]
    public async Task Is_refused_to_nobody() =>
        (await Refused.By(registry.AsNobody().GetPlanAsync(new() { Name = "plans/1" }))).Code.ShouldBe(StatusCode.Unauthenticated);
}
