using Grpc.Core;
using SocialPolicy.Harness.Services;

namespace SocialPolicy.Reporting.FunctionalTests.Reports;

[Collection(nameof(Reporting))]
public sealed class DraftingAReport
{
    private readonly Reporting reporting;
    private readonly Office office;

    public DraftingAReport(Reporting reporting)
    {
        (this.reporting, office) = (reporting, new Office(reporting));
        reporting.ItIs(2026, 11, 2);
    }

    [Fact]
    public async Task Pins_the_values_of_the_agency_for_the_period()
    {
        var (plan, round) = await office.Asks();
        var target = Guid.CreateVersion7();
        reporting.Tables.Set(plan.PlanId, "2026", office.Health.AgencyId, target, "2.9");

        var report = await office.Drafts(office.Health, round);

        report.State.ShouldBe(V1.Report.Types.State.Draft);
        report.Lines.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            line => line.Target.ShouldBe($"targets/{target}"),
            line => (line.Value, line.Estimate, line.YearBefore, line.PercentOfTarget).ShouldBe(("2.9", true, "4.1", "82.9")),
            line => line.Threshold.ShouldBe(new() { Comparator = Types.V1.Comparator.AtMost, Value = "3.5", Unit = "%" }),
            line => line.Verdict.ShouldBe(SocialPolicy.Indicators.V1.Rating.Types.Verdict.NotDue),
            line => line.Observation.ShouldStartWith("observations/"));
        report.Steps.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            step => (step.State, step.Actor, step.Agency).ShouldBe((V1.Report.Types.State.Draft, "officer-1", $"agencies/{office.Health.AgencyId}")));
        (await office.ObligationOf(office.Health, round)).Report.ShouldBe(report.Name);
    }

    [Fact]
    public async Task Changes_the_named_fields_of_the_one_report_there_is()
    {
        var (_, round) = await office.Asks();
        var first = await office.Drafts(office.Health, round);

        var changed = await office.Writing(office.Health).DraftReportAsync(new()
        {
            Report = new() { Obligation = first.Obligation, Number = "126/BC-SYT", Results = "bỏ qua" },
            UpdateMask = new() { Paths = { "number" } },
            Etag = first.Etag,
        });

        (changed.Name, changed.Number, changed.Results, changed.Signer).ShouldBe((first.Name, "126/BC-SYT", "Đã thực hiện.", "Nguyễn Văn A"));
        changed.Etag.ShouldNotBe(first.Etag);
    }

    [Fact]
    public async Task Begins_one_report_though_two_begin_it_at_once()
    {
        var (_, round) = await office.Asks();
        var obligation = (await office.ObligationOf(office.Health, round)).Name;

        var drafts = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ =>
            office.Writing(office.Health).DraftReportAsync(new() { Report = new() { Obligation = obligation } }).ResponseAsync));

        drafts.Select(draft => draft.Name).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Answers_the_same_request_with_its_first_answer()
    {
        var (_, round) = await office.Asks();
        var request = new V1.DraftReportRequest
        {
            Report = new() { Obligation = (await office.ObligationOf(office.Health, round)).Name, Number = "1" },
            RequestId = $"{Guid.CreateVersion7()}",
        };

        var first = await office.Writing(office.Health).DraftReportAsync(request);

        (await office.Writing(office.Health).DraftReportAsync(request)).ShouldBe(first);
    }

    [Fact]
    public async Task Is_seen_by_its_own_agency_alone()
    {
        var (plan, round) = await office.Asks();
        var report = await office.Drafts(office.Health, round);

        (await office.Writing(office.Health).GetReportAsync(new() { Name = report.Name })).ShouldBe(report);
        (await office.Writing(office.Health).ListReportsAsync(new() { Plan = $"plans/{plan.PlanId}" })).Reports.ShouldHaveSingleItem().Lines.ShouldBeEmpty();

        (await Refused.By(office.Deciding(office.Focal).GetReportAsync(new() { Name = report.Name }))).Reason.ShouldBe("REPORT_NOT_FOUND");
        (await Refused.By(office.Deciding(office.Focal).AcceptReportAsync(new() { Name = report.Name }))).Reason.ShouldBe("REPORT_NOT_FOUND");
        (await office.Deciding(office.Focal).ListReportsAsync(new() { Plan = $"plans/{plan.PlanId}" })).Reports.ShouldBeEmpty();
    }

    [Fact]
    public async Task Is_refused_to_another_agency()
    {
        var (_, round) = await office.Asks();
        var obligation = (await office.ObligationOf(office.Health, round)).Name;

        var hidden = await Refused.By(office.Writing(office.Education).DraftReportAsync(new() { Report = new() { Obligation = obligation } }));
        var refused = await Refused.By(office.Writing(office.Focal).DraftReportAsync(new() { Report = new() { Obligation = obligation } }));

        (hidden.Code, hidden.Reason).ShouldBe((StatusCode.NotFound, "OBLIGATION_NOT_FOUND"));
        (refused.Code, refused.Reason).ShouldBe((StatusCode.PermissionDenied, "AGENCY_NOT_YOURS"));
    }

    [Fact]
    public async Task Is_refused_while_Indicators_is_away_and_leaves_nothing()
    {
        var (_, round) = await office.Asks();
        var obligation = (await office.ObligationOf(office.Health, round)).Name;
        reporting.Tables.Away = true;
        try
        {
            var refused = await Refused.By(office.Writing(office.Health).DraftReportAsync(new() { Report = new() { Obligation = obligation } }));

            (refused.Code, refused.Reason).ShouldBe((StatusCode.Unavailable, "INDICATORS_UNAVAILABLE"));
            (await office.ObligationOf(office.Health, round)).Report.ShouldBeEmpty();
        }
        finally
        {
            reporting.Tables.Away = false;
        }
    }

    [Fact]
    public async Task Is_refused_once_it_is_with_the_receiver()
    {
        var (_, round) = await office.Asks();
        var report = await office.Submits(office.Health, round);

        await ShouldBeRefused(new() { Report = new() { Obligation = report.Obligation } }, StatusCode.FailedPrecondition, "REPORT_NOT_EDITABLE");
    }

    [Fact]
    public async Task Is_refused_for_what_is_wrong_with_it()
    {
        var (_, round) = await office.Asks();
        var draft = await office.Drafts(office.Health, round);
        V1.DraftReportRequest With(Action<V1.DraftReportRequest> change)
        {
            var request = new V1.DraftReportRequest { Report = new() { Obligation = draft.Obligation } };
            change(request);
            return request;
        }

        await ShouldBeRefused(With(request => request.Etag = "v9"), StatusCode.Aborted, "ETAG_MISMATCH");
        await ShouldBeRefused(With(request => request.UpdateMask = new() { Paths = { "state" } }), StatusCode.InvalidArgument, "FIELD_NOT_EDITABLE");
        await ShouldBeRefused(With(request => request.Report.Results = new('x', 20_001)), StatusCode.InvalidArgument, "FIELD_TOO_LONG");
        await ShouldBeRefused(With(request => request.Report.SignedOn = new() { Year = 2026, Month = 2, Day = 30 }), StatusCode.InvalidArgument, "DATE_INVALID");
        await ShouldBeRefused(With(request => request.Report.Obligation = ""), StatusCode.InvalidArgument, "NAME_MALFORMED");
        await ShouldBeRefused(With(request => request.Report.Obligation = $"obligations/{Guid.CreateVersion7()}"), StatusCode.NotFound, "OBLIGATION_NOT_FOUND");
    }

    [Fact]
    public async Task Is_refused_to_a_focal_officer() =>
        (await Refused.By(office.Deciding(office.Focal).DraftReportAsync(new()))).Code.ShouldBe(StatusCode.PermissionDenied);

    private async Task ShouldBeRefused(V1.DraftReportRequest request, StatusCode code, string reason)
    {
        var refused = await Refused.By(office.Writing(office.Health).DraftReportAsync(request));

        (refused.Code, refused.Reason).ShouldBe((code, reason));
    }
}
