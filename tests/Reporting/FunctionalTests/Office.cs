using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.Contracts.Events.PlanRegistry.V1;
using SocialPolicy.Harness;

namespace SocialPolicy.Reporting.FunctionalTests;

/// <summary>The agencies of a province, unknown to every other test: a committee, its focal department, two more and the Front.</summary>
public sealed class Office
{
    private readonly Reporting reporting;
    private readonly string mark = Guid.CreateVersion7().ToString("N");

    public Office(Reporting reporting)
    {
        this.reporting = reporting;
        Unit = new(Guid.CreateVersion7(), [$"test:{mark}"], "Tỉnh Sơn La", "province", null, null, null, []);
        Committee = Agency("ubnd", "peoples_committee", "UBND tỉnh");
        Focal = Agency("so-noi-vu", "department", "Sở Nội vụ");
        Health = Agency("so-y-te", "department", "Sở Y tế");
        Education = Agency("so-gddt", "department", "Sở Giáo dục và Đào tạo");
        Front = Agency("mttq", "front", "Ủy ban Mặt trận Tổ quốc") with { Requested = true };
    }

    public ChangedUnit Unit { get; }
    public ChangedAgency Committee { get; }
    public ChangedAgency Focal { get; }
    public ChangedAgency Health { get; }
    public ChangedAgency Education { get; }
    public ChangedAgency Front { get; }

    public IReadOnlyList<ChangedAgency> All => [Committee, Focal, Health, Education, Front];

    public PublishedParty Departments => new("các sở, ban, ngành", null, new(Unit.UnitId, Below: false, ["department"]));

    /// <summary>An agency of this province.</summary>
    public ChangedAgency Agency(string code, string kind, string name) =>
        new(Guid.CreateVersion7(), [$"test:{mark}-{code}"], name, kind, Unit.UnitId, null, Requested: false, null, null, [], null);

    /// <summary>Departments and the Front report every year before 25/11 to the committee, through the focal department.</summary>
    public PublishedReportingDuty Yearly() => new(
        Guid.CreateVersion7(), ["các sở, ban, ngành", "MTTQ"], ["UBND tỉnh"], "Sở Nội vụ", "annual", 25, 11, DeadlineInclusive: false, OnceOn: null,
        "kết quả thực hiện", [Departments, One(Front)], [One(Committee)], One(Focal));

    /// <summary>The same without a date.</summary>
    public PublishedReportingDuty OnRequest() => Yearly() with { Frequency = "on_request", DeadlineDay = null, DeadlineMonth = null };

    public PlanPublished Plan(params PublishedReportingDuty[] duties) => new(
        Guid.CreateVersion7(), "43/KH-UBND", "Thực hiện chính sách xã hội", "UBND tỉnh Sơn La", new DateOnly(2024, 2, 6), 2024, 2030, null, [], duties,
        Committee.AgencyId, Unit.UnitId);

    public static PublishedParty One(ChangedAgency agency) => new(agency.Name, agency.AgencyId, null);

    public Task IsKnown() => reporting.Knows([Unit], All);

    /// <summary>Publishes a plan with the yearly duty; its round is open when this returns.</summary>
    public async Task<(PlanPublished Plan, V1.Round Round)> Asks()
    {
        await IsKnown();
        var plan = Plan(Yearly());
        await reporting.Announce(plan);
        await Eventually.Holds(async () => (await Rounds(plan)).Any(round => !round.History));
        return (plan, (await Rounds(plan)).Last());
    }

    public async Task<IReadOnlyList<V1.Round>> Rounds(PlanPublished plan) => (await Viewing.ListRoundsAsync(new() { Plan = $"plans/{plan.PlanId}" })).Rounds;

    public async Task<IReadOnlyList<V1.Obligation>> Obligations(PlanPublished plan) =>
        (await Owed.ListObligationsAsync(new() { Plan = $"plans/{plan.PlanId}" })).Obligations;

    public async Task<IReadOnlyList<V1.Duty>> Duties(PlanPublished plan) => (await Tracking.ListDutiesAsync(new() { Plan = $"plans/{plan.PlanId}" })).Duties;

    public V1.RoundService.RoundServiceClient Viewing => new(reporting.As("viewer", null, Role.Viewer));

    public V1.ObligationService.ObligationServiceClient Owed => new(reporting.As("viewer", null, Role.Viewer));

    public V1.DutyService.DutyServiceClient Tracking => new(reporting.As("registrar", null, Role.Registrar));

    /// <summary>Rounds opened by an officer of an agency.</summary>
    public V1.RoundService.RoundServiceClient Opening(ChangedAgency agency) => new(reporting.As("focal-1", agency.Codes[0], Role.FocalOfficer));

    /// <summary>Reports written by an officer of an agency.</summary>
    public V1.ReportService.ReportServiceClient Writing(ChangedAgency agency) => new(reporting.As("officer-1", agency.Codes[0], Role.ReportingOfficer));

    /// <summary>Reports decided on by an officer of an agency.</summary>
    public V1.ReportService.ReportServiceClient Deciding(ChangedAgency agency) => new(reporting.As("focal-1", agency.Codes[0], Role.FocalOfficer));

    public V1.ConsolidationService.ConsolidationServiceClient Consolidating(ChangedAgency agency) =>
        new(reporting.As("focal-1", agency.Codes[0], Role.FocalOfficer));

    public async Task<V1.Obligation> ObligationOf(ChangedAgency agency, V1.Round round) =>
        (await Owed.ListObligationsAsync(new() { Round = round.Name, Agency = agency.Codes[0] })).Obligations.ShouldHaveSingleItem();

    /// <summary>A complete draft.</summary>
    public async Task<V1.Report> Drafts(ChangedAgency agency, V1.Round round) => await Writing(agency).DraftReportAsync(new()
    {
        Report = new()
        {
            Obligation = (await ObligationOf(agency, round)).Name,
            Number = "125/BC-SYT",
            Signer = "Nguyễn Văn A",
            SignedOn = new() { Year = 2026, Month = 10, Day = 30 },
            Results = "Đã thực hiện.",
        },
    });

    /// <summary>A submitted report.</summary>
    public async Task<V1.Report> Submits(ChangedAgency agency, V1.Round round) =>
        await Writing(agency).SubmitReportAsync(new() { Name = (await Drafts(agency, round)).Name });

    /// <summary>An accepted report.</summary>
    public async Task<V1.Report> IsDoneWith(ChangedAgency agency, V1.Round round) =>
        await Deciding(Focal).AcceptReportAsync(new() { Name = (await Submits(agency, round)).Name });
}
