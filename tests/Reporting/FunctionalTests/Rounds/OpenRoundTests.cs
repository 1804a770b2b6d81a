using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.Contracts.Events.PlanRegistry.V1;
using SocialPolicy.Contracts.Events.Reporting.V1;
using SocialPolicy.Harness;
using SocialPolicy.Harness.Services;

namespace SocialPolicy.Reporting.FunctionalTests.Rounds;

[Collection(nameof(Reporting))]
public sealed class OpeningARound
{
    private readonly Reporting reporting;
    private readonly Office office;

    public OpeningARound(Reporting reporting)
    {
        (this.reporting, office) = (reporting, new Office(reporting));
        reporting.ItIs(2026, 11, 2);
    }

    [Fact]
    public async Task Asks_the_reporters_of_a_duty_without_a_date()
    {
        var plan = await Publish(office.OnRequest());

        var round = await office.Opening(office.Focal).OpenRoundAsync(Letter(plan));

        round.Kind.ShouldBe(V1.Round.Types.Kind.Opened);
        (round.Due.Date, round.Due.Rule).ShouldBe((new() { Year = 2026, Month = 11, Day = 20 }, "SET_BY_A_PERSON"));
        round.Cutoff.Date.ShouldBe(new() { Year = 2026, Month = 11, Day = 19 });
        round.Receiver.ShouldBe($"agencies/{office.Focal.AgencyId}");
        round.Counts.Total.ShouldBe(4);
        (await reporting.Told<RoundOpened>(round.Name), await reporting.Told<ObligationsIssued>(round.Name)).ShouldBe((1, 1));
    }

    [Fact]
    public async Task Asks_those_it_names_and_lets_the_named_one_receive()
    {
        var plan = await Publish(office.OnRequest());
        var request = Letter(plan);
        request.Receiver = office.Committee.Codes[0];
        request.Reporters.Add([office.Health.Codes[0], $"agencies/{office.Health.AgencyId}", office.Front.Codes[0]]);

        var round = await office.Opening(office.Committee).OpenRoundAsync(request);

        (round.Receiver, round.Counts.Total).ShouldBe(($"agencies/{office.Committee.AgencyId}", 2));
    }

    [Fact]
    public async Task Returns_the_round_there_is_for_the_same_letter_though_it_says_otherwise()
    {
        var plan = await Publish(office.OnRequest());
        var first = await office.Opening(office.Focal).OpenRoundAsync(Letter(plan));
        var request = Letter(plan);
        request.Due.Day = 25;

        (await office.Opening(office.Focal).OpenRoundAsync(request)).ShouldBe(first);
        (await office.Obligations(plan)).Count.ShouldBe(4);
    }

