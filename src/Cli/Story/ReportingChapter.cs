using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using SocialPolicy.Cli.Reporting;
using SocialPolicy.Reporting.V1;
using ObligationState = SocialPolicy.Reporting.V1.Obligation.Types.State;
using Plan = SocialPolicy.PlanRegistry.V1.Plan;
using ReportState = SocialPolicy.Reporting.V1.Report.Types.State;

namespace SocialPolicy.Cli.Story;

/// <summary>
/// Rounds and obligations are issued; one agency's report is drafted, submitted, returned, submitted again and accepted, and the
/// focal agency consolidates. Where a round is overdue, one agency is late.
/// </summary>
internal sealed class ReportingChapter(StoryTeller teller, Cast cast)
{
    private const int DaysToAnswer = 10;
    private const string Letter = "01/CV-SPP";

    /// <summary>The rounds of a plan that ask somebody: those of its dated duties, or one opened by a letter.</summary>
    public async Task<IReadOnlyList<Round>> Issue(Plan plan)
    {
        IReadOnlyList<Round> rounds = [];
        await teller.Step("issue rounds and obligations", async () =>
        {
            var duties = await teller.Await(
                () => DutyCommands.Of(plan.Name, cast.Operator, teller.Cancellation),
                seen => seen.Count == plan.ReportingDuties.Count,
                seen => $"Reporting holds {seen.Count} of {plan.ReportingDuties.Count} duties");
            await Track(plan);
            var expected = duties.Where(duty => duty.State is Duty.Types.State.Dated && duty.Findings.Count == 0).Select(duty => duty.Name).ToHashSet();
            rounds = await teller.Await(
                () => Rounds(plan),
                seen => expected.IsSubsetOf(seen.Select(round => round.Duty)),
                seen => $"{seen.Select(round => round.Duty).Distinct().Count()} of {expected.Count} dated duties have a round");
            if (Asking(rounds).Count == 0 && await OpenByLetter(plan, duties))
                rounds = await Rounds(plan);
            return $"{Asking(rounds).Count} rounds, {rounds.Sum(round => round.Counts.Total)} obligations; next: {Asking(rounds).FirstOrDefault()?.Due.Explanation ?? "none, for the directory knows nobody who is asked"}";
        });
        return Asking(rounds);
    }

    /// <summary>The round whose reports the story follows: the first that is not due yet.</summary>
    public static Round? ToFollow(IReadOnlyList<Round> rounds) => rounds.FirstOrDefault(round => round.Counts.Overdue == 0 && round.Counts.Late == 0);

    /// <summary>A round that is overdue, or was until somebody answered late.</summary>
    public static Round? Missed(IReadOnlyList<Round> rounds) => rounds.FirstOrDefault(round => round.Counts.Overdue > 0 || round.Counts.Late > 0);

    /// <summary>Those of a round who really owe: neither invited nor the receiver itself, by name.</summary>
    public async Task<IReadOnlyList<Obligation>> Owing(Round round)
    {
        var all = await teller.Ask(() => ObligationCommands.Matching(new() { Round = round.Name }, cast.Operator, teller.Cancellation));
        return [.. all.Where(obligation => !obligation.Requested && !obligation.OwnContribution).OrderBy(obligation => obligation.AgencyDisplayName, StringComparer.Ordinal)];
    }

    /// <summary>Where the rounds of a plan stand.</summary>
    public async Task<Account> Account(Plan plan)
    {
        var obligations = new List<Obligation>();
        foreach (var round in await Rounds(plan))
            obligations.AddRange(await Owing(round));
        return new(
            plan,
            [.. obligations.Where(obligation => obligation.State is ObligationState.Owed or ObligationState.Returned)],
            [.. obligations.Where(obligation => obligation.State is ObligationState.Settled)]);
    }

