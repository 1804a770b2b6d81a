using Google.Protobuf;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.Contracts.Events.PlanRegistry.V1;
using SocialPolicy.Harness.Access;
using SocialPolicy.Harness.Calls;
using SocialPolicy.Indicators.FunctionalTests.Catalogue;
using SocialPolicy.Indicators.FunctionalTests.Observations;
using SocialPolicy.Indicators.FunctionalTests.Targets;
using SocialPolicy.Operations.V1;

namespace SocialPolicy.Indicators.FunctionalTests.Access;

/// <summary>
/// Every RPC of Indicators, and of the operations and the audit, which are the same in every service, as every role of an agency, of another
/// below the same, of that above them, and of one elsewhere.
/// </summary>
public sealed class TryingEveryRole(Indicators indicators) : IClassFixture<Indicators>
{
    [Fact]
    public async Task Lets_those_in_whom_the_table_names_and_shows_them_what_they_may_see()
    {
        var above = await indicators.AnAgency();
        var (own, sibling, elsewhere) = (await indicators.AnAgency(below: above), await indicators.AnAgency(below: above), await indicators.AnAgency());
        var target = APlan.Target();
        var plan = await indicators.Adopt(target);
        var observed = await indicators.OfficerOf(own).RecordObservationAsync(new() { Observation = Said.Of(target, own, "2.9") });
        var everyRole = indicators.AsEveryRole(new[] { own, sibling, above, elsewhere }.Select(agency => agency.Codes[0]));
        var indicator = await indicators.Create();
        List<Ask> asks = [.. Statistics(plan, target, own, observed.Observation), .. Catalogue(target, indicator), .. Operations(), .. await Audit(observed.Observation)];
        EveryRole.NotAsked(asks, "socialpolicy.indicators.v1", "socialpolicy.operations.v1").ShouldBeEmpty();

        var wrong = new List<string>();
        foreach (var ask in asks)
            wrong.AddRange(await everyRole.Try(ask));

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task Tells_nobody_bound_to_an_agency_what_the_audit_holds()
    {
        var own = await indicators.AnAgency();
        var target = APlan.Target();
        await indicators.Adopt(target);
        var bounded = indicators.As(own.Codes[0], [.. Enum.GetValues<Role>().Except([Role.Service, Role.Administrator])]);
        IMessage[] lists = [new ListAuditEntriesRequest(), new ListAuditEntriesRequest { Agency = own.Codes[0] }, new GetAuditHeadRequest(), new ExportAuditRequest(), new VerifyAuditRequest()];
        var before = await Everything.Told(bounded, lists);

        await indicators.OfficerOf(own).RecordObservationAsync(new() { Observation = Said.Of(target, own, "2.9") });

        Everything.Differences(before, await Everything.Told(bounded, lists)).ShouldBeEmpty();
    }

    private static IEnumerable<Ask> Statistics(PlanPublished plan, PublishedTarget target, ChangedAgency own, V1.Observation observation)
    {
        var name = $"targets/{target.TargetId}";
        return
        [
            Ask.To(
                new PreparedCommand(new V1.RecordObservationRequest { Observation = Said.Of(target, own, "2.8") }),
                caller => caller.IsOf(own.Codes[0]) ? Ask.Ok : "AGENCY_NOT_YOURS"),
            new Ask(
                [
                    new V1.RecordObservationsRequest { Batch = new() { Agency = own.Codes[0], ValidateOnly = true } },
                    new V1.RecordObservationsRequest { Rows = new() { Rows = { new V1.ObservationRow { Indicator = observation.Indicator, Period = "2025", Value = "2.8" } } } },
                ],
                caller => caller.IsOf(own.Codes[0]) ? Ask.Ok : "AGENCY_NOT_YOURS"),
            new Ask(
                [
                    new V1.ImportObservationsRequest { File = new() { Agency = own.Codes[0], FileName = "so-lieu.csv", ValidateOnly = true } },
                    new V1.ImportObservationsRequest { Chunk = ByteString.CopyFromUtf8($"indicator,period,value\n{observation.Indicator},2025,2.8\n") },
                ],
                caller => caller.IsOf(own.Codes[0]) ? Ask.Ok : "AGENCY_NOT_YOURS"),
            Ask.Anything(new V1.CheckRollupsRequest()),
            Ask.Anything(new V1.GetObservationTemplateRequest { Agency = own.Codes[0], Indicators = { observation.Indicator }, Periods = { "2025" } }),
            Ask.Many(new V1.ListTargetsRequest { Plan = $"plans/{plan.PlanId}" }, name, _ => true),
            Ask.Many(new V1.ListObservationsRequest { Agency = own.Codes[0] }, observation.Name, _ => true),
            Ask.To(new PreparedCommand(new V1.OverrideRatingRequest { Target = name, Verdict = V1.Rating.Types.Verdict.OffPath, Reason = "Theo công văn 12" }), _ => Ask.Ok),
            Ask.Many(new V1.GetSeriesRequest { Indicator = observation.Indicator, Unit = observation.Unit }, observation.Name, _ => true),
            Ask.Many(new V1.CompareUnitsRequest { Indicator = observation.Indicator, Period = "2025", Level = V1.UnitLevel.Commune }, observation.Name, _ => true),
            Ask.Many(new V1.ListMissingRequest { Indicator = observation.Indicator, Period = "2023", Level = V1.UnitLevel.Commune }, observation.Unit, _ => true),
            Ask.Anything(new V1.DrawSeriesRequest { Series = new() { Indicator = observation.Indicator, Unit = observation.Unit } }),
            Ask.Anything(new V1.DrawComparisonRequest { Comparison = new() { Indicator = observation.Indicator, Period = "2025", Level = V1.UnitLevel.Commune } }),
            Ask.Anything(new V1.DrawTargetRequest { Target = name, Period = "2025", Unit = observation.Unit }),
            Ask.Many(new V1.GetScorecardRequest { Plan = $"plans/{plan.PlanId}", Period = "2025", Agency = own.Codes[0] }, name, _ => true),
        ];
    }

    // The catalogue is everybody's, and kept for the whole installation.
    private static IEnumerable<Ask> Catalogue(PublishedTarget target, V1.Indicator indicator) =>
    [
        Ask.Many(new V1.ListIndicatorsRequest { Text = indicator.Code }, indicator.Name, _ => true),
        Ask.One(new V1.GetIndicatorRequest { Name = indicator.Name }, indicator.Name, "INDICATOR_NOT_FOUND", _ => true),
        Ask.To(new PreparedCommand(new V1.CreateIndicatorRequest { Indicator = AnIndicator.Of(AnIndicator.NewCode()) }), _ => Ask.Ok),
        Ask.To(new PreparedCommand(new V1.UpdateIndicatorRequest { Indicator = new(indicator) { Theme = "y_te" }, UpdateMask = new() { Paths = { "theme" } } }), _ => Ask.Ok),
        Ask.To(new PreparedCommand(new V1.DefineIndicatorRequest { Name = indicator.Name, Definition = new() { Text = "Cách tính", Reason = "Lần đầu" } }), _ => Ask.Ok),
        Ask.To(new PreparedCommand(new V1.AssignIndicatorRequest { Target = $"targets/{target.TargetId}", Indicator = indicator.Name }), _ => Ask.Ok),
        new Ask([new V1.AllocateTargetRequest { Target = $"targets/{target.TargetId}", Shares = { new V1.AllocateTargetRequest.Types.Share { Unit = "gso:nowhere", Year = 2030, Value = "1" } } }], _ => "TARGET_WITHOUT_UNIT"),
        new Ask(
            [
                new V1.ImportAllocationRequest { File = new() { Target = $"targets/{target.TargetId}" } },
                new V1.ImportAllocationRequest { Chunk = ByteString.CopyFromUtf8("unit,2030\ngso:nowhere,1\n") },
            ],
            _ => "TARGET_WITHOUT_UNIT"),
        Ask.Anything(new V1.GetTargetAllocationRequest { Target = $"targets/{target.TargetId}" }),
        new Ask([new V1.GetAllocationTemplateRequest { Target = $"targets/{target.TargetId}" }], _ => "TARGET_WITHOUT_UNIT"),
        Ask.To(new PreparedCommand(new V1.RetireIndicatorRequest { Name = indicator.Name }), _ => Ask.Ok),
    ];

    // Nothing waits to be sent again, and no job is run: who may is told so.
    private static IEnumerable<Ask> Operations() =>
    [
        Ask.Anything(new GetOutboxStateRequest()),
        Ask.Anything(new ListDeadLettersRequest()),
        Ask.Anything(new ListJobsRequest()),
        Ask.Anything(new ListRetentionRulesRequest()),
        Ask.Anything(new ReplayDeadLettersRequest()),
        new Ask([new RunJobRequest { Name = "jobs/none" }], _ => "JOB_NOT_FOUND"),
    ];

    private async Task<IEnumerable<Ask>> Audit(V1.Observation observation)
    {
        var auditor = new AuditService.AuditServiceClient(indicators.As(Caller.WholeInstallation, Role.Auditor));
        var entry = (await auditor.ListAuditEntriesAsync(new() { Resource = observation.Name })).AuditEntries.ShouldHaveSingleItem();
        return
        [
            Ask.Many(new ListAuditEntriesRequest { Resource = observation.Name }, observation.Name, _ => true),
            Ask.Anything(new GetAuditEntryRequest { Name = entry.Name }),
            Ask.Anything(new GetAuditHeadRequest()),
            Ask.Anything(new ExportAuditRequest()),
            Ask.Anything(new VerifyAuditRequest()),
        ];
    }
}
