using Google.Protobuf;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.Contracts.Events.PlanRegistry.V1;
using SocialPolicy.Harness.Access;
using SocialPolicy.Harness.Calls;

namespace SocialPolicy.Reporting.FunctionalTests.Access;

/// <summary>
/// Of a province, the department of health has a draft, the Front has submitted, and the focal department has consolidated; everything that
/// can be asked about it, and what each may be answered.
/// </summary>
internal sealed class Case(Office office, Office elsewhere, PlanPublished plan, V1.Round round, V1.Report draft, V1.Report submitted, V1.Consolidation consolidated)
{
    private string Health => office.Health.Codes[0];
    private string Focal => office.Focal.Codes[0];
    private string Committee => office.Committee.Codes[0];

    /// <summary>Who owes, another department, the receiver, the committee above, and the committee of another province.</summary>
    public IEnumerable<string> Agencies => [Health, office.Education.Codes[0], Focal, Committee, elsewhere.Committee.Codes[0]];

    public static async Task<Case> Of(Reporting reporting)
    {
        var (office, elsewhere) = (new Office(reporting), new Office(reporting));
        reporting.ItIs(2026, 11, 2);
        var (plan, round) = await office.Asks();
        await elsewhere.IsKnown();
        var draft = await office.Drafts(office.Health, round);
        var submitted = await office.Submits(office.Front, round);
        var consolidated = await office.Consolidating(office.Focal).ConsolidateRoundAsync(new() { Round = round.Name, IncludeSubmitted = true });
        return new(office, elsewhere, plan, round, draft, submitted, consolidated);
    }

    public IReadOnlyList<Ask> All() =>
    [
        Command(new V1.TrackPlanRequest { Plan = round.Plan, TrackFrom = new() { Year = 2026, Month = 1, Day = 1 } }, caller => Keeps(caller) ? Ask.Ok : "PLAN_NOT_YOURS"),
        Command(Letter(), caller => Opens(caller) ? Ask.Ok : "AGENCY_NOT_YOURS"),
        Command(new V1.DraftReportRequest { Report = new() { Obligation = draft.Obligation, Results = "Xong." } }, draft.Obligation, caller => Writes(caller, hidden: "OBLIGATION_NOT_FOUND")),
        Command(new V1.ApproveReportRequest { Name = draft.Name }, draft.Name, OfTheDraft),
        Command(new V1.SubmitReportRequest { Name = draft.Name }, draft.Name, OfTheDraft),
        Command(new V1.ReturnReportRequest { Name = submitted.Name, Reason = "Thiếu." }, submitted.Name, Decides),
        Command(new V1.AcceptReportRequest { Name = submitted.Name }, submitted.Name, Decides),
        Command(new V1.ConsolidateRoundRequest { Round = round.Name, IncludeSubmitted = true }, caller => caller.IsOf(Focal) ? Ask.Ok : "AGENCY_NOT_YOURS"),
        Ask.Many(new V1.ListDutiesRequest { Plan = round.Plan }, round.Duty, _ => true),
        Ask.Many(new V1.ListRoundsRequest { Plan = round.Plan }, round.Name, _ => true),
        Ask.One(new V1.GetRoundRequest { Name = round.Name }, round.Name, "", _ => true),
        Ask.One(new V1.GetObligationRequest { Name = draft.Obligation }, draft.Obligation, "OBLIGATION_NOT_FOUND", Sees),
        Ask.One(new V1.BatchGetObligationsRequest { Names = { draft.Obligation } }, draft.Obligation, "OBLIGATION_NOT_FOUND", Sees),
        Ask.Many(new V1.ListObligationsRequest { Round = round.Name }, draft.Obligation, Sees),
        Ask.Many(new V1.ListObligationsRequest { Agency = Health }, draft.Obligation, Sees),
        Ask.One(new V1.GetReportRequest { Name = draft.Name }, draft.Name, "REPORT_NOT_FOUND", caller => caller.IsOf(Health)),
        Ask.One(new V1.GetReportRequest { Name = submitted.Name }, submitted.Name, "REPORT_NOT_FOUND", Receives),
        Ask.Many(new V1.ListReportsRequest { Round = round.Name }, draft.Name, caller => caller.IsOf(Health)),
        Ask.Many(new V1.ListReportsRequest { Agency = Health, State = V1.Report.Types.State.Draft }, draft.Name, caller => caller.IsOf(Health)),
        Ask.Many(new V1.ListReportsRequest { Plan = round.Plan }, submitted.Name, Receives),
        Ask.One(new V1.GetConsolidationRequest { Name = consolidated.Name }, consolidated.Name, "CONSOLIDATION_NOT_FOUND", Receives),
        Ask.Many(new V1.ListConsolidationsRequest { Plan = round.Plan }, consolidated.Name, Receives),
    ];

    private static Ask Command(IMessage request, Func<Stand, string> answer) => Ask.To(new PreparedCommand(request), answer);

    private static Ask Command(IMessage request, string about, Func<Stand, string> answer) => Ask.To(new PreparedCommand(request), about, answer);

    private V1.OpenRoundRequest Letter() => new()
    {
        Duty = $"duties/{plan.ReportingDuties[0].DutyId}", Period = "2026", Due = new() { Year = 2026, Month = 11, Day = 20 }, LetterNumber = "812/SNV-VP",
    };

    private bool Sees(Stand caller) => caller.IsUnbounded || caller.IsOf(Health, Focal, Committee);

    private bool Receives(Stand caller) => caller.IsUnbounded || caller.IsOf(Focal, Committee);

    private bool Keeps(Stand caller) => caller.IsUnbounded || caller.Role switch
    {
        Role.Registrar => caller.IsOf(Committee),
        Role.FocalOfficer => caller.IsOf(Committee, Focal),
        _ => false,
    };

    private bool Opens(Stand caller) => caller.Role switch
    {
        Role.Registrar or Role.Administrator => caller.IsUnbounded || caller.IsOf(Focal, Committee),
        _ => caller.IsOf(Focal),
    };

    // Whom no agency bounds sees it, and acts for none.
    private string Writes(Stand caller, string hidden) => caller.IsOf(Health) ? Ask.Ok : Sees(caller) ? "AGENCY_NOT_YOURS" : hidden;

    private string OfTheDraft(Stand caller) => caller.IsOf(Health) ? Ask.Ok : "REPORT_NOT_FOUND";

    private string Decides(Stand caller) => caller.IsOf(Focal) ? Ask.Ok : Receives(caller) ? "AGENCY_NOT_YOURS" : "REPORT_NOT_FOUND";
}