    /// <summary>From draft to accepted, with what is refused on the way; goes on from wherever the report is.</summary>
    public async Task Report(Obligation obligation)
    {
        if (obligation.State is ObligationState.Settled)
            return;
        await teller.Step("draft for another agency", () => teller.Refused("OBLIGATION_NOT_FOUND", () => Drafting(cast.Stranger, obligation, Said.NewRequest())));
        Report report = new();
        await teller.Step("draft", async () =>
        {
            report = obligation.Report.Length > 0
                ? await teller.Ask(() => cast.Officer.Reports.GetReportAsync(new() { Name = obligation.Report }, Call()).ResponseAsync)
                : await Draft(obligation);
            return $"{report.Name} of {obligation.AgencyDisplayName}, {report.Lines.Count(line => line.Value.Length > 0)} values pinned";
        });
        while (report.State is not ReportState.Accepted)
            report = await Next(report);
        await teller.Step("settled", async () =>
        {
            var settled = await teller.Ask(() => cast.Operator.Obligations.GetObligationAsync(new() { Name = obligation.Name }, Call()).ResponseAsync);
            return StoryTeller.Holds(settled.State is ObligationState.Settled, $"{settled.AgencyDisplayName}: {settled.Timeliness}, due {settled.Due.Explanation}");
        });
    }

    /// <summary>Submitted and accepted without more ado: the one who is late.</summary>
    public Task SettleLate(Obligation obligation) => teller.Step("submit late, and accept", async () =>
    {
        if (obligation.State is not ObligationState.Settled)
        {
            var draft = await Draft(obligation);
            var submitted = draft.State is ReportState.Draft ? await Submit(draft) : draft;
            await Accept(submitted);
        }

        var settled = await teller.Ask(() => cast.Operator.Obligations.GetObligationAsync(new() { Name = obligation.Name }, Call()).ResponseAsync);
        return StoryTeller.Holds(settled.Timeliness is Obligation.Types.Timeliness.Late, $"{settled.AgencyDisplayName}: {settled.Timeliness}, due {settled.Due.Explanation}");
    });

    public Task Consolidate(Round round) => teller.Step("consolidate, and repeat", async () =>
    {
        var first = await teller.Ask(() => Consolidation(round));
        var second = await teller.Ask(() => Consolidation(round));
        return StoryTeller.Holds(
            first.Name == second.Name && first.Children.Count > 0,
            $"version {first.Version} of {first.Period}: {first.Children.Count} reports, {first.Missing.Count} missing");
    });

    /// <summary>What the table shows at the end.</summary>
    public Task<IReadOnlyList<Round>> Rounds(Plan plan) => teller.Ask(() => RoundCommands.Of(plan.Name, cast.Operator, teller.Cancellation));

    private static IReadOnlyList<Round> Asking(IReadOnlyList<Round> rounds) => [.. rounds.Where(round => !round.History && round.Counts.Total > 0)];

    // What fell due since the beginning of the year counts, so that the story has somebody who is late.
    private async Task Track(Plan plan)
    {
        var request = new TrackPlanRequest
        {
            Plan = plan.Name,
            TrackFrom = new() { Year = plan.PublishTime.ToDateTime().Year, Month = 1, Day = 1 },
            RequestId = Said.NewRequest(),
        };
        await teller.Ask(() => cast.Operator.Duties.TrackPlanAsync(request, Call()).ResponseAsync);
    }

    private async Task<bool> OpenByLetter(Plan plan, IReadOnlyList<Duty> duties)
    {
        var open = duties.FirstOrDefault(duty => duty.State is Duty.Types.State.NeedsDate && duty.Reporters.Any(party => party.Agency.Length > 0 || party.Group));
        if (open is null || plan.IssuerAgency.Length == 0)
            return false;
        var due = DateOnly.FromDateTime(plan.PublishTime.ToDateTime()).AddDays(DaysToAnswer);
        var request = new OpenRoundRequest
        {
            Duty = open.Name,
            Period = $"{due.Year}",
            Due = new() { Year = due.Year, Month = due.Month, Day = due.Day },
            LetterNumber = Letter,
            Receiver = open.Via is null && open.Addressees.Count == 0 ? plan.IssuerAgency : "",
            RequestId = Said.NewRequest(),
        };
        await teller.Ask(() => cast.Operator.Rounds.OpenRoundAsync(request, Call()).ResponseAsync);
        return true;
    }