    [Fact]
    public async Task Opens_one_round_when_two_send_the_same_letter_at_once()
    {
        var plan = await Publish(office.OnRequest());

        var rounds = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => office.Opening(office.Focal).OpenRoundAsync(Letter(plan)).ResponseAsync));

        rounds.Select(round => round.Name).Distinct().ShouldHaveSingleItem();
        (await reporting.Told<ObligationsIssued>(rounds[0].Name)).ShouldBe(1);
    }

    [Fact]
    public async Task Is_for_a_registrar_of_no_agency_too()
    {
        var plan = await Publish(office.OnRequest());
        var registrar = new V1.RoundService.RoundServiceClient(reporting.As("registrar", null, Role.Registrar));

        (await registrar.OpenRoundAsync(Letter(plan))).Counts.Total.ShouldBe(4);
    }

    [Fact]
    public async Task Is_refused_for_a_duty_nobody_knows()
    {
        var request = Letter(office.Plan(office.OnRequest()));

        await ShouldBeRefused(request, StatusCode.NotFound, "DUTY_NOT_FOUND");
    }

    [Fact]
    public async Task Is_refused_to_a_focal_officer_of_another_agency()
    {
        var plan = await Publish(office.OnRequest());

        var refused = await Refused.By(office.Opening(office.Health).OpenRoundAsync(Letter(plan)));

        (refused.Code, refused.Reason).ShouldBe((StatusCode.PermissionDenied, "AGENCY_NOT_YOURS"));
    }

    [Fact]
    public async Task Is_refused_to_a_reporting_officer()
    {
        var officer = new V1.RoundService.RoundServiceClient(reporting.As("officer-1", office.Focal.Codes[0], Role.ReportingOfficer));

        (await Refused.By(officer.OpenRoundAsync(new()))).Code.ShouldBe(StatusCode.PermissionDenied);
    }

    [Fact]
    public async Task Is_refused_when_an_agency_it_names_is_unknown_or_gone()
    {
        var plan = await Publish(office.OnRequest());
        var gone = office.Agency("cu", "department", "Sở cũ") with { ValidTo = new(2025, 2, 28), SucceededBy = [office.Focal.AgencyId] };
        await reporting.Knows([], [gone]);

        var request = Letter(plan);
        request.Reporters.Add("test:nobody");
        await ShouldBeRefused(request, StatusCode.NotFound, "AGENCY_NOT_FOUND");

        request.Reporters[0] = gone.Codes[0];
        var refused = await Refused.By(office.Opening(office.Focal).OpenRoundAsync(request));
        (refused.Code, refused.Reason).ShouldBe((StatusCode.FailedPrecondition, "AGENCY_SUPERSEDED"));
        (refused.Facts["heirs"], refused.Facts["heir_names"], refused.Facts["ended_on"]).ShouldBe((office.Focal.Codes[0], office.Focal.Name, "2025-02-28"));

        request.Reporters.Clear();
        request.Receiver = gone.Codes[0];
        await ShouldBeRefused(request, StatusCode.FailedPrecondition, "AGENCY_SUPERSEDED");
    }

    [Fact]
    public async Task Is_refused_when_there_is_nobody_to_ask()
    {
        var plan = await Publish(office.OnRequest() with { Reporters = [], ReporterParties = [] });

        await ShouldBeRefused(Letter(plan), StatusCode.FailedPrecondition, "NOBODY_TO_ASK");
    }

    [Fact]
    public async Task Is_refused_when_nobody_receives()
    {
        var plan = await Publish(office.OnRequest() with { Via = null, ViaParty = null, Addressees = [], AddresseeParties = [] });

        await ShouldBeRefused(Letter(plan), StatusCode.FailedPrecondition, "RECEIVER_UNKNOWN");
    }

    [Fact]
    public async Task Is_refused_once_the_plan_is_over()
    {
        await office.IsKnown();
        var plan = office.Plan(office.OnRequest()) with { PeriodTo = 2025 };
        await reporting.Announce(plan);
        await Eventually.Holds(async () => (await office.Duties(plan)).Count == 1);

        await ShouldBeRefused(Letter(plan), StatusCode.FailedPrecondition, "DUTY_ENDED");
    }

    [Fact]
    public async Task Is_refused_for_a_letter_that_does_not_add_up()
    {
        var plan = await Publish(office.OnRequest());

        await ShouldBeRefused(Letter(plan, letter => letter.Due.Day = 1), StatusCode.InvalidArgument, "ROUND_DUE_IN_PAST", "due");
        await ShouldBeRefused(Letter(plan, letter => letter.Cutoff = new() { Year = 2026, Month = 11, Day = 21 }), StatusCode.InvalidArgument, "CUTOFF_AFTER_DUE", "cutoff");
        await ShouldBeRefused(Letter(plan, letter => letter.Period = "2026-Q5"), StatusCode.InvalidArgument, "PERIOD_MALFORMED", "period");
        await ShouldBeRefused(Letter(plan, letter => letter.Due.Day = 31), StatusCode.InvalidArgument, "DATE_INVALID", "due");
        await ShouldBeRefused(Letter(plan, letter => letter.LetterNumber = new('1', 101)), StatusCode.InvalidArgument, "FIELD_TOO_LONG", "letter_number");
        await ShouldBeRefused(Letter(plan, letter => letter.Duty = "duties/1"), StatusCode.InvalidArgument, "NAME_MALFORMED", "duty");
        await ShouldBeRefused(new() { Duty = Letter(plan).Duty }, StatusCode.InvalidArgument, "FIELD_REQUIRED", "period", "due", "letter_number");
    }

    private async Task<PlanPublished> Publish(PublishedReportingDuty duty)
    {
        await office.IsKnown();
        var plan = office.Plan(duty);
        await reporting.Announce(plan);
        await Eventually.Holds(async () => (await office.Duties(plan)).Count == 1);
        return plan;
    }

    private static V1.OpenRoundRequest Letter(PlanPublished plan, Action<V1.OpenRoundRequest>? change = null)
    {
        var letter = new V1.OpenRoundRequest
        {
            Duty = $"duties/{plan.ReportingDuties[0].DutyId}",
            Period = "2026",
            Due = new() { Year = 2026, Month = 11, Day = 20 },
            LetterNumber = "812/SNV-VP",
        };
        change?.Invoke(letter);
        return letter;
    }

    private async Task ShouldBeRefused(V1.OpenRoundRequest request, StatusCode code, string reason, params string[] fields)
    {
        var refused = await Refused.By(office.Opening(office.Focal).OpenRoundAsync(request));

        (refused.Code, refused.Reason).ShouldBe((code, reason));
        if (fields.Length > 0)
            refused.Fields.ShouldBe(fields);
    }
}
