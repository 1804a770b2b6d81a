using Grpc.Core;
using SocialPolicy.Contracts.Events.Reporting.V1;
using SocialPolicy.Contracts.Events.PlanRegistry.V1;
using SocialPolicy.Harness.Services;

namespace SocialPolicy.Reporting.FunctionalTests.Consolidations;

[Collection(nameof(Reporting))]
public sealed class ConsolidatingARound
{
    private readonly Reporting reporting;
    private readonly Office office;

    public ConsolidatingARound(Reporting reporting)
    {
        (this.reporting, office) = (reporting, new Office(reporting));
        reporting.ItIs(2026, 11, 2);
    }

    [Fact]
    public async Task Puts_accepted_reports_side_by_side_and_names_who_is_missing()
    {
        var (plan, round) = await office.Asks();
        var target = Guid.CreateVersion7();
        reporting.Tables.Set(plan.PlanId, "2026", office.Health.AgencyId, target, "2.9");
        reporting.Tables.Set(plan.PlanId, "2026", office.Education.AgencyId, target, "3.2");
        var health = await office.IsDoneWith(office.Health, round);
        await office.IsDoneWith(office.Education, round);

        var made = await office.Consolidating(office.Focal).ConsolidateRoundAsync(new() { Round = round.Name });

        (made.Version, made.IncludesSubmitted, made.Agency, made.Period).ShouldBe((1, false, $"agencies/{office.Focal.AgencyId}", "2026"));
        made.Children.Select(child => (child.AgencyDisplayName, child.Submission, child.State)).ShouldBe(
            [("Sở Giáo dục và Đào tạo", 1, V1.Report.Types.State.Accepted), ("Sở Y tế", 1, V1.Report.Types.State.Accepted)], ignoreOrder: true);
        made.Children.ShouldContain(child => child.Report == health.Name);
        made.Missing.Select(missing => (missing.AgencyDisplayName, missing.Requested)).ShouldBe(
            [("Sở Nội vụ", false), ("Ủy ban Mặt trận Tổ quốc", true)], ignoreOrder: true);
        var line = made.Lines.ShouldHaveSingleItem();
        line.Target.Target.ShouldBe($"targets/{target}");
        line.Values.Select(said => said.Value_).ShouldBe(["2.9", "3.2"], ignoreOrder: true);
        (await reporting.Told<ReportConsolidated>(round.Name)).ShouldBe(1);
        foreach (var agency in (ChangedAgency[])[office.Focal, office.Committee])
            (await office.Consolidating(agency).GetConsolidationAsync(new() { Name = made.Name })).ShouldBe(made);
        (await Refused.By(office.Consolidating(office.Health).GetConsolidationAsync(new() { Name = made.Name }))).Reason.ShouldBe("CONSOLIDATION_NOT_FOUND");
    }

    [Fact]
    public async Task Returns_the_one_there_is_for_the_same_submissions_also_when_many_ask_at_once()
    {
        var (_, round) = await office.Asks();
        await office.IsDoneWith(office.Health, round);

        var made = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ =>
            office.Consolidating(office.Focal).ConsolidateRoundAsync(new() { Round = round.Name }).ResponseAsync));

        made.Distinct().ShouldHaveSingleItem().Version.ShouldBe(1);
        (await reporting.Told<ReportConsolidated>(round.Name)).ShouldBe(1);
    }

    [Fact]
    public async Task Makes_the_next_version_when_another_report_is_taken_along()
    {
        var (plan, round) = await office.Asks();
        await office.IsDoneWith(office.Health, round);
        await office.Submits(office.Education, round);
        var consolidating = office.Consolidating(office.Focal);
        var first = await consolidating.ConsolidateRoundAsync(new() { Round = round.Name });
        reporting.Clock.Advance(TimeSpan.FromMinutes(1));

        var second = await consolidating.ConsolidateRoundAsync(new() { Round = round.Name, IncludeSubmitted = true });

        (first.Version, first.Children.Count, second.Version, second.Children.Count, second.IncludesSubmitted).ShouldBe((1, 1, 2, 2, true));
        second.Children.ShouldContain(child => child.State == V1.Report.Types.State.Submitted);
        (await consolidating.ListConsolidationsAsync(new() { Round = round.Name })).Consolidations.Select(made => made.Version).ShouldBe([2, 1]);
        var page = await consolidating.ListConsolidationsAsync(new() { Plan = $"plans/{plan.PlanId}", PageSize = 1 });
        page.Consolidations.ShouldHaveSingleItem().Lines.ShouldBeEmpty();
        (await consolidating.ListConsolidationsAsync(new() { Plan = $"plans/{plan.PlanId}", PageSize = 1, PageToken = page.NextPageToken }))
            .Consolidations.ShouldHaveSingleItem().Version.ShouldBe(1);
    }

    [Fact]
    public async Task Is_refused_while_nothing_was_accepted()
    {
        var (_, round) = await office.Asks();
        await office.Submits(office.Health, round);

        await ShouldBeRefused(office.Consolidating(office.Focal).ConsolidateRoundAsync(new() { Round = round.Name }), StatusCode.FailedPrecondition, "NOTHING_TO_CONSOLIDATE");
    }

    [Fact]
    public async Task Is_refused_to_another_agency_than_the_receiver()
    {
        var (_, round) = await office.Asks();
        await office.IsDoneWith(office.Health, round);

        await ShouldBeRefused(office.Consolidating(office.Committee).ConsolidateRoundAsync(new() { Round = round.Name }), StatusCode.PermissionDenied, "AGENCY_NOT_YOURS");
    }

    [Fact]
    public async Task Is_refused_for_what_is_not_there_or_malformed()
    {
        var consolidating = office.Consolidating(office.Focal);

        await ShouldBeRefused(consolidating.ConsolidateRoundAsync(new() { Round = $"rounds/{Guid.CreateVersion7()}" }), StatusCode.NotFound, "ROUND_NOT_FOUND");
        await ShouldBeRefused(consolidating.ConsolidateRoundAsync(new() { Round = "rounds/1" }), StatusCode.InvalidArgument, "NAME_MALFORMED");
        await ShouldBeRefused(consolidating.GetConsolidationAsync(new() { Name = $"consolidations/{Guid.CreateVersion7()}" }), StatusCode.NotFound, "CONSOLIDATION_NOT_FOUND");
        await ShouldBeRefused(consolidating.GetConsolidationAsync(new() { Name = "x" }), StatusCode.InvalidArgument, "NAME_MALFORMED");
        (await Refused.By(consolidating.ListConsolidationsAsync(new() { PageSize = 501 }))).Reason.ShouldBe("PAGE_SIZE_OUT_OF_RANGE");
        (await Refused.By(consolidating.ListConsolidationsAsync(new() { PageToken = "AAAA" }))).Reason.ShouldBe("PAGE_TOKEN_INVALID");
        (await Refused.By(consolidating.ListConsolidationsAsync(new() { Plan = "plans/1" }))).Reason.ShouldBe("NAME_MALFORMED");
    }

    private static async Task ShouldBeRefused(AsyncUnaryCall<V1.Consolidation> call, StatusCode code, string reason)
    {
        var refused = await Refused.By(call);

        (refused.Code, refused.Reason).ShouldBe((code, reason));
    }
}