    private async Task<Report> Next(Report report)
    {
        switch (report)
        {
            case { State: ReportState.Draft }:
                await teller.Step("submit", async () => $"{(report = await Submit(report)).State}, {report.Number}");
                return report;
            case { State: ReportState.Submitted, SubmissionCount: 1 }:
                await teller.Step("submit twice", () => teller.Refused("REPORT_ALREADY_SUBMITTED", () => Submitting(report, Said.NewRequest())));
                await teller.Step("return", async () => $"{(report = await Return(report)).State}: {report.Steps[^1].Reason}");
                return report;
            case { State: ReportState.Returned }:
                await teller.Step("accept what was not submitted", () => teller.Refused("REPORT_NOT_SUBMITTED", () => Accepting(report)));
                await teller.Step("submit again", async () => $"{(report = await Submit(report)).State} for the {report.SubmissionCount}. time");
                return report;
            case { State: ReportState.Submitted }:
                await teller.Step("accept", async () => $"{(report = await Accept(report)).State}");
                return report;
            default:
                throw new StepFailed($"{report.Name} is {report.State}.");
        }
    }

    private async Task<Report> Submit(Report report)
    {
        var request = Said.NewRequest();
        return await teller.Ask(() => Submitting(report, request));
    }

    private async Task<Report> Return(Report report)
    {
        var request = new ReturnReportRequest { Name = report.Name, Reason = "Đề nghị bổ sung khó khăn, vướng mắc và kiến nghị.", RequestId = Said.NewRequest() };
        return await teller.Ask(() => cast.Focal.Reports.ReturnReportAsync(request, Call()).ResponseAsync);
    }

    private async Task<Report> Accept(Report report)
    {
        var request = Said.NewRequest();
        return await teller.Ask(() => cast.Focal.Reports.AcceptReportAsync(new() { Name = report.Name, RequestId = request }, Call()).ResponseAsync);
    }

    private Task<Report> Submitting(Report report, string requestId) =>
        cast.Officer.Reports.SubmitReportAsync(new() { Name = report.Name, RequestId = requestId }, Call()).ResponseAsync;

    private Task<Report> Accepting(Report report) =>
        cast.Focal.Reports.AcceptReportAsync(new() { Name = report.Name, RequestId = Said.NewRequest() }, Call()).ResponseAsync;

    private async Task<Report> Draft(Obligation obligation)
    {
        var request = Said.NewRequest();
        return await teller.Ask(() => Drafting(cast.Officer, obligation, request));
    }

    private Task<Report> Drafting(Connection by, Obligation obligation, string requestId) => by.Reports.DraftReportAsync(
        new()
        {
            Report = new()
            {
                Obligation = obligation.Name,
                Number = "15/BC",
                Signer = "Nguyễn Văn A",
                SignedOn = SignedOn(obligation),
                Results = "Đã hoàn thành các nhiệm vụ được giao trong kỳ.",
                Difficulties = "Kinh phí bố trí còn chậm.",
                Proposals = "Đề nghị bổ sung kinh phí.",
            },
            RequestId = requestId,
        },
        Call()).ResponseAsync;

    // The platform's own day: the obligation was issued today, whatever this machine's calendar says.
    private static Google.Type.Date SignedOn(Obligation obligation)
    {
        var today = obligation.IssueTime.ToDateTimeOffset().ToOffset(TimeSpan.FromHours(7));
        return new() { Year = today.Year, Month = today.Month, Day = today.Day };
    }

    private Task<Consolidation> Consolidation(Round round) =>
        cast.Focal.Consolidations.ConsolidateRoundAsync(new() { Round = round.Name, RequestId = Said.NewRequest() }, Call()).ResponseAsync;

    private Grpc.Core.CallOptions Call() => Connection.Call(teller.Cancellation);
}
